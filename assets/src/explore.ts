/** The Explore page: one state, one clock, and the scales that show it. */
import { frame } from './breathe';
import { Bus, type Change } from './bus';
import { Clock } from './clock';
import { config, say } from './config';
import { Controls } from './controls';
import { need } from './files';
import { Film, type FilmFile } from './film';
import type { Behaviour, Emit } from './islands';
import { Seldom } from './pace';
import { addScale, dive, scaleMaker, type ScaleView } from './scales';
import { NetworkView } from './scales/network';
import { put, write } from './slots';
import { query, type State } from './state';

addScale('network', (context) => new NetworkView(context));

/** ms of rest before Dash and listeners at rest follow. */
const REST = 350;
/** Keys that bring another step of a lesson, or its answer. */
const STEP = ['at', 'seen'];

export class Explore {
  readonly bus = new Bus(location.search);
  /** Fulfilled when all is on screen. */
  ready: Promise<void> = Promise.resolve();
  film!: Film;
  clock!: Clock;
  private views = new Map<string, ScaleView>();
  private scale = '';
  /** What changed under the opened clock. */
  private missed = new Set<string>();
  private resting = 0;
  private controls: Controls;
  /** What has changed since a step of a lesson, while its words are drawn. */
  private late: Set<string> | null = null;
  private where = new Seldom(() => this.when());

  constructor(readonly host: HTMLElement, private emit: Emit) {
    this.controls = new Controls(host, this.bus);
    this.bus.on((change) => void this.hear(change));
    host.addEventListener('click', (e) => this.click((e.target as HTMLElement).closest<HTMLElement>('[data-do], [data-to]')));
    addEventListener('neuroviz:look', () => this.fit());
    addEventListener('resize', () => this.fit());
    this.fit();
    this.dress();
    this.controls.reflect(this.state, new Set(Object.keys(this.state)));
  }

  get state(): State { return this.bus.state; }

  /** What the views of the present scale say that they draw, for tests. */
  report(): unknown { return this.views.get(this.scale)?.report?.(); }

  /** The address of the present view. */
  link(): string { return location.href.split(/[?#]/)[0] + query(this.state); }

  async start(): Promise<void> {
    const film = need<FilmFile>('film').then((file) => { this.film = new Film(file); this.clock = new Clock(this.part('.clock'), this.bus, this.film); });
    await Promise.all([film, this.state.scale === 'network' ? undefined : scaleMaker(String(this.state.scale))]);
    this.when();
    /* Only the brain is waited for; in a lesson the address does not tell where one is. */
    if (this.open || this.state.scale !== 'network') delete document.documentElement.dataset.first;
    await (this.open ? this.unfold() : this.enter(String(this.state.scale)));
    if (this.bus.ignored.length) this.notice(this.refusal([...new Set(this.bus.ignored)]));
  }

  /** With a step of a lesson words come first: the picture follows a frame later, with all that has changed until then. */
  private async hear(change: Change): Promise<void> {
    if (this.late) { for (const key of change.changed) this.late.add(key); return; }
    if (this.film && STEP.some((key) => change.changed.has(key))) {
      this.late = new Set(change.changed);
      await frame();
      change = { ...change, changed: this.late, drag: false };
      this.late = null;
    }
    this.controls.reflect(this.state, change.changed);
    await this.follow(change);
  }

  private async follow(change: Change): Promise<void> {
    const { state, changed, drag } = change;
    if (changed.has('t')) this.where.follow(drag);
    if (changed.has('compare') || changed.has('clock')) this.dress();
    if (changed.has('clock') && this.film) void this.unfold();
    if (this.open) {
      for (const key of changed) this.missed.add(key);
      this.views.get('time')?.follow(change);
    } else if (changed.has('scale') && this.film) await this.enter(String(state.scale));
    else this.views.get(this.scale)?.follow(change);
    clearTimeout(this.resting);
    this.resting = window.setTimeout(() => this.emit(this.state), REST);
  }

  /** What the style sheets go by; a frozen page was painted for another address. */
  private dress(): void { Object.assign(this.host.dataset, { compare: this.state.compare, clock: this.state.clock }); }

  // ---- the opened clock

  private get open(): boolean { return this.state.clock === 'open'; }

  /** Open the clock over the picture, or close it; the picture then hears of all that it has missed. */
  private async unfold(): Promise<void> {
    const layer = this.layer('time');
    const button = this.part('[data-do="open-clock"]');
    button.setAttribute('aria-expanded', String(this.open));
    if (!this.open) {
      if (layer.hidden) return;
      layer.hidden = true;
      this.views.get('time')?.leave();
      const changed = new Set(this.missed);
      this.missed.clear();
      if (this.scale === this.state.scale) this.views.get(this.scale)?.follow({ state: this.state, changed });
      else await this.enter(String(this.state.scale));
      return;
    }
    try {
      const view = this.views.get('time') ?? (await scaleMaker('time'))(this.context('time'));
      this.views.set('time', view);
      if (!this.open) return;
      layer.hidden = false;
      await view.enter();
    } catch {
      this.bus.set({ clock: 'strip' });
      this.notice(say('not_loaded'), () => void this.bus.set({ clock: 'open' }));
    }
  }

  // ---- scales

  private async enter(id: string): Promise<void> {
    const was = this.scale;
    if (id === was) return;
    let view = this.views.get(id);
    try {
      view ??= (await scaleMaker(id))(this.context(id));
    } catch {
      this.notice(say('not_loaded'), () => void this.enter(id));
      return;
    }
    if (this.state.scale !== id) return; /* another choice came in between */
    this.views.set(id, view);
    this.scale = id;
    this.host.dataset.scale = id;
    for (const kind of ['side-of', 'tools-of']) for (const el of this.host.querySelectorAll<HTMLElement>(`.${kind}`)) el.hidden = (el.dataset.sideOf ?? el.dataset.tools) !== id;
    for (const b of this.host.querySelectorAll<HTMLElement>('.rail [data-to]')) if (b.dataset.to === id) b.setAttribute('aria-current', 'true'); else b.removeAttribute('aria-current');
    this.when();
    const to = this.layer(id);
    if (was) { await this.dive(was, id, view); return; }
    /* A frozen page was written at the first scale, whatever the address asks for. */
    for (const el of this.host.querySelectorAll<HTMLElement>('.layer')) el.hidden = el !== to;
    await view.enter();
  }

  private async dive(was: string, id: string, view: ScaleView): Promise<void> {
    const [from, to] = [this.layer(was), this.layer(id)];
    const order = [...this.host.querySelectorAll<HTMLElement>('.rail [data-to]')].map((b) => b.dataset.to!);
    const inwards = order.indexOf(id) > order.indexOf(was);
    const outer = this.views.get(inwards ? was : id);
    const gate = (): string => { const at = outer?.gate?.(); return at ? `${at.x}px ${at.y}px` : '50% 50%'; };
    let entered: unknown;
    await dive(from, to, inwards, gate, () => { to.hidden = false; entered = view.enter(); });
    /* Meanwhile one may have gone back. */
    if (this.scale !== was) { this.views.get(was)!.leave(); from.hidden = true; }
    await entered;
  }

  private layer(id: string): HTMLElement { return this.part(`[data-layer="${id}"]`); }
  private part(selector: string): HTMLElement { return this.host.querySelector<HTMLElement>(selector)!; }

  private context(id: string): Parameters<Awaited<ReturnType<typeof scaleMaker>>>[0] {
    return {
      id,
      host: this.host,
      layer: this.layer(id),
      side: this.host.querySelector<HTMLElement>(`[data-side-of="${id}"]`) ?? document.createElement('div'),
      tools: this.part(`[data-tools="${id}"]`),
      bus: this.bus,
      film: this.film,
      announce: (text) => this.announce(text),
      notice: (text, again) => this.notice(text, again),
    };
  }

  // ---- what all scales share

  private click(el: HTMLElement | null): void {
    if (el?.dataset.to) this.bus.set({ scale: el.dataset.to });
    if (el?.dataset.do === 'open-clock') this.bus.set({ clock: this.open ? 'strip' : 'open' });
    if (el?.dataset.do === 'dismiss') this.notice('');
    if (el?.dataset.do === 'grab') {
      const open = this.part('.panel').classList.toggle('open');
      el.setAttribute('aria-expanded', String(open));
    }
  }

  /** Where and when one is, above the words. */
  private when(): void {
    const where = this.host.querySelector('.where');
    if (!where || !this.film) return;
    const t = Number(this.state.t);
    put(where, 'scale', this.host.querySelector(`.rail [data-to="${this.state.scale}"] b`)!.textContent!);
    put(where, 'time', this.film.time(t));
    put(where, 'line', this.film.line(t));
  }

  /** Where there is no room for the row of tools, it opens over the stage from a button. */
  private fit(): void {
    const row = this.part('.toolrow');
    const pop = document.documentElement.dataset.tools === 'pop';
    if (pop === row.hasAttribute('popover')) return;
    if (pop) row.setAttribute('popover', 'auto');
    else row.removeAttribute('popover');
  }

  /** Why keys of the address were not used: a sentence of its own where there is one, else the names of the keys. */
  private refusal(keys: string[]): string {
    const own = keys.map((key) => config.words[`ignored_${key}`]).filter(Boolean);
    const others = keys.filter((key) => !config.words[`ignored_${key}`]).join(', ').slice(0, 80);
    return [...own, others && say('ignored', { keys: others })].filter(Boolean).join(' ');
  }

  private announce(text: string): void {
    write(this.part('.summary'), text);
  }

  private notice(text: string, again?: () => void): void {
    const box = this.part('.notice');
    box.hidden = !text;
    box.querySelector('p')!.textContent = text;
    const button = box.querySelector<HTMLButtonElement>('.again')!;
    button.hidden = !again;
    button.onclick = () => { box.hidden = true; again?.(); };
  }
}

export let explore: Explore | null = null;

export const exploreIsland: Behaviour = {
  attach(host, emit) {
    explore = new Explore(host, emit);
    explore.ready = explore.start();
  },
  show(_host, value) { if (value && typeof value === 'object') explore?.bus.set(value as Record<string, unknown>, 'drag'); },
};
