/** Links: ribbons that face the camera, on quadratic curves. */
import { DoubleSide, GLSL3, GreaterDepth, LessEqualDepth, Mesh, RawShaderMaterial } from 'three';
import { bend, middleOf, stepBack, type Levels, type Picture, type Vec3 } from '../picture';
import { Instances } from './instances';
import { LINK_FRAG, LINK_VERT } from './marks.glsl';
import { PAIRS, type Tokens, type Uniforms } from './tokens';

const STEPS = 48;
/** A link that is pointed at is drawn as if r were at least this, in full. */
const LIT = 0.58;

/** A link that is in a hemisphere shown: what it is drawn from, and its middle (mm). */
export interface Strand { link: number; a: number; b: number; r: number; pair: number; faint: boolean; middle: Vec3 }

export class Links {
  /** Seen faintly through an opaque cortex. */
  readonly behind: Mesh;
  readonly front: Mesh;
  /** Links the picture holds and that are in a hemisphere shown. */
  count = 0;
  strands: Strand[] = [];
  private instances: Instances;

  constructor(private u: Uniforms) {
    const position: number[] = [];
    const index: number[] = [];
    for (let i = 0; i <= STEPS; i++) position.push(i, 1, 0, i, -1, 0);
    for (let k = 0; k < 2 * STEPS; k += 2) index.push(k, k + 1, k + 2, k + 1, k + 3, k + 2);
    this.instances = new Instances(position, index, { a: 3, b: 3, c: 3, toneA: 3, toneC: 3, look: 2, flow: 3 });
    this.behind = this.mesh(0.6, GreaterDepth, 3);
    this.front = this.mesh(1, LessEqualDepth, 6);
  }
  private mesh(xray: number, depthFunc: typeof GreaterDepth | typeof LessEqualDepth, order: number): Mesh {
    const material = new RawShaderMaterial({ glslVersion: GLSL3, transparent: true, depthWrite: false, side: DoubleSide, depthFunc, vertexShader: LINK_VERT, fragmentShader: LINK_FRAG, uniforms: { ...this.u, xray: { value: xray } } });
    // Double-sided transparent things would be drawn twice.
    material.forceSinglePass = true;
    const m = new Mesh(this.instances.geometry, material);
    m.frustumCulled = false;
    m.matrixAutoUpdate = false;
    m.renderOrder = order;
    return m;
  }

  fill(picture: Picture, at: Float32Array, shown: boolean[], tokens: Tokens): void {
    const { links, nodes, bright, selected } = picture;
    // When one node is chosen only its own links stay, not those among its partners.
    const faint = (k: number): boolean => {
      const { a: p, b: q, lit } = links[k];
      return !lit && bright !== null && (!bright.has(p) || !bright.has(q) || (selected >= 0 && p !== selected && q !== selected));
    };
    // Beside a link that is pointed at all others step back.
    const back = links.some((l) => l.lit) ? 0.3 : 1;
    const order = links.map((_, k) => k).filter((k) => shown[links[k].a] && shown[links[k].b]);
    // Dimmed ones first, then by strength, so that what matters lies on top.
    order.sort((i, j) => Number(links[i].lit ?? false) - Number(links[j].lit ?? false) || Number(faint(j)) - Number(faint(i)) || Number(links[i].pair >= 0) - Number(links[j].pair >= 0) || links[i].weight - links[j].weight);
    const n = (this.count = order.length);
    this.strands = [];
    const a = this.instances.room(n);
    // A crowd gets finer threads, or it would be felt.
    const fine = Math.max(0.34, Math.min(1, Math.sqrt(150 / Math.max(1, n))));
    // On a white ground thin pale lines drown: they are drawn bolder there.
    const bold = 1 + 0.5 * Number(this.u.white.value);
    order.forEach((k, i) => {
      const { a: p, b: q, r, pair, lit } = links[k];
      const from = Array.from(at.subarray(3 * p, 3 * p + 3)) as Vec3;
      const to = Array.from(at.subarray(3 * q, 3 * q + 3)) as Vec3;
      a.a.set(from, 3 * i);
      a.b.set(bend(from, to), 3 * i);
      a.c.set(to, 3 * i);
      tokens.colour(lit ? '--stage-ink' : nodes[p].colour).toArray(a.toneA, 3 * i);
      tokens.colour(lit ? '--stage-ink' : nodes[q].colour).toArray(a.toneC, 3 * i);
      a.look[2 * i] = (lit ? 1.35 : fine) * Math.sqrt(bold);
      a.look[2 * i + 1] = lit ? 3 : Math.sqrt(fine) * bold * (faint(k) ? 0.16 : back);
      a.flow.set([lit ? Math.max(LIT, r) : r, lit ? -1 : pair, Math.hypot(from[0] - to[0], from[1] - to[1], from[2] - to[2])], 3 * i);
      this.strands.push({ link: k, a: p, b: q, r, pair, faint: faint(k), middle: middleOf(from, to) });
    });
    this.instances.send(n);
    const steps = n > 900 ? 16 : n > 400 ? 24 : n > 60 ? 32 : STEPS;
    this.u.steps.value = steps;
    this.instances.geometry.setDrawRange(0, steps * 6);
  }
  /** What the clock does to the links: a few uniforms. */
  move(levels: Levels | null): void {
    let most = 0;
    for (let k = 0; k < PAIRS; k++) {
      const [before, now] = [levels?.before[k] ?? 0, levels?.now[k] ?? 0];
      this.u.level.value[k].set(before, now, levels?.shown[k] ?? 1);
      most = Math.max(most, Math.abs(now - before));
    }
    this.u.quiet.value = stepBack(most);
  }
  dispose(): void {
    this.instances.geometry.dispose();
    for (const m of [this.behind, this.front]) (m.material as RawShaderMaterial).dispose();
  }
}
