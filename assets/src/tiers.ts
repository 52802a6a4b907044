/** The two tiers of one picture behind one face: whichever is up shows the picture and says where things are on screen. */
import { axesOf, inView } from './camera';
import { say } from './config';
import { CONTEXT } from './context';
import { Drawn } from './drawn';
import type { Atlas } from './network';
import { coming, loadInflated, raise, unveil } from './loading';
import { machine, phone } from './prefs';
import { panes } from './panes';
import type { Frame, Pane, Picture, Solid, StageApi, Vec3, ViewName } from './picture';
import type { State } from './state';

export interface Spot { x: number; y: number; shown: boolean }

export interface TierEvents {
  /** After every frame that was drawn; `moving`: more will follow. */
  drawn(moving: boolean): void;
  /** The brain was turned by hand and rests: where the camera is now. */
  turned(camera: string): void;
  /** A sentence for the person, with something to try again; '' takes the last one away. */
  notice(text: string, again?: () => void): void;
}

const root = document.documentElement;
/** ms after which the drawn network is shown while the 3-D one is still on its way. */
const PATIENCE = 2500;

export class Tiers {
  readonly box: HTMLElement;
  /** The drawn picture, and a second one while two are compared. */
  private drawn: Drawn;
  private pane: HTMLElement;
  private other: { drawn: Drawn; pane: HTMLElement } | null = null;
  private framed: Frame | null = null;
  private canvas: HTMLCanvasElement;
  private stage: StageApi | null = null;
  private raising = false;
  /** 3-D was asked for by hand, so it is said when it does not come; whether there is none. */
  private asked = false;
  private missing = false;
  private inflated = false;
  private byHand = false;
  private solids: Solid[] = [];
  private picture!: Picture;
  private state!: State;
  private atlas!: Atlas;
  /** Fulfilled when the 3-D picture stands in full quality; at once where there is none. */
  complete: Promise<void> = Promise.resolve();

  constructor(host: HTMLElement, private events: TierEvents, private listen: (surface: HTMLElement) => void) {
    this.box = host;
    this.pane = host.querySelector<HTMLElement>('.tier-drawn')!;
    this.canvas = host.querySelector<HTMLCanvasElement>(':scope > canvas')!;
    this.drawn = new Drawn(this.pane);
    listen(this.canvas);
    listen(this.pane);
    host.addEventListener('input', (e) => this.ask(e.target as HTMLInputElement), true);
  }

  /** Whether a picture has been given yet. */
  get begun(): boolean { return this.picture !== undefined; }
  shows(picture: Picture): boolean { return this.picture === picture; }
  private get up(): StageApi | null { return root.dataset.tier === '3d' ? this.stage : null; }
  private get view(): ViewName { return this.state.view as ViewName; }
  private get wants3d(): boolean { return this.state.tier !== 'drawn' && (this.state.tier === '3d' || !phone()); }

  // ---- show

  /** The first picture: drawn at once, then in 3-D where that is wanted and possible. */
  async begin(picture: Picture, state: State, atlas: Atlas): Promise<void> {
    this.take(picture, state, atlas);
    this.resize();
    await this.draw();
    /* Long enough for the 3-D picture on a slow machine, short enough for nobody to wonder. */
    setTimeout(unveil, PATIENCE);
    if (this.wants3d) await this.raise();
    else this.settle();
  }

  /** The drawn picture stays: all of it, in full quality. */
  private settle(): void {
    root.dataset.tier = 'drawn';
    root.dataset.smooth = '';
    unveil();
    this.reflect();
  }

  /** The choice of the picture follows what is on screen, and it is said where there is none in 3-D. */
  private reflect(): void {
    const menu = this.box.querySelector<HTMLElement>('#view-menu')!;
    for (const el of menu.querySelectorAll<HTMLInputElement>('[data-key="tier"]')) {
      el.checked = (el.value === 'drawn') === (root.dataset.tier === 'drawn');
      if (el.value !== 'drawn') el.disabled = this.missing;
    }
    for (const el of menu.querySelectorAll<HTMLElement>('.needs-drawn')) el.hidden = this.missing !== ('missing' in el.dataset);
  }

  /** 3-D is tried again when it is chosen, also where the state wants it already. */
  private ask({ dataset, value }: HTMLInputElement): void {
    if (dataset.key !== 'tier' || value === 'drawn') return;
    this.asked = true;
    setTimeout(() => { if (this.begun && this.wants3d) void this.raise(); });
  }

  async show(picture: Picture, state: State, atlas: Atlas, changed: Set<string>): Promise<void> {
    this.take(picture, state, atlas);
    if (changed.has('compare') || changed.has('wipe')) this.resize();
    if (changed.has('tier')) await this.change();
    if (!this.up) { await this.draw(); return; }
    if (changed.has('cortex')) this.up.setMatte(state.cortex === 'matte');
    if (changed.has('inflate')) await this.inflate();
    if (changed.has('camera') || changed.has('view')) this.aim();
    this.up?.show(picture);
  }

  /** Behind the 3-D picture the drawn one keeps to the same viewpoint and areas: it is what is printed, and what comes when 3-D is lost. */
  follow(): void {
    if (this.up && !this.drawn.has(this.picture, this.view)) void Promise.all(this.drawings().map((d) => d.show(this.picture, this.view))).catch(() => undefined);
  }

  /** Only what is pointed at has changed. */
  point(picture: Picture): void {
    this.picture = picture;
    if (this.up) this.up.show(picture);
    else { this.update(); this.events.drawn(false); }
  }

  /** Only the clock has moved: the links follow, and nothing else is touched. */
  move(picture: Picture, state: State): void {
    this.picture = picture;
    this.state = state;
    if (this.up) { this.up.move(picture.levels!); return; }
    for (const d of this.drawings()) d.move(picture);
    this.events.drawn(false);
  }

  /** The seam of the wipe has moved. */
  wipe(state: State): void {
    this.state = state;
    this.resize();
    if (!this.up) this.events.drawn(false);
  }

  private drawings(): Drawn[] { return this.other ? [this.other.drawn, this.drawn] : [this.drawn]; }
  private update(): void { for (const d of this.drawings()) d.update(this.picture); }

  private take(picture: Picture, state: State, atlas: Atlas): void {
    this.picture = picture;
    this.state = state;
    this.atlas = atlas;
    /* Before anything is measured: the room that a picture has depends on it. */
    this.box.dataset.compare = String(state.compare);
  }

  private async draw(): Promise<void> {
    try {
      await Promise.all(this.drawings().map((d) => d.show(this.picture, this.view)));
    } catch {
      this.events.notice(say('not_loaded'), () => void this.draw());
    }
    this.events.drawn(false);
  }

  // ---- up and down

  private async raise(): Promise<void> {
    if (this.stage || this.raising) return;
    this.raising = true;
    try {
      await coming();
      if (!this.canvas.getContext('webgl2', CONTEXT)) { machine.swift = false; this.missing = true; throw new Error('no WebGL'); }
      let first = (): void => undefined;
      let full = (): void => undefined;
      const drawn = new Promise<void>((done) => { first = done; });
      this.complete = new Promise<void>((done) => { full = done; });
      const { stage, cortex } = await raise(this.canvas, this.view, {
        frame: (moving) => { first(); if (!moving) full(); this.after(moving); },
        turned: () => { this.byHand = true; },
        lost: () => { this.missing = true; this.fall(say('lost')); },
        restored: () => { this.missing = false; this.rise(); this.events.notice(''); },
      });
      this.stage = stage;
      machine.swift = stage.swift;
      /* Size and panes may have changed on the way. */
      stage.resize(this.frame());
      this.stage.setMatte(this.state.cortex === 'matte');
      this.stage.setDeep(this.solids);
      await this.inflate();
      if (this.state.camera) this.aim();
      this.stage.show(this.picture);
      await Promise.all([cortex, drawn]);
      unveil();
      this.missing = false;
      if (this.state.tier !== 'drawn') this.rise();
      this.events.drawn(false);
    } catch {
      this.stage?.dispose();
      this.stage = null;
      this.complete = Promise.resolve();
      this.fall(this.asked || this.state.tier === '3d' ? say(this.missing ? 'no_3d' : 'not_loaded') : '');
    }
    this.raising = this.asked = false;
    /* The drawn one may have been chosen on the way. */
    if (this.stage && this.state.tier === 'drawn') await this.change();
  }

  private rise(): void {
    root.dataset.tier = '3d';
    this.reflect();
  }

  /** Back to the drawn picture, with the same state. */
  private fall(why: string): void {
    this.settle();
    this.events.notice(why);
    void this.draw();
  }

  private async change(): Promise<void> {
    if (this.wants3d) { await this.raise(); return; }
    if (this.raising) return;
    if (this.stage) this.missing = false; /* a lost one is let go */
    this.stage?.dispose();
    this.stage = null;
    this.inflated = false;
    this.settle();
    const fresh = this.canvas.cloneNode(false) as HTMLCanvasElement; /* a canvas gives its context only once */
    this.canvas.replaceWith(fresh);
    this.canvas = fresh;
    this.listen(fresh);
  }

  private async inflate(): Promise<void> {
    const amount = Number(this.state.inflate) / 100;
    if (amount > 0 && !this.inflated) {
      try { this.stage?.setInflated(await loadInflated()); } catch { this.events.notice(say('not_loaded')); return; }
      this.inflated = true;
    }
    this.stage?.setMorph(Number(this.state.inflate) / 100);
  }

  private after(moving: boolean): void {
    if (this.byHand && !moving) { this.byHand = false; this.events.turned(this.where()); }
    this.events.drawn(moving);
  }

  // ---- camera

  /** Bring the camera to where the state says: a place of its own, or a standard viewpoint. */
  private aim(): void {
    if (!this.stage || this.state.camera === this.where()) return;
    if (this.state.camera) this.stage.place(String(this.state.camera).split(',').map(Number) as [number, number, number]);
    else this.stage.look(this.view);
  }

  private where(): string { return this.stage!.pose().map(Math.round).join(','); }

  /** Turn by degrees; false where only standard viewpoints are drawn. */
  turn(azimuth: number, elevation: number): boolean {
    if (!this.up) return false;
    this.byHand = true;
    this.up.turn(azimuth, elevation);
    return true;
  }

  zoom(factor: number): void {
    if (!this.up) return;
    this.byHand = true;
    this.up.zoom(factor);
  }

  /** After a change of size or of the way of comparing. */
  resize(): void {
    this.framed = null;
    const { panes: all = [] } = this.frame();
    this.lay(all);
    this.stage?.resize(this.frame());
  }

  /** Put the drawn pictures into their panes; the second one is made when it is first needed. */
  private lay(all: Pane[]): void {
    if (all.length > 1 && !this.other) {
      const copy = this.pane.cloneNode(true) as HTMLElement;
      copy.classList.add('is-before');
      copy.querySelector('svg.defs')?.remove();
      copy.innerHTML = copy.innerHTML.replace(/drawn-(sky|body)/g, 'drawn-before-$1');
      this.pane.before(copy);
      this.listen(copy);
      this.other = { drawn: new Drawn(copy), pane: copy };
    }
    if (all.length < 2 && this.other) { this.other.pane.remove(); this.other = null; }
    const hosts = this.other ? [this.other.pane, this.pane] : [this.pane];
    hosts.forEach((host, k) => {
      const p = all[k];
      const { width, height, fit } = this.frame();
      this.drawings()[k].kind = p?.kind ?? 'now';
      host.style.cssText = !p ? '' : `inset:${p.inset.top}px ${p.inset.right}px ${p.inset.bottom}px ${p.inset.left}px;--fit:${fit};clip-path:inset(${p.clip.y - p.inset.top}px ${width - p.inset.right - p.clip.x - p.clip.width}px ${height - p.inset.bottom - p.clip.y - p.clip.height}px ${p.clip.x - p.inset.left}px)`;
    });
    if (this.begun) this.update();
  }
  repaint(): void { this.stage?.repaint(); }

  // ---- where things are

  frame(): Frame {
    if (this.framed) return this.framed;
    const was = this.pane.style.cssText;
    this.pane.style.cssText = '';
    const box = this.box.getBoundingClientRect();
    const pane = this.pane.getBoundingClientRect();
    this.pane.style.cssText = was;
    const inset = { left: pane.left - box.left, top: pane.top - box.top, right: box.right - pane.right, bottom: box.bottom - pane.bottom };
    const side = this.state?.compare === 'side';
    const frame: Frame = { width: box.width, height: box.height, inset, fit: parseFloat(getComputedStyle(this.box).getPropertyValue(side ? '--fit-side' : '--fit')) };
    if (this.state) frame.panes = panes(frame, this.state);
    return (this.framed = frame);
  }
  get panes(): Pane[] { return this.frame().panes ?? []; }

  /** CSS px of a node of the picture inside the stage's box. */
  place(node: number, pane = this.drawings().length - 1): Spot {
    return this.up ? this.up.project(node, pane) : this.drawings()[pane].place(this.picture.nodes[node], this.box.getBoundingClientRect());
  }
  /** CSS px of the middle of a link between two nodes of the picture. */
  middle(a: number, b: number, pane = this.drawings().length - 1): Spot {
    if (this.up) return this.up.middle(a, b, pane);
    return this.drawings()[pane].middle(this.picture.nodes[a], this.picture.nodes[b], this.box.getBoundingClientRect());
  }
  bounds(pane = this.drawings().length - 1): { x0: number; y0: number; x1: number; y1: number } {
    return this.up ? this.up.bounds(pane) : this.drawings()[pane].bounds(this.box.getBoundingClientRect());
  }
  /** What each pane draws now, link by link, for tests: r × (1 + level), and how far the level is from before. */
  reported(): { kind: string; links: { a: number; b: number; value: number; delta: number }[] }[] {
    const kinds = this.panes.length ? this.panes.map((p) => p.kind) : ['now'];
    return kinds.map((kind, k) => ({ kind, links: this.up ? this.up.drawn(k) : this.drawings()[k].strands(this.picture).map((s) => ({ a: this.picture.nodes[s.link.a].index, b: this.picture.nodes[s.link.b].index, value: s.now, delta: s.delta })) }));
  }

  /** The same for a place in the head. */
  placeAt(at: Vec3): Spot {
    const p = this.up ? this.up.projectAt(...at) : this.drawn.placeAt(at, this.box.getBoundingClientRect());
    return { ...p, shown: inView(at, this.view) };
  }

  /** Solids under the cortex, and which of them is pointed at. */
  setDeep(solids: Solid[]): void { this.solids = solids; this.stage?.setDeep(solids); }
  pointDeep(index: number): void { this.stage?.pointDeep(index); }
  /** The viewpoint of the drawn picture; null while the 3-D one is up. */
  drawnView(): ViewName | null { return this.up ? null : this.view; }

  /** Screen direction of +x, +y, +z. */
  axes(): Record<'x' | 'y' | 'z', number[]> {
    if (this.up) return this.up.axes();
    const { right, up } = axesOf(this.view);
    return { x: [right[0], up[0]], y: [right[1], up[1]], z: [right[2], up[2]] };
  }

  /** Parcel index under a pointer, 0 for none: the nearest node within reach, else the territory. */
  pick(clientX: number, clientY: number, reach: number): number {
    const box = this.box.getBoundingClientRect();
    const [x, y] = [clientX - box.left, clientY - box.top];
    if (this.up) {
      const hit = this.up.pick(x, y, reach);
      return Math.max(0, hit.node >= 0 ? this.picture.nodes[hit.node].index : hit.parcel);
    }
    let best = 0;
    let d = reach;
    const inside = this.drawings()[Math.max(0, this.panes.findIndex(({ clip }) => x >= clip.x && x < clip.x + clip.width && y >= clip.y && y < clip.y + clip.height))] ?? this.drawn;
    this.picture.nodes.forEach((n) => {
      const p = inside.place(n, box);
      const e = Math.hypot(p.x - x, p.y - y);
      if (p.shown && e < d) { d = e; best = Math.max(0, n.index); }
    });
    const area = this.picture.areas !== this.atlas.file.id ? undefined : document.elementsFromPoint(clientX, clientY).find((el) => el instanceof SVGElement && el.dataset.parcel) as SVGElement | undefined;
    return best || Number(area?.dataset.parcel ?? 0);
  }
}
