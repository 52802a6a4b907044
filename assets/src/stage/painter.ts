/** What is drawn in which order, once the state is known. Owns the scene, the renderer and every object on the GPU. */
import { Scene, WebGLRenderer, setConsoleFunction, type InstancedBufferGeometry, type Mesh } from 'three';
import type { Pane, PaneKind } from '../picture';
import { Arrows } from './arrows';
import type { View } from './camera';
import { Cortex, type Shown } from './cortex';
import { Deep } from './deep';
import { Layers } from './layers';
import { Links } from './links';
import { Nodes } from './nodes';
import type { Box } from './pick';
import { Tokens, uniforms, type Uniforms } from './tokens';

// Warnings and errors pass; that a context was lost is told by the stage itself.
setConsoleFunction((type: string, ...message: unknown[]) => {
  if (type === 'warn' || type === 'error') console[type](...message);
});

/** Pixel ratio of a draft, whether light mesh and light glass will do, and whether ground and halos are still to come. */
export interface Quality { ratio: number; light: boolean; bare: boolean }

/** Width of a contour, CSS px to either side. */
const CONTOUR = 1.6;
/** Reach of the glow beside a link, CSS px; a crowd of links has none. */
const GLOW = 6;
const CROWD = 260;
/** What the shader of the links calls the kinds of panes. */
const PHASE: Record<PaneKind, number> = { before: 0, now: 1, difference: 2 };

const same = (p: Pane, q: Pane): boolean => JSON.stringify(p.inset) === JSON.stringify(q.inset);

export class Painter {
  readonly tokens: Tokens;
  readonly u: Uniforms = uniforms();
  readonly layers = new Layers(this.u);
  readonly nodes = new Nodes(this.u, this.layers.deep);
  readonly links = new Links(this.u);
  readonly deep = new Deep(this.u);
  readonly arrows = new Arrows(this.u);
  readonly cortex = new Cortex(this.u);
  readonly renderer: WebGLRenderer;
  /** The look that was asked for; a map of values is never on glass. */
  opaque = false;
  painted = false;
  shown: Shown = 'both';
  /** r that is drawn as the thinnest and as the widest link. */
  span: [number, number] = [0, 1];
  /** The stored layers are not of the present state any more. */
  stale = true;
  private scene = new Scene();
  private size = '';

  constructor(private canvas: HTMLCanvasElement, context: WebGL2RenderingContext, private view: View) {
    this.tokens = new Tokens(canvas);
    this.renderer = new WebGLRenderer({ canvas, context, antialias: false });
    this.renderer.outputColorSpace = 'srgb-linear';
    this.renderer.autoClear = false;
    this.renderer.setClearAlpha(0);
    // Asking for errors would wait for the compiler.
    this.renderer.debug.checkShaderErrors = false;
    this.scene.matrixWorldAutoUpdate = false;
    const { sky, underDeep, over } = this.layers;
    this.scene.add(sky, underDeep, over, this.nodes.halo, this.nodes.behind, this.nodes.body, this.nodes.above, this.links.behind, this.links.front, this.deep.body, this.deep.behind, this.arrows.mesh, ...this.cortex.all);
  }
  get matte(): boolean {
    return this.opaque || this.painted;
  }
  /** The colours of the territories stand for values, or no more. */
  paint(on: boolean): void {
    this.painted = on;
    this.u.painted.value = Number(on);
    this.stale = true;
  }
  get lost(): boolean {
    return this.renderer.getContext().isContextLost();
  }
  /** Hand the programs over to be compiled, which goes on beside the main thread; done when `fence` says so. */
  compile(meshes: Mesh[]): void {
    for (const m of meshes) this.renderer.compile(m, this.view.camera, this.scene);
  }
  /**
   * First use of the programs, on one triangle and one pixel. A program asks for its own layout then, which must not have to wait behind a large
   * picture that is being drawn; and without a graphics card it is now that its code is made, beside the main thread. That code depends on what
   * is drawn before and on the kind of target, so all are drawn together, as they will be.
   */
  warm(meshes: Mesh[]): void {
    const shapes = new Set(meshes.map((m) => m.geometry as InstancedBufferGeometry));
    const restore = [...shapes].map((g) => {
      const { drawRange: { start, count }, instanceCount } = g;
      g.setDrawRange(0, 3);
      g.instanceCount = 1;
      return () => { g.setDrawRange(start, count); g.instanceCount = instanceCount; };
    });
    this.layers.tiny(this.renderer, () => this.draw(meshes), meshes);
    for (const back of restore) back();
    // Now, and not when the first picture is asked for.
    this.renderer.getContext().flush();
  }
  /**
   * What the first picture needs; what a full one needs besides; what the other look of the cortex needs. The first one leaves out what can be
   * missed for a moment: each program takes a while to be made without a graphics card, and the page has a ground of its own.
   */
  first(light: boolean): Mesh[] {
    return light ? this.draft(light).filter((m) => !this.later.includes(m)) : this.draft(light);
  }
  others(light: boolean): Mesh[] {
    const { cortex: c, layers } = this;
    return [...(light ? this.later : []), this.arrows.mesh, ...layers.programs(), ...(this.matte ? [layers.underDeep] : [c.back, c.depth, c.front, layers.over, this.nodes.above])];
  }
  spare(light: boolean): Mesh[] {
    const { cortex: c, layers } = this;
    return this.matte ? [light ? c.frontDraft : c.back, c.depth, c.front, layers.over, this.nodes.above] : [c.matte, layers.underDeep];
  }
  /**
   * When everything handed over so far has been done. Asking does not wait; and unlike compileAsync of three.js it needs no extension, which
   * Chromium without a graphics card has not.
   */
  async fence(): Promise<void> {
    const gl = this.renderer.getContext() as WebGL2RenderingContext;
    const sync = gl.fenceSync(gl.SYNC_GPU_COMMANDS_COMPLETE, 0);
    gl.flush();
    for (let i = 0; sync && i < 200 && !gl.isContextLost(); i++) {
      await pause(8);
      if (gl.getSyncParameter(sync, gl.SYNC_STATUS) === gl.SIGNALED) break;
    }
    gl.deleteSync(sync);
  }

  repaint(): void {
    this.tokens.refresh();
    this.tokens.into(this.u);
    this.nodes.repaint(this.u.white.value > 0.5);
    this.stale = true;
  }

  /** Everything straight to the canvas, as is done while moving. */
  direct(q: Quality): void {
    this.prepare(q.ratio);
    this.cortex.range(this.shown, q.light, this.view.camera.position.x > 0);
    this.renderer.clearDepth();
    this.panes(q.ratio, () => this.draw([...(q.bare ? this.first(q.light) : this.draft(q.light)), this.arrows.mesh]));
  }
  draft(light: boolean): Mesh[] {
    const { cortex: c, layers } = this;
    if (this.matte) return [layers.sky, c.matte, ...this.marks()];
    return light ? [layers.sky, ...this.marks(), c.frontDraft] : [layers.sky, c.back, ...this.marks(), c.depth, c.front];
  }

  /** From the stored layers, after bringing them up to date where the cortex or the camera changed. */
  layered(ratio: number, brain: () => Box): void {
    this.prepare(ratio);
    const { layers, cortex: c, renderer } = this;
    layers.resize(this.canvas.width, this.canvas.height, ratio);
    if (this.stale) {
      this.stale = false;
      c.range(this.shown, false);
      this.u.contour.value = CONTOUR * ratio * this.u.times.value;
      layers.store(renderer, false, () => this.shells(ratio, this.matte ? [c.matte] : [c.back]));
      if (!this.matte) layers.store(renderer, true, () => this.shells(ratio, [c.depth, c.front]));
    }
    renderer.clearDepth();
    if (!this.matte) layers.copy(renderer);
    this.panes(ratio, () => {
      layers.box(brain(), this.view.frame);
      this.draw(this.matte ? [layers.underDeep, ...this.marks(), this.arrows.mesh] : [...this.marks(), layers.over, this.nodes.above, this.arrows.mesh]);
    });
  }
  /** The cortex once for each place on the canvas where it is; the halves of a wipe are the same one. */
  private shells(ratio: number, meshes: Mesh[]): void {
    const places = this.view.panes.filter((p, k, all) => all.findIndex((q) => same(p, q)) === k);
    places.forEach((pane) => {
      this.view.use(this.view.panes.indexOf(pane));
      this.follow(ratio);
      if (places.length > 1) this.layers.cut(this.renderer, ...this.corner(pane, ratio));
      this.draw(meshes);
    });
  }
  /** Draw each pane, cut out of the whole; the camera is left at the last one. */
  private panes(ratio: number, job: () => void): void {
    const { renderer, view } = this;
    const { panes } = view;
    if (panes.length > 1) renderer.setScissorTest(true);
    panes.forEach((pane, k) => {
      view.use(k);
      this.follow(ratio);
      this.u.phase.value = PHASE[pane.kind];
      if (panes.length > 1) renderer.setScissor(...this.corner(pane, ratio));
      job();
    });
    renderer.setScissorTest(false);
  }
  /** Lower left corner and size of a pane, px of the canvas. */
  private corner({ clip }: Pane, ratio: number): [number, number, number, number] {
    const x = Math.round(clip.x * ratio);
    const top = Math.round((clip.y + clip.height) * ratio);
    return [x, Math.max(0, this.canvas.height - top), Math.round((clip.x + clip.width) * ratio) - x, top - Math.round(clip.y * ratio)];
  }

  private get later(): Mesh[] {
    return [this.layers.sky, this.nodes.halo];
  }
  private marks(): Mesh[] {
    const { nodes, links } = this;
    nodes.glow(this.painted ? 0.1 : this.matte ? 0.45 : 1);
    /* Only while the folds are where they are in the head. */
    const solids = this.deep.empty || this.u.morph.value > 0 ? [] : this.matte ? [this.deep.behind] : [this.deep.body];
    return this.matte ? [nodes.halo, ...solids, links.behind, nodes.behind, nodes.body, links.front] : [nodes.halo, ...solids, nodes.body, links.front];
  }
  private only(list: Mesh[]): void {
    for (const o of this.scene.children) o.visible = list.includes(o as Mesh);
  }
  private draw(list: Mesh[]): void {
    /* A program is made for whatever is drawn, be it none of its kind. */
    this.only(this.u.phase.value && this.arrows.count ? list : list.filter((m) => m !== this.arrows.mesh));
    this.renderer.render(this.scene, this.view.camera);
  }

  /** Size of the canvas and all uniforms that follow the camera and the window. */
  private prepare(ratio: number): void {
    const { frame } = this.view;
    const size = `${Math.max(1, Math.round(frame.width * ratio))} ${Math.max(1, Math.round(frame.height * ratio))}`;
    if (size !== this.size) {
      this.size = size;
      const [w, h] = size.split(' ').map(Number);
      this.renderer.setSize(w, h, false);
    }
    this.follow(ratio);
    const { inset } = frame;
    const u = this.u;
    u.focus.value.set((inset.left + (frame.width - inset.left - inset.right) / 2) / frame.width, 1 - (inset.top + (frame.height - inset.top - inset.bottom) / 2) / frame.height);
    u.ratio.value = frame.width / frame.height;
    u.contour.value = CONTOUR * ratio;
    u.sharp.value = ratio / 1.2;
    u.pane.value.set(frame.width, frame.height);
    [u.low.value, u.high.value] = this.span;
  }
  /** Uniforms that follow the camera and the pane. */
  private follow(ratio: number): void {
    const { frame, inset, distance } = this.view;
    const w = frame.width - inset.left - inset.right;
    const h = frame.height - inset.top - inset.bottom;
    const u = this.u;
    const scale = Math.min(1.25, Math.max(0.6, Math.min(w / 900, h / 560)));
    u.scale.value = scale;
    u.glow.value = this.links.count > CROWD ? 0.5 : GLOW * scale;
    u.pxPerMm.value = this.view.pxPerMm() * ratio;
    u.far0.value = distance - 55;
    u.far1.value = distance + 75;
  }

  /** Let go of everything on the GPU; it is sent again when it is next drawn. */
  forget(): void {
    for (const part of [this.layers, this.nodes, this.links, this.deep, this.arrows, this.cortex]) part.dispose();
    this.stale = true;
  }
  dispose(): void {
    this.forget();
    this.renderer.dispose();
  }
}

/** Let time pass. */
export const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));
