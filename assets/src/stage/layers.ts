/**
 * What stands still is kept as pictures: the ground with the shell behind, and the glass in front with its depth. A change of links then costs
 * two copies and the marks. The shells are drawn at twice the size and averaged, which also smooths their edges; multisampling of the canvas
 * itself would cost two to three times as much in every frame.
 */
import {
  AlwaysDepth, BufferAttribute, BufferGeometry, Camera, DepthStencilFormat, DepthTexture, GLSL3, LinearFilter, Mesh, NearestFilter, NoBlending,
  NormalBlending, RawShaderMaterial, Scene, UnsignedInt248Type, Vector4, WebGLRenderTarget, type WebGLRenderer,
} from 'three';
import { DEEP_FRAG, FLAT_VERT, LAYER_FRAG, RESOLVE_FRAG, SKY_FRAG } from './shaders';
import type { Box } from './pick';
import type { Uniforms } from './tokens';

/** Most pixels of the large target: beyond it edges are smoothed less rather than memory filled. */
const MOST = 9e6;
const MARGIN = 9;

export class Layers {
  /** In the main scene: the bare ground, and the stored layers. */
  readonly sky: Mesh;
  readonly underDeep: Mesh;
  readonly over: Mesh;
  private geometry = new BufferGeometry();
  private large = target(NearestFilter, true);
  private lower = target(NearestFilter, false);
  private upper = target(NearestFilter, false);
  /** Depth of the surface, for those who stand before or behind it. */
  readonly deep: Uniforms = { deep: { value: this.large.depthTexture } };
  private pixel = target(NearestFilter, true);
  private flat = new Scene();
  private eye = new Camera();
  private laySky: Mesh;
  private resolve: Mesh;
  private width = 0;
  private height = 0;

  constructor(private u: Uniforms) {
    this.geometry.setAttribute('position', new BufferAttribute(new Float32Array([-1, -1, 0, 1, -1, 0, 1, 1, 0, -1, 1, 0]), 3));
    this.geometry.setIndex([0, 1, 2, 0, 2, 3]);
    this.large.texture.minFilter = this.large.texture.magFilter = LinearFilter;
    const big = { map: { value: this.large.texture } };
    const bare = { blending: NoBlending, depthTest: false, depthWrite: false };
    this.sky = this.quad(SKY_FRAG, 0, bare, {}, 'whole');
    this.laySky = this.quad(SKY_FRAG, 0, { ...bare, defines: { HAS: 1 } }, big, 'whole');
    this.resolve = this.quad(RESOLVE_FRAG, 0, bare, big, 'whole');
    this.underDeep = this.quad(DEEP_FRAG, 0, { blending: NoBlending, depthFunc: AlwaysDepth, depthWrite: true }, { map: { value: this.lower.texture }, ...this.deep }, 'whole');
    this.over = this.quad(LAYER_FRAG, 9, { blending: NormalBlending, premultipliedAlpha: true, depthTest: false, depthWrite: false }, { map: { value: this.upper.texture } }, 'brain');
    this.flat.add(this.laySky, this.resolve);
  }
  private quad(fragmentShader: string, order: number, state: object, own: Uniforms, box: string): Mesh {
    const material = new RawShaderMaterial({ glslVersion: GLSL3, transparent: true, vertexShader: FLAT_VERT, fragmentShader, uniforms: { ...this.u, ...own, box: this.u[box] }, ...state });
    const m = new Mesh(this.geometry, material);
    m.frustumCulled = false;
    m.matrixAutoUpdate = false;
    m.renderOrder = order;
    return m;
  }

  /** Device px of the canvas at rest, and how many px of the large target make one of them. */
  resize(width: number, height: number, density: number): void {
    const most = Math.sqrt(MOST / (width * height));
    const times = Math.max(1, Math.min(density >= 2 ? 1 : 2, most));
    if (width === this.width && height === this.height && times === this.u.times.value) return;
    this.width = width;
    this.height = height;
    this.u.times.value = times;
    this.large.setSize(Math.round(width * times), Math.round(height * times));
    this.lower.setSize(width, height);
    this.upper.setSize(width, height);
  }

  /** Clear the large target, have it drawn, then average it into one of the two layers. */
  store(renderer: WebGLRenderer, front: boolean, paint: () => void): void {
    this.large.scissorTest = false;
    renderer.setRenderTarget(this.large);
    renderer.clear();
    paint();
    this.large.scissorTest = false;
    this.laySky.visible = !front;
    this.resolve.visible = front;
    renderer.setRenderTarget(front ? this.upper : this.lower);
    renderer.render(this.flat, this.eye);
    renderer.setRenderTarget(null);
  }

  /** From now on only this part of the large target is drawn to: px of the canvas from the lower left. */
  cut(renderer: WebGLRenderer, x: number, y: number, width: number, height: number): void {
    const k = this.u.times.value as number;
    this.large.scissor.set(Math.round(x * k), Math.round(y * k), Math.round(width * k), Math.round(height * k));
    this.large.scissorTest = true;
    renderer.setRenderTarget(this.large);
  }

  /** Copy the lower layer to the canvas, which is far cheaper than drawing it. */
  copy(renderer: WebGLRenderer): void {
    const gl = renderer.getContext() as WebGL2RenderingContext;
    // The renderer keeps count of what is bound, so it does the binding.
    renderer.setRenderTarget(this.lower);
    const from = gl.getParameter(gl.DRAW_FRAMEBUFFER_BINDING) as WebGLFramebuffer;
    renderer.setRenderTarget(null);
    renderer.state.bindFramebuffer(gl.READ_FRAMEBUFFER, from);
    gl.blitFramebuffer(0, 0, this.width, this.height, 0, 0, this.width, this.height, gl.COLOR_BUFFER_BIT, gl.NEAREST);
    renderer.state.bindFramebuffer(gl.READ_FRAMEBUFFER, null);
  }

  /** Where the brain is: only there the glass has to be copied. The box is of the light mesh, the full one may reach a little further. */
  box(brain: Box, { width, height }: { width: number; height: number }): void {
    const x = (v: number): number => Math.min(1, Math.max(-1, (2 * v) / width - 1));
    const y = (v: number): number => Math.min(1, Math.max(-1, 1 - (2 * v) / height));
    (this.u.brain.value as Vector4).set(x(brain.x0 - MARGIN), y(brain.y1 + MARGIN), x(brain.x1 + MARGIN), y(brain.y0 - MARGIN));
  }
  /** Those that are no part of the main scene. */
  programs(): Mesh[] {
    return [this.laySky, this.resolve];
  }
  /** Use programs in a target of one pixel. */
  tiny(renderer: WebGLRenderer, job: () => void, meshes: Mesh[]): void {
    renderer.setRenderTarget(this.pixel);
    job();
    this.laySky.visible = meshes.includes(this.laySky);
    this.resolve.visible = meshes.includes(this.resolve);
    if (this.laySky.visible || this.resolve.visible) renderer.render(this.flat, this.eye);
    renderer.setRenderTarget(null);
  }
  dispose(): void {
    this.geometry.dispose();
    for (const t of [this.large, this.lower, this.upper, this.pixel]) {
      t.depthTexture?.dispose();
      t.dispose();
    }
    for (const m of [this.sky, this.underDeep, this.over, this.laySky, this.resolve]) (m.material as RawShaderMaterial).dispose();
  }
}

/** Depth is of the kind that a canvas has, stencil and all: code of a program made for the one serves the other. */
function target(filter: typeof NearestFilter | typeof LinearFilter, depth: boolean): WebGLRenderTarget {
  const t = new WebGLRenderTarget(1, 1, { minFilter: filter, magFilter: filter, generateMipmaps: false, depthBuffer: depth, stencilBuffer: depth });
  if (depth) {
    t.depthTexture = new DepthTexture(1, 1, UnsignedInt248Type);
    t.depthTexture.format = DepthStencilFormat;
  }
  return t;
}
