/** One picture of a scene: shows what Python drew, as much of each thing as the quantities say. */
import { apart, inside } from './apart';
import { phone } from '../../prefs';
import { write } from '../../slots';
import type { Look, PartFile, SceneFile, View } from './types';

interface Ramp { quantity: string; start: number; full: number }
interface Shown { el: SVGElement; ramps: Ramp[]; now: number }
interface Flow { id: string; moving: SVGElement; still: SVGElement; ramps: Ramp[]; tracks: string[]; people: string; mols: SVGElement[]; now: number; rated: boolean }
type Values = (quantity: string) => number;

const ramps = (text: string | undefined): Ramp[] =>
  (text ? text.split(';') : []).map((one) => { const [quantity, start, full] = one.split(' '); return { quantity, start: +start, full: +full }; });

/** The same rule as neuroviz.scenes.values.amount. */
export function amount(list: Ramp[], values: Values): number {
  let out = 1;
  for (const r of list) out *= Math.min(1, Math.max(0, (values(r.quantity) - r.start) / (r.full - r.start)));
  return out;
}

/** Numbers that have room in the key. */
const MOST = { phone: 6, keyed: 8 };
/** Share of its speed at which the least of a flow moves. */
const SLOW = 0.45;
/** px of a number in the picture, and of its text. */
const DISC = 14;
const NUMBER = 16;

export class Pane {
  readonly svg: SVGSVGElement;
  view: View = 'wide';
  keyed = false;
  private unit = 1;
  private shown: Shown[];
  private flows: Flow[] = [];
  private groups = new Map<string, SVGElement>();
  private labels: { el: SVGElement; part: string; view: string; sub: SVGElement | null }[];
  private files: Map<string, PartFile>;

  constructor(readonly host: HTMLElement, private file: SceneFile, copy: boolean) {
    host.insertAdjacentHTML('beforeend', file.svg);
    this.svg = host.querySelector('svg.scene')!;
    this.files = new Map(file.parts.map((p) => [p.id, p]));
    if (copy) this.mute();
    const all = <T extends SVGElement>(selector: string): T[] => [...this.svg.querySelectorAll<T>(selector)];
    this.shown = all('[data-show]').map((el) => ({ el, ramps: ramps(el.dataset.show), now: -1 }));
    for (const el of all('.part')) this.groups.set(el.dataset.part!, el);
    this.labels = all('.label, .badge').map((el) => ({ el, part: el.dataset.for!, view: (el.parentNode as SVGElement).dataset.view!, sub: el.querySelector('.sub') }));
    for (const el of all('.moving > .flow')) {
      const still = this.svg.querySelector<SVGElement>(`.still > [data-flow="${el.dataset.flow}"]`)!;
      this.flows.push({ id: el.dataset.flow!, moving: el, still, ramps: ramps(el.dataset.amount), tracks: el.dataset.tracks?.split(' ') ?? [], people: el.dataset.people!, mols: [...el.children] as SVGElement[], now: -1, rated: false });
    }
  }

  /** A second copy on the page has no ids of its own and no focus: it is the picture beside the picture. */
  private mute(): void {
    for (const el of this.svg.querySelectorAll('[id]')) el.removeAttribute('id');
    for (const el of this.svg.querySelectorAll('.part')) for (const name of ['role', 'tabindex', 'aria-label']) el.removeAttribute(name);
    this.svg.setAttribute('role', 'img');
  }

  /** As much of each thing as there is now. */
  paint(values: Values): void {
    for (const s of this.shown) {
      const now = amount(s.ramps, values);
      if (Math.abs(now - s.now) < 0.004) continue;
      s.now = now;
      s.el.style.opacity = now.toFixed(3);
      /* Not hidden as well: layers that come and go have those around them drawn anew. */
      s.el.style.pointerEvents = now < 0.01 ? 'none' : '';
    }
    for (const f of this.flows) {
      const now = f.ramps.length ? amount(f.ramps, values) : 1;
      if (Math.abs(now - f.now) < 0.02) continue;
      f.now = now;
      const each = Math.ceil(now * (Math.max(...f.mols.map((m) => Number(m.dataset.i))) + 1));
      for (const m of f.mols) m.classList.toggle('off', Number(m.dataset.i) >= each);
      f.rated = false;
    }
  }

  /** The more there is of it, the faster it goes. */
  private rate(f: Flow): void {
    if (f.rated) return;
    f.rated = true;
    for (const m of f.mols) for (const a of m.getAnimations?.() ?? []) a.updatePlaybackRate(SLOW + (1 - SLOW) * f.now);
  }

  /** What is there, lit, hollow, named and moving. Returns the ids of labelled parts and of flows, in the order of their numbers. */
  dress(look: Look): { named: string[]; flowing: string[] } {
    const cue = Boolean(look.stage && look.stage.parts.some((id) => this.groups.get(id)?.hasAttribute('data-cue')));
    for (const [id, el] of this.groups) this.part(id, el, look, cue);
    const flowing: string[] = [];
    for (const f of this.flows) {
      const holder = f.moving.dataset.in ? this.groups.get(f.moving.dataset.in) : undefined;
      const on = holder?.style.display !== 'none' && this.tracked(f.tracks, look.track) && (!look.flows || look.flows.has(f.id)) && f.now > 0.01;
      f.still.style.display = on ? '' : 'none';
      if (f.moving.classList.contains('off') === on) { f.moving.classList.toggle('off', !on); f.rated = false; }
      f.moving.classList.toggle('hollow', look.human && f.people !== 'seen');
      if (!on) continue;
      this.rate(f);
      flowing.push(f.id);
      write(f.still.querySelector('.number')!, String.fromCharCode(96 + flowing.length));
    }
    return { named: this.name(look), flowing };
  }

  private tracked(tracks: string[], track: string): boolean { return !tracks.length || tracks.includes(track); }

  private part(id: string, el: SVGElement, look: Look, cue: boolean): void {
    const file = this.files.get(id)!;
    const lit = look.stage?.parts.includes(id) ?? false;
    const when = el.dataset.when?.split(' ');
    let there = this.tracked(el.dataset.tracks?.split(' ') ?? [], look.track) && (!when || when.includes(look.stop) || lit);
    if (el.hasAttribute('data-cue')) there = lit;
    if (cue && el.hasAttribute('data-yields')) there = false;
    el.style.display = there ? '' : 'none';
    const dim = look.lit !== null && !look.lit.has(id) && !(file.quiet);
    el.classList.toggle('dim', dim);
    /* the part itself is there in people too: hollow is a change of it that nobody has seen in them */
    const inferred = look.human && file.people !== 'seen' && (look.stop in file.changes || (lit && look.stepPeople !== 'seen'));
    el.classList.toggle('hollow', file.unknown.includes(look.stop) || inferred);
  }

  /** Names beside the parts; numbers instead where there is no room. */
  private name(look: Look): string[] {
    const named: string[] = [];
    const most = this.keyed ? (phone() ? MOST.phone : MOST.keyed) : Infinity;
    const set = this.keyed ? 'tall' : this.view === 'tall' ? 'wide' : this.view;
    /* The most important come first, as the content lists them: in the key they get the low numbers. */
    const rank = (id: string): number => { const k = look.labels.indexOf(id); return k < 0 ? Infinity : k; };
    const sorted = this.keyed ? [...this.labels].sort((a, b) => rank(a.part) - rank(b.part)) : this.labels;
    for (const l of sorted) {
      const el = this.groups.get(l.part)!;
      const file = this.files.get(l.part)!;
      const on = l.view === set && (look.labels.includes(l.part) || (this.keyed ? el.hasAttribute('data-note') : file.titled)) && named.length < most && (!this.keyed || (l.view === 'tall' && inside(l.el, this.file.views[this.view]))) && el.style.display !== 'none';
      l.el.style.display = on ? '' : 'none';
      if (!on) continue;
      named.push(l.part);
      const text = file.changes[look.stop] ?? file.second;
      const tone = text.startsWith('▲') ? 'up' : text.startsWith('▼') ? 'down' : '';
      l.el.classList.toggle('up', tone === 'up');
      l.el.classList.toggle('down', tone === 'down');
      if (l.sub && l.sub.textContent !== text) { write(l.sub, text); l.sub.setAttribute('class', `sub ${tone}`); }
      const number = l.el.querySelector('.number');
      if (number) write(number, String(named.length));
    }
    if (this.keyed) apart(this.labels.filter((l) => l.view === 'tall' && l.el.style.display !== 'none').map((l) => l.el), DISC / this.unit + 1, this.file.views[this.view]);
    return named;
  }

  /** Fit the view that has room; returns px of a unit. */
  fit(view: View, width: number, height: number): number {
    this.view = view;
    const [x, y, w, h] = this.file.views[view];
    this.svg.setAttribute('viewBox', `${x} ${y} ${w} ${h}`);
    this.svg.dataset.view = view;
    this.svg.style.setProperty('--size', `${this.file.size[view]}px`);
    const unit = Math.min(width / w, height / h);
    this.unit = unit;
    for (const el of this.svg.querySelectorAll<SVGElement>('.disc')) el.setAttribute('r', (DISC / unit).toFixed(1));
    for (const el of this.svg.querySelectorAll<SVGElement>('.number')) {
      el.setAttribute('font-size', (NUMBER / unit).toFixed(1));
      el.setAttribute('dy', (NUMBER / unit * 0.35).toFixed(1));
    }
    for (const el of this.groups.values()) {
      const shift = (el.dataset as Record<string, string | undefined>)[`shift${view[0].toUpperCase()}${view.slice(1)}`];
      const move = shift ? `translate(${shift})` : '';
      el.setAttribute('transform', move);
      for (const l of this.labels) if (l.part === el.dataset.part && l.view === view) l.el.setAttribute('transform', move);
    }
    return unit;
  }

  group(id: string): SVGElement | undefined { return this.groups.get(id); }

  /** Parts that can be reached now, in the order of the scene. */
  reachable(): SVGElement[] { return [...this.groups.values()].filter((el) => el.getAttribute('role') === 'button' && el.style.display !== 'none'); }

  /** Whether a part is a card with words, which go to the key where letters would be too small. */
  isNote(id: string): boolean { return this.groups.get(id)!.hasAttribute('data-note'); }

  /** How many copies of the shapes of a part are there now. */
  drawn(id: string): number {
    return [...this.groups.get(id)!.querySelectorAll<SVGElement>('use')].filter((u) => { const s = u.closest<SVGElement>('[data-show]'); return !s || s.style.opacity === '' || Number(s.style.opacity) > 0.5; }).length;
  }
}
