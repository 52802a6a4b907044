/** Nodes: billboards shaded as solids, with halos. Shape carries the group, so that colour is never alone. */
import { AdditiveBlending, GLSL3, GreaterDepth, LessEqualDepth, Mesh, NormalBlending, RawShaderMaterial } from 'three';
import { radiusOf, type Picture } from '../picture';
import { Instances, SQUARE } from './instances';
import { HALO_FRAG, NODE_FRAG, NODE_VERT } from './marks.glsl';
import type { Tokens, Uniforms } from './tokens';

const SHAPE = { circle: 0, diamond: 1, square: 2, dot: 3, ring: 4 } as const;
/** Radii in halo radii and in body radii that the squares reach. */
const HALO_SPAN = 5.4;
const BODY_SPAN = 2;

export class Nodes {
  readonly halo: Mesh;
  /** What stands behind an opaque cortex, seen faintly through it. */
  readonly behind: Mesh;
  readonly body: Mesh;
  /** Once more over the stored glass, where they stand before it. */
  readonly above: Mesh;
  private instances = new Instances(...SQUARE, { centre: 3, tone: 3, look: 4 });
  private haloMaterial: RawShaderMaterial;

  constructor(private u: Uniforms, deep: Uniforms) {
    this.haloMaterial = this.material(HALO_FRAG, HALO_SPAN, { depthTest: false, depthWrite: false });
    this.halo = this.mesh(this.haloMaterial, 2);
    this.behind = this.mesh(this.material(NODE_FRAG, BODY_SPAN, { depthFunc: GreaterDepth, depthWrite: false }, 0.34), 4);
    this.body = this.mesh(this.material(NODE_FRAG, BODY_SPAN, { depthFunc: LessEqualDepth, depthWrite: true }), 5);
    this.above = this.mesh(this.material(NODE_FRAG, BODY_SPAN, { depthFunc: LessEqualDepth, depthWrite: false, defines: { DEEP: 1 } }, 1, deep), 10);
  }
  private material(fragmentShader: string, span: number, state: object, xray = 1, more: Uniforms = {}): RawShaderMaterial {
    return new RawShaderMaterial({ glslVersion: GLSL3, transparent: true, vertexShader: NODE_VERT, fragmentShader, uniforms: { ...this.u, span: { value: span }, xray: { value: xray }, ...more }, ...state });
  }
  private mesh(material: RawShaderMaterial, order: number): Mesh {
    const m = new Mesh(this.instances.geometry, material);
    m.frustumCulled = false;
    m.matrixAutoUpdate = false;
    m.renderOrder = order;
    return m;
  }

  /** `at`: three mm a node; `shown`: whether its hemisphere is. */
  fill(picture: Picture, at: Float32Array, shown: boolean[], tokens: Tokens): void {
    const { nodes, bright } = picture;
    const a = this.instances.room(nodes.length);
    // Many nodes get smaller, so that neighbours stay apart.
    const size = Math.min(1, (40 / Math.max(1, nodes.length)) ** 0.3);
    // What stays bright is drawn last, so that nothing dimmed lies over it.
    const order = nodes.map((_, i) => i).filter((i) => shown[i]);
    if (bright) order.sort((i, j) => Number(bright.has(i)) - Number(bright.has(j)));
    order.forEach((i, k) => {
      const node = nodes[i];
      const held = i === picture.hovered || i === picture.pointed;
      const big = held || i === picture.selected ? 1.25 : 1;
      const strength = Math.min(1, Math.max(0, node.strength));
      tokens.colour(node.colour).toArray(a.tone, 3 * k);
      a.centre.set(at.subarray(3 * i, 3 * i + 3), 3 * k);
      a.look.set([radiusOf(node.shape, strength) * (node.shape === 'ring' ? 1 : size) * big, SHAPE[node.shape], !bright || bright.has(i) || held ? 1 : 0.25, node.shape === 'dot' ? 0.1 : node.shape === 'ring' ? 0 : 0.14 + 1.1 * strength], 4 * k);
    });
    this.instances.send(order.length);
  }
  /** Light adds up on a dark ground and cannot on a white one. */
  repaint(white: boolean): void {
    this.haloMaterial.blending = white ? NormalBlending : AdditiveBlending;
  }
  /** Halos on an opaque cortex would hide it. */
  glow(share: number): void {
    this.haloMaterial.uniforms.xray.value = share;
  }
  dispose(): void {
    this.instances.geometry.dispose();
    for (const m of [this.halo, this.behind, this.body, this.above]) (m.material as RawShaderMaterial).dispose();
  }
}
