/** What stands on the stage beside the brains that are compared: titles of the panes, their seam, the handle of the wipe, breaks on the clock. */
import type { Change } from './change';
import type { Film } from './film';
import { seam } from './panes';
import type { Frame, Pane } from './picture';
import type { Bus } from './bus';
import { phone } from './prefs';
import { write } from './slots';
import type { State } from './state';

const STEP = 5;
/** CSS px; where there is less room the title of a picture that is not compared stands at the left. */
const NARROW = 1240;
/** CSS px from the upper edge of the stage, where the buttons at the upper right leave room, and under them. */
const TOP = { beside: 12, under: 60 };
/** CSS px between a seam and its titles. */
const ASIDE = 28;

export class Compare {
  private titles: Record<'before' | 'now', HTMLElement>;
  private line: HTMLElement;
  private handle: HTMLElement;
  private marked = '';
  private buttons: HTMLElement;
  /** How far to the right a title may stand beside the buttons, CSS px. */
  private room = { key: '', end: Infinity };
  /** CSS px at the upper edge of the stage that belong to the titles. */
  headroom = 64;

  constructor(private host: HTMLElement, private layer: HTMLElement, private bus: Bus, private film: Film) {
    this.titles = { before: layer.querySelector<HTMLElement>('.pane-title.before')!, now: layer.querySelector<HTMLElement>('.pane-title.now')! };
    this.line = layer.querySelector<HTMLElement>('.seam')!;
    this.handle = layer.querySelector<HTMLElement>('.wiper')!;
    this.buttons = layer.querySelector<HTMLElement>('.besides')!;
    this.handle.addEventListener('keydown', (e) => this.keys(e));
    this.handle.addEventListener('pointerdown', (e) => this.drag(e));
  }

  show(state: State, change: Change | null, frame: Frame, panes: Pane[]): void {
    const mode = String(state.compare);
    /* The state runs ahead of the stage while something is being loaded for it. */
    if (mode === 'side' && panes.length < 2) return;
    const t = Number(state.t);
    const { words } = change?.file ?? { words: {} as Record<string, string> };
    const people = change ? words[`measured_${change.part(state).people}`] : '';
    const others = change && change.part(state).people !== state.people;
    const { before, now } = this.titles;
    before.hidden = mode === 'now';
    now.hidden = mode === 'now' && !others;
    write(before.querySelector('b')!, this.film.time(0));
    write(now.querySelector('b')!, mode === 'now' ? '' : this.film.time(t));
    write(now.querySelector('small')!, mode === 'difference' ? words.minus_before ?? '' : '');
    const told = others ? words.others.replace('{people}', people) : '';
    const parted = mode === 'side' || mode === 'wipe';
    write(now.querySelector('span')!, parted && others ? people : told);
    write(before.querySelector('span')!, parted && others ? people : '');
    const foot = this.layer.querySelector<HTMLElement>('.others')!;
    foot.hidden = !(parted && others);
    write(foot.querySelector('span')!, told);
    now.classList.toggle('is-before', t < 0.5);
    const under = this.place(state, mode, frame, panes);
    this.headroom = phone() ? (others ? 106 : 80) : (others ? (parted ? 74 : 90) : 64) + (under && mode !== 'now' ? TOP.under - TOP.beside - 12 : 0);
    this.breaks(state, change);
  }

  /** True when the titles stand under the buttons. */
  private place(state: State, mode: string, frame: Frame, panes: Pane[]): boolean {
    const { before, now } = this.titles;
    const at = (el: HTMLElement, x: number, y: number): void => { el.style.left = `${x}px`; el.style.top = `${y}px`; };
    const middle = ({ inset }: { inset: Frame['inset'] }): number => (inset.left + frame.width - inset.right) / 2;
    const x = seam(frame, state);
    const apart = mode === 'now' && !phone() && frame.width - frame.inset.right <= NARROW;
    now.classList.toggle('is-apart', apart);
    this.layer.dataset.panes = mode === 'side' && panes[1].clip.x ? 'beside' : mode;
    const end = mode === 'side' ? panes[1].clip.x : mode === 'wipe' ? x : apart ? 0 : middle(frame);
    const under = !phone() && end > 0 && this.crowded(mode, end, frame);
    const top = phone() ? frame.inset.top : under || apart ? TOP.under : TOP.beside;
    if (mode === 'side') [before, now].forEach((el, k) => at(el, panes[1].clip.x || middle(panes[k]), phone() ? panes[k].inset.top + (k ? 0 : 10) : panes[k].clip.y + top));
    else if (mode === 'wipe') { at(before, x, top); at(now, x, top); } else at(now, apart ? frame.inset.left + 12 : middle(frame), top);
    this.handle.hidden = mode !== 'wipe';
    this.line.hidden = mode !== 'side' || panes[1].clip.x === 0;
    if (mode === 'wipe') {
      this.handle.style.left = `${x}px`;
      this.handle.setAttribute('aria-valuenow', String(state.wipe));
    }
    if (mode === 'side') this.line.style.left = `${panes[1].clip.x}px`;
    return under;
  }

  /** Whether the title of now, at x, would reach under the buttons; measured when words or room have changed, not with clock or seam. */
  private crowded(mode: string, x: number, { width, inset }: Frame): boolean {
    const { now } = this.titles;
    const key = [mode, now.querySelector('b')!.textContent!.length, now.querySelector('span')!.textContent, width, inset.right, document.documentElement.dataset.scheme].join();
    if (key !== this.room.key && now.offsetWidth && this.buttons.offsetWidth) {
      const reach = mode === 'side' || mode === 'wipe' ? ASIDE + now.offsetWidth : now.offsetWidth / 2;
      this.room = { key, end: this.buttons.offsetLeft - reach };
    }
    return x > this.room.end;
  }

  /** Where other people come on screen the film has a break; the clock strip shows it. */
  private breaks(state: State, change: Change | null): void {
    const at = change?.breaks(state) ?? [];
    if (at.join() === this.marked) return;
    this.marked = at.join();
    const strip = this.host.querySelector<HTMLElement>('.film .lanes');
    for (const el of strip?.querySelectorAll('.break') ?? []) el.remove();
    strip?.append(...at.map((t) => { const el = Object.assign(document.createElement('i'), { className: 'break' }); el.style.setProperty('--at', String(t)); return el; }));
  }

  private set(wipe: number, quiet: boolean): void {
    this.bus.set({ wipe: Math.round(Math.min(95, Math.max(5, wipe))) }, quiet ? 'drag' : 'move');
  }

  private keys(e: KeyboardEvent): void {
    const now = Number(this.bus.state.wipe);
    const to: Record<string, number> = { ArrowLeft: now - STEP, ArrowDown: now - STEP, ArrowRight: now + STEP, ArrowUp: now + STEP, Home: STEP, End: 100 - STEP };
    if (!(e.key in to) || e.shiftKey || e.altKey || e.ctrlKey || e.metaKey) return;
    e.preventDefault();
    e.stopPropagation();
    this.set(to[e.key], false);
  }

  private drag(e: PointerEvent): void {
    if (e.button) return;
    this.handle.setPointerCapture(e.pointerId);
    const box = this.layer.getBoundingClientRect();
    const pane = this.layer.querySelector<HTMLElement>('.tier-drawn:not(.is-before)')!.getBoundingClientRect();
    const move = (m: PointerEvent): void => this.set(((m.clientX - pane.left) / Math.min(pane.width, box.width)) * 100, true);
    this.handle.addEventListener('pointermove', move);
    const end = (): void => this.handle.removeEventListener('pointermove', move);
    this.handle.addEventListener('pointerup', end, { once: true });
    this.handle.addEventListener('pointercancel', end, { once: true });
  }
}
