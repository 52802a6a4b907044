/** The cortex: one geometry, its glass shells, its depth pass and its matte look, and the territories painted on it. */
import { BackSide, BufferAttribute, BufferGeometry, FrontSide, GLSL3, Mesh, NoBlending, RawShaderMaterial, type Material, type Side } from 'three';
import type { Cortex as Data } from '../picture';
import { HALF, allFaces, centred, depths, neighbours, normals, smooth, type Neighbours } from './mesh';
import { CORTEX_VERT, DEPTH_FRAG, GLASS_FRAG, MATTE_FRAG } from './shaders';
import { TERRITORIES, type Tokens, type Uniforms } from './tokens';

export type Shown = 'both' | 'left' | 'right';
const COUNT = 2 * HALF;

export class Cortex {
  readonly geometry = new BufferGeometry();
  readonly back: Mesh;
  readonly depth: Mesh;
  readonly front: Mesh;
  readonly matte: Mesh;
  /** Vertices at the present morph, and of the two shapes. */
  vertices: Float32Array;
  inflated: Float32Array | null = null;
  private around!: Neighbours;
  private shares = [new Uint8Array(4 * COUNT), new Uint8Array(4 * COUNT)];
  private extra = new Uint8Array(4 * COUNT);
  private chosen = 0;

  constructor(private data: Data, private u: Uniforms) {
    const g = this.geometry;
    this.vertices = data.pial;
    const fold = depths(data.sulc);
    for (let v = 0; v < COUNT; v++) this.extra[4 * v] = fold[v];
    const position = new BufferAttribute(data.pial, 3);
    const normal = new BufferAttribute(normals(data.pial, data.faces), 4, true);
    g.setIndex(new BufferAttribute(allFaces(data), 1));
    g.setAttribute('position', position);
    g.setAttribute('normal', normal);
    // Until the inflated shape is given both names stand for the same buffers, so that nothing is sent twice.
    g.setAttribute('inflated', position);
    g.setAttribute('normalInflated', normal);
    this.shares.forEach((s, i) => g.setAttribute(`share${i}`, new BufferAttribute(s, 4, true)));
    g.setAttribute('extra', new BufferAttribute(this.extra, 4, true));
    this.back = this.mesh(this.material(GLASS_FRAG, BackSide, { side: { value: -1 }, fade: { value: 0.3 } }), 1);
    this.depth = this.mesh(this.material(DEPTH_FRAG, FrontSide), 7);
    this.front = this.mesh(this.material(GLASS_FRAG, FrontSide, { side: { value: 1 }, fade: { value: 1 } }), 8);
    this.matte = this.mesh(this.material(MATTE_FRAG, FrontSide), 1);
    this.depth.material = Object.assign(this.depth.material as Material, { colorWrite: false, depthWrite: true });
    this.matte.material = Object.assign(this.matte.material as Material, { blending: NoBlending, depthWrite: true });
  }

  /** What is needed before anything is painted on it. */
  prepare(): void {
    this.around = neighbours(this.data.faces);
  }

  /** Everything is flagged transparent, so that the order of drawing is ours: the depth of the glass comes after nodes and links. */
  private material(fragmentShader: string, side: Side, own: Uniforms = {}): RawShaderMaterial {
    return new RawShaderMaterial({ glslVersion: GLSL3, uniforms: { ...this.u, ...own }, vertexShader: CORTEX_VERT, fragmentShader, side, transparent: true, depthWrite: false });
  }
  private mesh(material: Material, order: number): Mesh {
    const m = new Mesh(this.geometry, material);
    m.frustumCulled = false;
    m.matrixAutoUpdate = false;
    m.renderOrder = order;
    return m;
  }

  /** Which triangles the next draw takes. */
  range(shown: Shown, light: boolean): void {
    const full = this.data.faces.length;
    const part = light ? this.data.facesLight.length : full;
    const start = (light ? 2 * full : 0) + (shown === 'right' ? part : 0);
    this.geometry.setDrawRange(start, shown === 'both' ? 2 * part : part);
  }

  setInflated(vertices: Float32Array): void {
    this.inflated = centred(vertices);
    this.geometry.setAttribute('inflated', new BufferAttribute(this.inflated, 3));
    this.geometry.setAttribute('normalInflated', new BufferAttribute(normals(this.inflated, this.data.faces), 4, true));
  }

  /** Blend the two shapes, on the CPU for what follows the surface and as a uniform for the surface itself. */
  morph(amount: number): void {
    const to = this.inflated;
    const k = to ? amount : 0;
    this.u.morph.value = k;
    if (!to || k === 0) { this.vertices = this.data.pial; return; }
    const from = this.data.pial;
    const out = this.vertices === from ? new Float32Array(from.length) : this.vertices;
    for (let i = 0; i < out.length; i++) out[i] = from[i] + k * (to[i] - from[i]);
    this.vertices = out;
  }

  /** Soft membership of every vertex in the territories, one byte a territory; their colours go into the uniform. */
  tint(labels: Uint16Array, territory: string[], tokens: Tokens): void {
    const names = [...new Set(territory.filter(Boolean))];
    const slots = names.map((name, i) => (i < TERRITORIES ? i : alike(name, names.slice(0, TERRITORIES), tokens)));
    this.colour(names, tokens);
    const slot = territory.map((name) => (name ? slots[names.indexOf(name)] : -1));
    for (let s = 0; s < TERRITORIES; s++) {
      const share = this.shares[s >> 2];
      if (s >= names.length) { for (let v = s & 3; v < share.length; v += 4) share[v] = 0; continue; }
      const mine = new Float32Array(COUNT);
      for (let v = 0; v < COUNT; v++) mine[v] = slot[labels[v]] === s ? 255 : 0;
      const soft = smooth(mine, this.around, 3);
      for (let v = 0; v < COUNT; v++) share[4 * v + (s & 3)] = soft[v] + 0.5;
    }
    this.geometry.getAttribute('share0').needsUpdate = true;
    this.geometry.getAttribute('share1').needsUpdate = true;
  }
  /** Only the colours again, after a change of scheme. */
  colour(names: string[], tokens: Tokens): void {
    names.slice(0, TERRITORIES).forEach((name, i) => this.u.tones.value[i].copy(tokens.colour(name)));
  }

  /** Mark the chosen parcel (0: none); true when that changed the cortex. */
  choose(parcel: number, labels: Uint16Array, again: boolean): boolean {
    if (parcel === this.chosen && !(again && parcel)) return false;
    this.chosen = parcel;
    const mine = new Float32Array(COUNT);
    if (parcel) for (let v = 0; v < COUNT; v++) mine[v] = labels[v] === parcel ? 255 : 0;
    const soft = parcel ? smooth(mine, this.around, 3) : mine;
    for (let v = 0; v < COUNT; v++) this.extra[4 * v + 1] = soft[v] + 0.5;
    this.geometry.getAttribute('extra').needsUpdate = true;
    return true;
  }

  dispose(): void {
    this.geometry.dispose();
    for (const m of [this.back, this.depth, this.front, this.matte]) (m.material as Material).dispose();
  }
}

/** Slot of the colour that looks most like this one. */
function alike(name: string, among: string[], tokens: Tokens): number {
  const c = tokens.colour(name);
  let best = 0;
  let d = Infinity;
  among.forEach((other, i) => {
    const o = tokens.colour(other);
    const e = (o.r - c.r) ** 2 + (o.g - c.g) ** 2 + (o.b - c.b) ** 2;
    if (e < d) { d = e; best = i; }
  });
  return best;
}
