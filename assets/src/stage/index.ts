/** The 3-D tier: a cortex of glass (or matte) with a network in it. Knows no words and no biology; draws only when something changed. */
import { CONTEXT } from '../context';
import { VIEWS, middleOf, type Cortex as Data, type Frame, type Levels, type MakeStage, type Picture, type Solid, type StageApi, type StageEvents, type Vec3, type ViewName } from '../picture';
import { View } from './camera';
import { Hands } from './hands';
import { HALF } from './mesh';
import { Painter } from './painter';
import { boxOf, nodeAt, vertexAt, type Box } from './pick';
import { Places } from './places';
import { Speed, tierOf } from './speed';
import { start } from './start';

/** ms without movement until the full picture is drawn, and until the idle drift begins. */
const REST = 150;
const IDLE = 2500;
/** Device px a CSS px at most, at rest; in drafts without and with a graphics card. */
const FINEST = 2;
const COARSE = 0.66;
const PLAIN = 1.25;

interface StageOptions { still: boolean; view: ViewName; span: [number, number] }

class Stage implements StageApi {
  private view: View;
  private hands: Hands;
  private painter: Painter;
  private speed: Speed;
  private places = new Places();
  private picture: Picture | null = null;
  private inflated: Float32Array | null = null;
  private pointedDeep = -1;
  private tinted = '';
  private amount = 0;
  /** Something can be drawn; everything can. */
  private ready = false;
  private whole = false;
  private refill = true;
  private dirty = true;
  private movedAt = -REST;
  /** When the cortex was last given other colours. */
  private paintedAt = -REST;
  private wake = 0;
  private settle = 0;
  private back = false;
  private idle: boolean;
  private leave = new AbortController();

  constructor(canvas: HTMLCanvasElement, cortex: Promise<Data>, options: StageOptions, private events: StageEvents) {
    const context = canvas.getContext('webgl2', CONTEXT);
    if (!context) throw new Error('WebGL is not available');
    this.view = new View(options.still, options.view);
    this.painter = new Painter(canvas, context, this.view);
    this.painter.shown = VIEWS[options.view][2];
    this.painter.span = options.span;
    this.speed = new Speed(tierOf(context));
    this.idle = !options.still && this.speed.tier === 2;
    this.hands = new Hands(canvas, this.view, { touched: () => this.calm(), turned: () => this.turned() });
    const { signal } = this.leave;
    canvas.addEventListener('webglcontextlost', (e) => this.lose(e), { signal });
    canvas.addEventListener('webglcontextrestored', () => void this.regain(), { signal });
    canvas.ownerDocument.addEventListener('keydown', () => this.calm(), { signal, once: true, capture: true });
    void this.begin(cortex);
  }

  // ---- start, loss and end

  private async begin(cortex: Promise<Data>): Promise<void> {
    const paint = (): void => {
      if (this.inflated) this.painter.cortex.setInflated(this.inflated);
      this.painter.repaint();
      this.tinted = '';
      this.refill = true;
      this.sync();
    };
    if (!(await start(this.painter, cortex, this.speed.tier === 0, paint, () => this.open(), () => this.leave.signal.aborted))) return;
    this.whole = true;
    this.open();
    if (this.idle) setTimeout(() => { this.view.drifting = this.idle; this.request(); }, IDLE);
  }
  /** Pictures can be drawn from now on. */
  private open(): void {
    this.ready = true;
    this.reshape();
  }
  private lose(e: Event): void {
    // Without this the browser never gives it back.
    e.preventDefault();
    this.ready = false;
    cancelAnimationFrame(this.wake);
    this.wake = 0;
    clearTimeout(this.settle);
    // What is known about objects of the old context must not be taken for objects of the next one.
    this.painter.forget();
    this.events.lost();
  }
  private async regain(): Promise<void> {
    const { painter } = this;
    this.back = true;
    // The renderer begins anew with opaque black, on which no ground would show.
    painter.renderer.setClearAlpha(0);
    // Lost during the start, which goes on by itself.
    if (!this.whole) return;
    const light = this.speed.tier === 0;
    painter.compile([...painter.first(light), ...painter.others(light)]);
    await painter.fence();
    if (this.leave.signal.aborted) return;
    this.open();
  }
  dispose(): void {
    this.leave.abort();
    this.hands.dispose();
    this.ready = false;
    cancelAnimationFrame(this.wake);
    clearTimeout(this.settle);
    this.painter.dispose();
  }

  // ---- what is shown

  show(picture: Picture): void {
    if (picture.painted !== this.painter.painted) this.painter.paint(picture.painted);
    this.picture = picture;
    this.refill = true;
    this.request();
  }
  move(levels: Levels): void {
    if (!this.picture) return;
    this.picture.levels = levels;
    this.level();
    this.request();
  }
  setMatte(matte: boolean): void {
    this.painter.stale ||= matte !== this.painter.opaque;
    this.painter.opaque = matte;
    this.request();
  }
  setMorph(amount: number): void {
    if (amount !== this.amount) this.stir(true);
    this.amount = this.view.spread = amount;
  }
  setInflated(vertices: Float32Array): void {
    this.inflated = vertices;
    if (this.painter.cortex.data) this.painter.cortex.setInflated(vertices);
    if (this.amount > 0) this.stir(true);
  }
  look(view: ViewName): void {
    this.calm();
    this.painter.shown = VIEWS[view][2];
    this.view.fly(view);
    this.reshape();
  }
  pose(): [number, number, number] {
    const { azimuth, elevation, distance } = this.view.pose;
    return [azimuth - 360 * Math.round(azimuth / 360), elevation, distance];
  }
  place([azimuth, elevation, distance]: [number, number, number]): void {
    this.calm();
    this.view.hold();
    this.view.pose = { azimuth, elevation, distance };
    this.view.drag(0, 0, 1);
    this.reshape(false);
  }
  turn(azimuth: number, elevation: number): void {
    this.nudge(azimuth, elevation, 1);
  }
  zoom(factor: number): void {
    this.nudge(0, 0, factor);
  }
  private nudge(azimuth: number, elevation: number, factor: number): void {
    this.calm();
    this.view.nudge(azimuth, elevation, factor);
    this.reshape(false);
  }
  resize(frame: Frame): void {
    if (JSON.stringify(frame) === JSON.stringify(this.view.frame)) return;
    this.view.frame = frame;
    this.stir();
  }
  repaint(): void {
    this.painter.repaint();
    this.tinted = '';
    this.reshape();
  }

  setDeep(solids: Solid[]): void {
    this.painter.deep.set(solids);
    this.reshape();
  }
  pointDeep(index: number): void {
    if (index === this.pointedDeep) return;
    this.pointedDeep = index;
    this.refill = true;
    this.request();
  }

  // ---- where things are on screen

  projectAt(x: number, y: number, z: number): { x: number; y: number } {
    this.view.use();
    return this.view.project(x, y, z);
  }

  project(node: number, pane?: number): { x: number; y: number; shown: boolean } {
    this.sync();
    this.view.use(pane);
    const p = this.places.at;
    return { ...this.view.project(p[3 * node], p[3 * node + 1], p[3 * node + 2]), shown: this.places.seen[node] ?? false };
  }
  middle(a: number, b: number, pane?: number): { x: number; y: number; shown: boolean } {
    this.sync();
    this.view.use(pane);
    const { at, seen } = this.places;
    const [from, to] = [a, b].map((n) => Array.from(at.subarray(3 * n, 3 * n + 3)) as Vec3);
    return { ...this.view.project(...middleOf(from, to)), shown: (seen[a] && seen[b]) ?? false };
  }
  drawn(pane = this.view.panes.length - 1): { a: number; b: number; value: number; delta: number }[] {
    this.sync();
    const before = this.view.panes[pane].kind === 'before';
    const level = this.painter.u.level.value as { x: number; y: number }[];
    return this.painter.links.strands.map(({ a, b, r, pair }) => {
      const { x: was, y: now } = pair < 0 ? { x: 0, y: 0 } : level[pair];
      return { a: this.picture!.nodes[a].index, b: this.picture!.nodes[b].index, value: r * (1 + (before ? was : now)), delta: before ? 0 : now - was };
    });
  }
  bounds(pane?: number): Box {
    this.sync();
    this.view.use(pane);
    return boxOf(this.view, this.vertices, this.halves);
  }
  axes(): { x: [number, number]; y: [number, number]; z: [number, number] } {
    this.view.use();
    return this.view.axes();
  }
  pick(x: number, y: number, reach: number): { node: number; parcel: number } {
    this.sync();
    const inside = this.view.panes.findIndex(({ clip }) => x >= clip.x && x < clip.x + clip.width && y >= clip.y && y < clip.y + clip.height);
    if (inside < 0) return { node: -1, parcel: 0 };
    this.view.use(inside);
    const vertex = vertexAt(this.view, this.vertices, this.painter.cortex.data!.facesLight, this.halves, x, y);
    return { node: nodeAt(this.view, this.places, x, y, reach), parcel: vertex < 0 ? 0 : this.picture?.labels[vertex] ?? 0 };
  }
  get swift(): boolean {
    return this.speed.tier > 0;
  }

  // ---- inside

  private get vertices(): Float32Array {
    return this.painter.cortex.vertices;
  }
  /** First vertex of each hemisphere shown. */
  private get halves(): number[] {
    const { shown } = this.painter;
    return shown === 'both' ? [0, HALF] : [shown === 'left' ? 0 : HALF];
  }
  private get density(): number {
    return Math.min(devicePixelRatio || 1, this.speed.tier === 0 ? 1 : FINEST);
  }
  /** A person is here: the idle drift ends for good. */
  private calm(): void {
    this.idle = this.view.drifting = false;
  }
  private turned(): void {
    this.stir();
    this.events.turned();
  }
  /** Something moves: drafts will do until it rests. */
  private stir(refill = false): void {
    this.movedAt = performance.now();
    this.reshape(refill);
  }
  /** The stored layers are of no use any more; `refill`: nor are the buffers of nodes and links. */
  private reshape(refill = true): void {
    this.painter.stale = true;
    this.refill ||= refill;
    this.request();
  }
  private request(): void {
    this.dirty = true;
    this.again();
  }
  private again(): void {
    if (!this.wake && this.ready) this.wake = requestAnimationFrame((t) => this.tick(t));
  }

  private tick(t: number): void {
    this.wake = 0;
    if (!this.ready || !this.picture || this.view.frame.width < 2) return;
    if (this.view.step(t)) {
      this.movedAt = t;
      this.painter.stale = this.dirty = true;
    }
    const { busy } = this.view;
    if (this.dirty) {
      this.dirty = false;
      this.present(t, busy);
    }
    if (busy) this.again();
  }
  /** One frame: a draft while something moves and the machine is slow, which the full picture follows. */
  private present(t: number, busy: boolean): void {
    this.sync();
    const changed = Math.max(this.movedAt, this.paintedAt);
    const moving = this.painter.stale && t - changed < REST;
    const draft = !this.whole || (moving && this.speed.tier < 2);
    this.draw(draft, !this.whole || t - this.movedAt < REST);
    if (moving && this.speed.frame(t, busy)) this.calm();
    clearTimeout(this.settle);
    if (draft && this.whole) this.settle = window.setTimeout(() => this.request(), Math.max(0, changed + REST - t) + 5);
    if (this.back) {
      this.back = false;
      this.events.restored();
    }
    this.events.frame(busy || draft);
  }
  /** A draft is `coarse` only while the brain turns: another size of the canvas waits for all that is being drawn. */
  private draw(draft: boolean, coarse = true): void {
    this.sync();
    if (!draft) this.painter.layered(this.density, () => boxOf(this.view, this.vertices, this.halves));
    else if (this.speed.tier === 0) this.painter.direct({ ratio: coarse ? COARSE : this.density, light: true, bare: !this.whole });
    else this.painter.direct({ ratio: coarse ? Math.min(PLAIN, this.density) : this.density, light: false, bare: false });
  }

  /** Camera, places and buffers follow the state; nothing is drawn. */
  private sync(): void {
    this.view.use();
    const { painter, picture, places } = this;
    const { cortex } = painter;
    if (!picture || !this.refill || !cortex.data) return;
    cortex.morph(this.amount);
    places.update(picture, cortex.data.pial, this.vertices, painter.shown);
    if (!cortex.prepared) return;
    this.refill = false;
    const again = picture.territoryKey !== this.tinted;
    if (again) {
      this.tinted = picture.territoryKey;
      cortex.tint(picture.paint, picture.territory, painter.tokens, picture.painted);
    }
    const chosen = picture.nodes[picture.selected]?.index ?? 0;
    if (cortex.choose(chosen, picture.labels, again) || again) {
      painter.stale = true;
      this.paintedAt = performance.now();
    }
    painter.nodes.fill(picture, places.at, places.seen, painter.tokens);
    painter.links.fill(picture, places.at, places.seen, painter.tokens);
    if (!painter.deep.empty) painter.deep.fill(painter.shown, this.pointedDeep, painter.tokens);
    this.level();
  }
  private level(): void {
    const { painter, picture } = this;
    painter.links.move(picture!.levels);
    painter.arrows.fill(painter.links.strands, picture!.levels);
  }
}

export const makeStage: MakeStage = (canvas, cortex, options, events) => new Stage(canvas, cortex, options, events);
