/** The cortex: one geometry, its glass shells, its depth pass and its matte look, and the territories painted on it. */
import { BackSide, BufferAttribute, BufferGeometry, FrontSide, GLSL3, Mesh, NoBlending, RawShaderMaterial, type Material, type Side } from 'three';
import type { Cortex as Data } from '../picture';
import { HALF, HALF_LIGHT, allFaces, centred, codes, depths, neighbours, normals, pieces, smooth, type Neighbours } from './mesh';
import { CORTEX_VERT, DEPTH_FRAG, DRAFT_FRAG, GLASS_FRAG, MATTE_FRAG } from './shaders';
import type { Tokens, Uniforms } from './tokens';

export type Shown = 'both' | 'left' | 'right';
const COUNT = 2 * HALF;

export class Cortex {
  readonly geometry = new BufferGeometry();
  readonly back: Mesh;
  readonly depth: Mesh;
  readonly front: Mesh;
  readonly frontDraft: Mesh;
  readonly matte: Mesh;
  /** The shapes; null until they have come. */
  data: Data | null = null;
  /** Triangles of one hemisphere that stand for the full ones, and how many of its vertices, from the first on, they have. */
  private faces: Uint16Array = new Uint16Array(0);
  private half = HALF;
  /** Vertices at the present morph, and of the inflated shape. */
  vertices: Float32Array = new Float32Array(0);
  inflated: Float32Array | null = null;
  private around?: Neighbours;
  private paint = new Uint8Array(4 * COUNT);
  private fields = new Uint8Array(4 * COUNT);
  private chosen = 0;
  /** The labels between all of whose parcels borders run, while it is so. */
  private apart: Uint16Array | null = null;

  constructor(private u: Uniforms) {
    // One triangle of no size, of the same types as the cortex, for the programs to be tried on.
    this.shape(new Float32Array(9), new Int16Array(12), new Uint16Array([0, 1, 2]));
    this.colours(new Uint8Array(3), new Uint8Array(12), new Uint8Array(12));
    const back = { side: { value: -1 }, fade: { value: 0.3 } };
    const front = { side: { value: 1 }, fade: { value: 1 } };
    this.back = this.mesh(this.material(GLASS_FRAG, BackSide, back), 1);
    this.depth = this.mesh(this.material(DEPTH_FRAG, FrontSide), 7);
    this.front = this.mesh(this.material(GLASS_FRAG, FrontSide, front), 8);
    this.frontDraft = this.mesh(this.material(DRAFT_FRAG, FrontSide, front, { DRAFT: 1 }), 8);
    this.matte = this.mesh(this.material(MATTE_FRAG, FrontSide), 1);
    this.depth.material = Object.assign(this.depth.material as Material, { colorWrite: false, depthWrite: true });
    // No depth pass of its own: the light mesh hides its far parts by itself, nearly everywhere.
    this.frontDraft.material = Object.assign(this.frontDraft.material as Material, { depthWrite: true });
    this.matte.material = Object.assign(this.matte.material as Material, { blending: NoBlending, depthWrite: true });
  }

  /** The shapes have come. `light`: for now the light mesh stands for the full one. */
  fill(data: Data, light: boolean): void {
    this.data = data;
    this.faces = light ? data.facesLight : data.faces();
    this.half = light ? HALF_LIGHT : HALF;
    this.vertices = data.pial;
    this.geometry.dispose();
    this.shape(data.pial, normals(data.pial, this.faces, this.half), allFaces(this.faces, data.facesLight));
  }
  /** What is needed before anything is painted on them. */
  prepare(): void {
    this.around = neighbours(this.faces, this.half);
    this.apart = null;
    this.colours(depths(this.data!.sulc), this.paint, this.fields);
  }
  get prepared(): boolean {
    return this.around !== undefined;
  }
  private shape(vertices: Float32Array, directions: Int16Array, faces: Uint16Array): void {
    const g = this.geometry;
    const position = new BufferAttribute(vertices, 3);
    const normal = new BufferAttribute(directions, 4, true);
    g.setIndex(new BufferAttribute(faces, 1));
    g.setAttribute('position', position);
    g.setAttribute('normal', normal);
    // Until the inflated shape is given both names stand for the same buffers, so that nothing is sent twice.
    g.setAttribute('inflated', position);
    g.setAttribute('normalInflated', normal);
  }
  private colours(fold: Uint8Array, paint: Uint8Array, fields: Uint8Array): void {
    this.geometry.setAttribute('fold', new BufferAttribute(fold, 1, true));
    this.geometry.setAttribute('paint', new BufferAttribute(paint, 4, true));
    this.geometry.setAttribute('fields', new BufferAttribute(fields, 4, true));
  }

  /** Everything is flagged transparent, so that the order of drawing is ours: the depth of the glass comes after nodes and links. */
  private material(fragmentShader: string, side: Side, own: Uniforms = {}, defines: object = {}): RawShaderMaterial {
    return new RawShaderMaterial({ glslVersion: GLSL3, uniforms: { ...this.u, ...own }, vertexShader: CORTEX_VERT, fragmentShader, side, defines: { ...defines }, transparent: true, depthWrite: false });
  }
  private mesh(material: Material, order: number): Mesh {
    const m = new Mesh(this.geometry, material);
    m.frustumCulled = false;
    m.matrixAutoUpdate = false;
    m.renderOrder = order;
    return m;
  }

  /** Which triangles the next draw takes; of the light ones those of the hemisphere that is nearer come first. */
  range(shown: Shown, light: boolean, rightNearer = false): void {
    const full = this.faces.length;
    const part = light ? this.data!.facesLight.length : full;
    const second = shown === 'right' || (shown === 'both' && light && rightNearer);
    this.geometry.setDrawRange((light ? 2 * full : 0) + (second ? part : 0), shown === 'both' ? 2 * part : part);
  }

  setInflated(vertices: Float32Array): void {
    this.inflated = centred(vertices);
    this.geometry.setAttribute('inflated', new BufferAttribute(this.inflated, 3));
    this.geometry.setAttribute('normalInflated', new BufferAttribute(normals(this.inflated, this.faces, this.half), 4, true));
  }

  /** Blend the two shapes, on the CPU for what follows the surface and as a uniform for the surface itself. */
  morph(amount: number): void {
    const to = this.inflated;
    const k = to ? amount : 0;
    const from = this.data!.pial;
    this.u.morph.value = k;
    if (!to || k === 0) { this.vertices = from; return; }
    const out = this.vertices === from ? new Float32Array(from.length) : this.vertices;
    for (let i = 0; i < out.length; i++) out[i] = from[i] + k * (to[i] - from[i]);
    this.vertices = out;
  }

  /**
   * Lay the colours of the territories on the vertices, softly, and find where their borders run: between colours or, in a map of values (`apart`),
   * between all parcels, where they stay when the values change.
   */
  tint(labels: Uint16Array, territory: string[], tokens: Tokens, apart: boolean): void {
    const names = ['', ...new Set(territory.filter(Boolean))];
    const number = territory.map((name) => names.indexOf(name ?? ''));
    const mine = new Uint8Array(COUNT);
    for (const o of [0, HALF]) for (let v = o; v < o + this.half; v++) mine[v] = number[labels[v]] ?? 0;
    const tones = names.map((name) => (name ? [...tokens.colour(name).toArray(), 1] : [0, 0, 0, 0]));
    for (let k = 0; k < 4; k++) this.spread(this.paint, k, (v) => 255 * tones[mine[v]][k], 2);
    this.geometry.getAttribute('paint').needsUpdate = true;
    if (!apart || this.apart !== labels) this.divide(apart ? labels : mine);
    this.apart = apart ? labels : null;
  }
  /** Borders between vertices of different values. */
  private divide(values: ArrayLike<number>): void {
    const around = this.around!;
    const { of, count } = pieces(values, around);
    const code = codes(of, count, around);
    for (let bit = 0; bit < 3; bit++) this.spread(this.fields, bit, (v) => 255 * ((code[of[v]] >> bit) & 1), 3);
    this.geometry.getAttribute('fields').needsUpdate = true;
  }
  /** One component of a byte attribute, averaged over the neighbourhood. */
  private spread(into: Uint8Array, component: number, value: (v: number) => number, rounds: number): void {
    const raw = new Float32Array(COUNT);
    let varies = false;
    for (const o of [0, HALF]) for (let v = o; v < o + this.half; v++) varies = (raw[v] = value(v)) !== raw[0] || varies;
    const soft = varies ? smooth(raw, this.around!, rounds) : raw;
    for (const o of [0, HALF]) for (let v = o; v < o + this.half; v++) into[4 * v + component] = soft[v] + 0.5;
  }

  /** Mark the chosen parcel (0: none); true when that changed the cortex. */
  choose(parcel: number, labels: Uint16Array, again: boolean): boolean {
    if (parcel === this.chosen && !(again && parcel)) return false;
    this.chosen = parcel;
    this.spread(this.fields, 3, (v) => (parcel && labels[v] === parcel ? 255 : 0), 3);
    this.geometry.getAttribute('fields').needsUpdate = true;
    return true;
  }

  get all(): Mesh[] {
    return [this.back, this.depth, this.front, this.frontDraft, this.matte];
  }
  dispose(): void {
    this.geometry.dispose();
    for (const m of this.all) (m.material as Material).dispose();
  }
}
