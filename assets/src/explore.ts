/** The Explore page: one state, one Picture, and the views that show it. */
import { Bus, type Change } from './bus';
import { Callouts, type Callout } from './callouts';
import { axesOf } from './camera';
import { count, fixed, say } from './config';
import { Controls } from './controls';
import { Drawn } from './drawn';
import { need } from './files';
import type { Behaviour, Emit } from './islands';
import { ParcelList } from './listbox';
import { Atlas, makePicture, type AtlasFile, type Pair } from './network';
import { Panel, coordinate, csv, networkName } from './panel';
import type { Frame, Picture, StageApi, ViewName } from './picture';
import { still } from './prefs';
import { query, type State } from './state';
import { breathe, loadInflated, raise, webgl } from './tier';

const root = document.documentElement;
const phone = (): boolean => matchMedia('(max-width: 720px)').matches;

export class Explore {
  readonly bus = new Bus(location.search);
  private atlas!: Atlas;
  private picture!: Picture;
  private pairs: Pair[] = [];
  private hovered = 0;
  private drawn: Drawn;
  private stage: StageApi | null = null;
  private raising = false;
  private controls: Controls;
  private panel: Panel;
  private list: ParcelList;
  private callouts: Callouts;
  private stageBox: HTMLElement;
  private drawnBox: HTMLElement;
  private canvas: HTMLCanvasElement;
  private resting = 0;
  private inflated = false;

  constructor(private host: HTMLElement, private emit: Emit) {
    this.stageBox = host.querySelector('.stage')!;
    this.drawnBox = host.querySelector('.tier-drawn')!;
    this.canvas = host.querySelector('canvas')!;
    this.drawn = new Drawn(this.drawnBox);
    this.controls = new Controls(host, this.bus);
    this.panel = new Panel(host.querySelector('.panel')!, host.querySelector('.summary')!);
    this.callouts = new Callouts(host.querySelector('.callouts')!, host.querySelector('.leaders')!);
    this.list = new ParcelList(host.querySelector('.parcels')!, (p) => `${p.plain}, ${networkName(p)}, ${coordinate(p)}`, {
      focused: (i) => this.hover(i),
      chosen: (i) => this.choose(i),
      left: () => this.hover(0),
    });
    this.wire();
  }

  async start(): Promise<void> {
    this.atlas = new Atlas(await need<AtlasFile>(`atlas/${this.state.atlas}`));
    const ignored = [...this.bus.ignored, ...this.settle()];
    if (ignored.length) this.notice(say('ignored', { keys: [...new Set(ignored)].join(', ').slice(0, 80) }));
    this.bus.on((change) => void this.follow(change));
    this.compose();
    await this.showDrawn();
    this.arrange();
    this.compass();
    await document.fonts.ready;
    this.callouts.measureAgain();
    this.arrange();
    if (this.wants3d()) await this.raise();
    root.dataset.ready = location.pathname;
    this.rest();
  }

  get state(): State { return this.bus.state; }
  get view(): ViewName { return this.state.view as ViewName; }
  private wants3d(): boolean { return this.state.tier !== 'drawn' && (this.state.tier === '3d' || !phone()) && webgl(); }

  /** Values that are fine by themselves but not for this atlas; returns their keys. */
  private settle(): string[] {
    const wrong: State = {};
    if (Number(this.state.parcel) > this.atlas.count) wrong.parcel = 0;
    if (!(String(this.state.show) in this.atlas.file.shows)) wrong.show = 'dmn' in this.atlas.file.shows ? 'dmn' : 'all';
    this.bus.set(wrong, 'drag');
    return Object.keys(wrong);
  }

  private async follow({ state, changed }: Change): Promise<void> {
    if (changed.has('atlas') || state.atlas !== this.atlas.file.id) {
      try {
        const file = await need<AtlasFile>(`atlas/${state.atlas}`);
        if (file.id !== this.state.atlas) return; /* another choice came in between */
        this.atlas = new Atlas(file);
        this.settle();
      } catch {
        this.notice(say('not_loaded'), () => void this.follow({ state, changed }));
        return;
      }
    }
    if (changed.has('tier')) await this.changeTier();
    this.compose();
    if (this.stage) {
      if (changed.has('cortex')) this.stage.setMatte(state.cortex === 'matte');
      if (changed.has('inflate')) await this.inflate();
      if (changed.has('view')) this.stage.look(this.view);
      this.stage.show(this.picture);
    } else {
      await this.showDrawn();
      this.arrange();
      this.compass();
    }
    this.rest();
  }

  /** Make the picture of the present state, and the few words that must follow at once. */
  private compose(): void {
    const made = makePicture(this.atlas, this.state, this.hovered);
    this.picture = made.picture;
    this.pairs = made.pairs;
    this.controls.reflect(this.state, this.atlas, count('links', this.pairs.length));
    this.list.fill(this.atlas.members(this.state).map((i) => this.atlas.parcel(i)), Number(this.state.parcel));
    this.panel.show(this.atlas, this.state);
    this.legend();
  }

  /** What may wait until the hand rests: spoken summary, tables, Dash, embedding pages. */
  private rest(): void {
    clearTimeout(this.resting);
    this.resting = window.setTimeout(() => {
      const chosen = Number(this.state.parcel);
      const about = chosen ? say('chosen', { name: this.atlas.parcel(chosen).plain }) : '';
      this.panel.announce(`${this.panel.summary(this.atlas, this.state, this.pairs)} ${about}`.trim());
      this.panel.fillTables(this.atlas, this.state, this.pairs);
      this.emit(this.state);
    }, 350);
  }

  // ---- the two tiers

  private async showDrawn(): Promise<void> {
    try {
      await this.drawn.show(this.picture, this.view, this.atlas.file.id, this.atlas.file.kind !== 'points');
    } catch {
      this.notice(say('not_loaded'), () => void this.showDrawn());
    }
  }

  private frame(): Frame {
    const box = this.stageBox.getBoundingClientRect();
    const pane = this.drawnBox.getBoundingClientRect();
    const inset = { left: pane.left - box.left, top: pane.top - box.top, right: box.right - pane.right, bottom: box.bottom - pane.bottom };
    return { width: box.width, height: box.height, inset, fit: parseFloat(getComputedStyle(root).getPropertyValue('--fit')) };
  }

  private async raise(): Promise<void> {
    if (this.stage || this.raising) return;
    this.raising = true;
    try {
      let first: () => void = () => undefined;
      const drawn = new Promise<void>((done) => { first = done; });
      const stage = await raise(this.canvas, this.view, this.frame(), {
        frame: (moving) => { first(); this.afterFrame(moving); },
        turned: () => undefined,
        lost: () => this.fall(say('lost')),
        restored: () => { root.dataset.tier = '3d'; this.notice(''); },
      });
      this.stage = stage;
      stage.setMatte(this.state.cortex === 'matte');
      await this.inflate();
      stage.show(this.picture);
      await drawn;
      root.dataset.tier = '3d';
      this.afterFrame(false);
    } catch {
      this.stage = null;
      this.fall(this.state.tier === '3d' ? say('no_3d') : '');
    }
    this.raising = false;
  }

  /** Back to the drawn picture, with the same state. */
  private fall(why: string): void {
    root.dataset.tier = 'drawn';
    this.notice(why);
    void this.showDrawn().then(() => this.arrange());
  }

  private async changeTier(): Promise<void> {
    if (this.wants3d()) { await this.raise(); return; }
    if (this.state.tier === '3d') this.notice(say('no_3d'));
    this.stage?.dispose();
    this.stage = null;
    root.dataset.tier = 'drawn';
    const fresh = this.canvas.cloneNode(false) as HTMLCanvasElement; /* a canvas gives its context only once */
    this.canvas.replaceWith(fresh);
    this.canvas = fresh;
    this.listen();
  }

  private async inflate(): Promise<void> {
    const amount = Number(this.state.inflate) / 100;
    if (!this.stage) return;
    if (amount > 0 && !this.inflated) {
      try { this.stage.setInflated(await loadInflated()); } catch { this.notice(say('not_loaded')); return; }
      this.inflated = true;
    }
    this.stage.setMorph(Number(this.state.inflate) / 100);
  }

  private afterFrame(moving: boolean): void {
    this.arrange(moving);
    this.compass();
    if (!this.callouts.settled && !moving) requestAnimationFrame(() => this.arrange(false));
  }

  // ---- labels

  private position(k: number, box: DOMRect): { x: number; y: number; shown: boolean } {
    return root.dataset.tier === '3d' && this.stage ? this.stage.project(k) : this.drawn.place(this.picture.nodes[k], box);
  }

  private arrange(moving = false): void {
    const box = this.stageBox.getBoundingClientRect();
    const brain = root.dataset.tier === '3d' && this.stage ? this.stage.bounds() : this.drawn.bounds(box);
    const frame = this.frame();
    const small = phone();
    const foot = this.host.querySelector('.foot')!.getBoundingClientRect();
    const area = { x0: frame.inset.left + 12, y0: small ? 58 : 64, x1: box.width - (small ? 8 : 14), y1: foot.top - box.top - 10 };
    this.callouts.place(this.chosenCallouts(box, small), brain, area, still() || moving);
    if (!moving) {
      const place = new Map(this.picture.nodes.map((n, k) => [n.index, k]));
      this.list.place((index) => this.position(place.get(index) ?? 0, box));
    }
  }

  /** The chosen or pointed-at parcel first, then the hubs in the order of the content. */
  private chosenCallouts(box: DOMRect, small: boolean): Callout[] {
    const out: Callout[] = [];
    const used = new Set<number>();
    const add = (k: number, title: string, lines: string[], lit: boolean): void => {
      const p = this.position(k, box);
      if (!p.shown || used.has(k)) return;
      used.add(k);
      out.push({ id: `node-${this.picture.nodes[k].index}`, title, lines: small ? lines.slice(0, lit ? 2 : 0) : lines, lit, x: p.x, y: p.y });
    };
    for (const k of [this.picture.hovered, this.picture.selected]) {
      if (k < 0) continue;
      const p = this.atlas.parcel(this.picture.nodes[k].index);
      add(k, p.plain, [networkName(p), coordinate(p)], true);
    }
    const most = small ? 3 : root.dataset.scheme === 'projector' ? 5 : 6;
    if (this.picture.selected >= 0) return this.partnerCallouts(out, used, box, small, most);
    const seen = new Map(this.picture.nodes.map((n, k) => [n.index, k]));
    const { back } = axesOf(this.view);
    for (const place of this.atlas.file.places) {
      if (out.length >= most) break;
      const near = back[0] > 0.2 ? [place.right, place.left] : [place.left, place.right];
      const k = near.map((i) => seen.get(i) ?? -1).find((n) => n >= 0 && this.position(n, box).shown) ?? -1;
      if (k >= 0) add(k, place.name, [place.line], false);
    }
    return out;
  }

  private partnerCallouts(out: Callout[], used: Set<number>, box: DOMRect, small: boolean, most: number): Callout[] {
    const chosen = Number(this.state.parcel);
    const place = new Map(this.picture.nodes.map((n, k) => [n.index, k]));
    const partners = this.pairs.filter((p) => p.a === chosen || p.b === chosen).slice(0, most - out.length);
    for (const pair of partners) {
      const other = pair.a === chosen ? pair.b : pair.a;
      const k = place.get(other)!;
      const p = this.position(k, box);
      if (!p.shown || used.has(k)) continue;
      used.add(k);
      out.push({ id: `node-${other}`, title: this.atlas.parcel(other).plain, lines: small ? [] : [`r ${fixed(pair.r)}`], lit: false, x: p.x, y: p.y });
    }
    return out;
  }

  private compass(): void {
    const svg = this.host.querySelector('.compass svg');
    if (!svg) return;
    const { right, up } = axesOf(this.view);
    const axes = root.dataset.tier === '3d' && this.stage ? this.stage.axes() : { x: [right[0], up[0]], y: [right[1], up[1]], z: [right[2], up[2]] };
    const [r, l, a, p, s, i] = say('compass').split(' ');
    let out = '';
    for (const [plus, minus, v] of [[r, l, axes.x], [a, p, axes.y], [s, i, axes.z]] as const) {
      const n = Math.hypot(v[0], v[1]);
      if (n < 0.3) continue;
      const [x, y] = [v[0] * 24, -v[1] * 24];
      const k = 1 + 10 / (24 * n);
      out += `<line x1="${-x}" y1="${-y}" x2="${x}" y2="${y}"/><text x="${x * k}" y="${y * k}">${plus}</text>`;
      if (n > 0.6) out += `<text x="${-x * k}" y="${-y * k}">${minus}</text>`;
    }
    if (svg.innerHTML !== out) svg.innerHTML = out;
  }

  private legend(): void {
    const seen = new Set(this.picture.nodes.map((n) => `${n.colour} ${n.shape}`));
    for (const el of this.host.querySelectorAll<HTMLElement>('.key [data-look]')) el.hidden = !seen.has(el.dataset.look!);
  }

  // ---- what a person does

  private hover(index: number): void {
    if (index === this.hovered) return;
    this.hovered = index;
    const k = this.picture.nodes.findIndex((n) => n.index === index);
    this.tip(k < 0 ? index : 0);
    if (this.picture.hovered === k) return;
    this.picture = { ...this.picture, hovered: k };
    if (root.dataset.tier === '3d' && this.stage) this.stage.show(this.picture);
    else { this.drawn.update(this.picture); this.arrange(); }
  }

  choose(index: number): void {
    const again = Number(this.state.parcel) === index;
    this.bus.set({ parcel: again ? 0 : index, ...(again ? { isolate: false } : {}) });
  }

  /** Name of a parcel under the pointer that is not part of the network shown. */
  private tip(index: number): void {
    const tip = this.host.querySelector<HTMLElement>('.tip')!;
    tip.hidden = !index;
    if (!index) return;
    const p = this.atlas.parcel(index);
    tip.replaceChildren(Object.assign(document.createElement('b'), { textContent: p.plain }), Object.assign(document.createElement('i'), { textContent: networkName(p) }));
  }

  private at(e: PointerEvent | MouseEvent, reach: number): number {
    const box = this.stageBox.getBoundingClientRect();
    if (root.dataset.tier === '3d' && this.stage) {
      const hit = this.stage.pick(e.clientX - box.left, e.clientY - box.top, reach);
      return hit.node >= 0 ? this.picture.nodes[hit.node].index : hit.parcel;
    }
    let best = 0;
    let d = reach;
    this.picture.nodes.forEach((n) => {
      const p = this.drawn.place(n, box);
      const e2 = Math.hypot(p.x - (e.clientX - box.left), p.y - (e.clientY - box.top));
      if (p.shown && e2 < d) { d = e2; best = n.index; }
    });
    const path = document.elementsFromPoint(e.clientX, e.clientY).find((el) => el instanceof SVGElement && el.dataset.parcel) as SVGElement | undefined;
    return best || Number(path?.dataset.parcel ?? 0);
  }

  private listen(): void {
    for (const el of [this.canvas, this.drawnBox]) {
      let down = [0, 0];
      el.addEventListener('pointermove', (e) => {
        if (e.buttons || e.pointerType === 'touch') return;
        const i = this.at(e, 16);
        this.hover(i);
        el.style.cursor = i ? 'pointer' : '';
        const tip = this.host.querySelector<HTMLElement>('.tip')!;
        const box = this.stageBox.getBoundingClientRect();
        tip.style.transform = `translate(${e.clientX - box.left + 14}px, ${e.clientY - box.top + 14}px)`;
      });
      el.addEventListener('pointerleave', () => this.hover(0));
      el.addEventListener('pointerdown', (e) => { down = [e.clientX, e.clientY]; });
      el.addEventListener('click', (e) => {
        if (Math.hypot(e.clientX - down[0], e.clientY - down[1]) > 5) return;
        const i = this.at(e, (e as PointerEvent).pointerType === 'touch' ? 24 : 16);
        if (i) this.choose(i);
      });
    }
  }

  private turn(azimuth: number, elevation: number): void {
    if (root.dataset.tier === '3d' && this.stage) { this.stage.turn(azimuth, elevation); return; }
    const ring: ViewName[] = ['front', 'hero', 'left', 'back', 'right'];
    const next = elevation ? (elevation > 0 ? 'top' : 'below') : ring[(ring.indexOf(this.view) + (azimuth > 0 ? 1 : ring.length - 1) + ring.length) % ring.length];
    this.bus.set({ view: next });
  }

  private wire(): void {
    this.listen();
    const steps: Record<string, () => void> = {
      'turn-left': () => this.turn(15, 0), 'turn-right': () => this.turn(-15, 0), 'turn-up': () => this.turn(0, 15), 'turn-down': () => this.turn(0, -15),
      'zoom-in': () => this.stage?.zoom(1.15), 'zoom-out': () => this.stage?.zoom(1 / 1.15),
      clear: () => { const i = Number(this.state.parcel); this.bus.set({ parcel: 0, isolate: false }); this.list.focus(i); },
      isolate: () => this.bus.set({ isolate: !this.state.isolate }),
      words: () => this.panel.turn(false),
      tables: () => { this.panel.turn(true); this.panel.fillTables(this.atlas, this.state, this.pairs); },
      csv: () => this.download(),
      grab: () => { const on = this.host.querySelector('.panel')!.classList.toggle('open'); this.host.querySelector('.grab')!.setAttribute('aria-expanded', String(on)); },
      dismiss: () => this.notice(''),
    };
    this.host.addEventListener('click', (e) => {
      const el = (e.target as HTMLElement).closest<HTMLElement>('[data-do], [data-parcel]');
      if (!el || el instanceof SVGElement) return;
      if (el.dataset.do) steps[el.dataset.do]?.();
      else this.bus.set({ parcel: Number(el.dataset.parcel) });
    });
    this.stageBox.addEventListener('keydown', (e) => {
      const turns: Record<string, [number, number]> = { ArrowLeft: [15, 0], ArrowRight: [-15, 0], ArrowUp: [0, 15], ArrowDown: [0, -15] };
      if (e.shiftKey && e.key in turns) { e.preventDefault(); this.turn(...turns[e.key]); }
      if (e.key === '+' || e.key === '=') this.stage?.zoom(1.15);
      if (e.key === '-') this.stage?.zoom(1 / 1.15);
    });
    addEventListener('keydown', (e) => { if (e.key === 'Escape' && !document.querySelector(':popover-open') && Number(this.state.parcel)) this.bus.set({ parcel: 0, isolate: false }); });
    addEventListener('neuroviz:look', () => this.restyle());
    addEventListener('beforeprint', () => this.drawn.update(this.picture));
    new ResizeObserver(() => this.resized()).observe(this.stageBox);
  }

  private resized(): void {
    if (!this.picture) return;
    this.callouts.measureAgain();
    this.stage?.resize(this.frame());
    this.arrange();
  }

  private restyle(): void {
    this.callouts.measureAgain();
    this.stage?.repaint();
    requestAnimationFrame(() => this.resized());
  }

  private download(): void {
    const a = document.createElement('a');
    a.href = URL.createObjectURL(new Blob([csv(this.atlas, this.pairs)], { type: 'text/csv' }));
    a.download = `${this.atlas.file.id}-${this.state.show}.csv`;
    a.click();
    void breathe().then(() => URL.revokeObjectURL(a.href));
  }

  /** A polite notice on the stage; an empty text takes it away. */
  private notice(text: string, again?: () => void): void {
    const box = this.host.querySelector<HTMLElement>('.notice')!;
    box.hidden = !text;
    box.querySelector('p')!.textContent = text;
    const button = box.querySelector<HTMLButtonElement>('.again')!;
    button.hidden = !again;
    button.onclick = () => { box.hidden = true; again?.(); };
  }

  /** The address of the present view. */
  link(): string { return location.href.split(/[?#]/)[0] + query(this.state); }
}

export let explore: Explore | null = null;

export const exploreIsland: Behaviour = {
  attach(host, emit) {
    explore = new Explore(host, emit);
    void explore.start();
  },
  show(_host, value) { if (value && typeof value === 'object') explore?.bus.set(value as Record<string, unknown>, 'drag'); },
};
