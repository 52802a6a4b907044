/** Arrows on the links that change most: colour is never alone. */
import { GLSL3, Mesh, RawShaderMaterial } from 'three';
import { EACH_WAY, LEAST_R, type Levels } from '../picture';
import { Instances, SQUARE } from './instances';
import type { Strand } from './links';
import { ARROW_FRAG, ARROW_VERT } from './marks.glsl';
import type { Uniforms } from './tokens';

/** Half of their height, CSS px. */
const SIZE = 10;

export class Arrows {
  readonly mesh: Mesh;
  private instances = new Instances(...SQUARE, { centre: 3, look: 2 });

  constructor(u: Uniforms) {
    const material = new RawShaderMaterial({ glslVersion: GLSL3, transparent: true, depthTest: false, depthWrite: false, vertexShader: ARROW_VERT, fragmentShader: ARROW_FRAG, uniforms: { ...u, size: { value: SIZE } } });
    this.mesh = new Mesh(this.instances.geometry, material);
    this.mesh.frustumCulled = false;
    this.mesh.matrixAutoUpdate = false;
    this.mesh.renderOrder = 11;
  }

  fill(strands: Strand[], levels: Levels | null): void {
    const change = (s: Strand): number => (levels && s.pair >= 0 && !s.faint ? (levels.now[s.pair] - levels.before[s.pair]) * s.r : 0);
    const chosen = [1, -1].flatMap((sign) =>
      strands.map((s) => ({ s, by: sign * change(s) })).filter(({ by }) => by >= LEAST_R).sort((x, y) => y.by - x.by).slice(0, EACH_WAY).map(({ s }) => ({ s, sign })));
    const a = this.instances.room(chosen.length);
    chosen.forEach(({ s, sign }, i) => {
      a.centre.set(s.middle, 3 * i);
      a.look.set([sign, levels!.shown[s.pair]], 2 * i);
    });
    this.instances.send(chosen.length);
  }
  get count(): number {
    return this.instances.geometry.instanceCount;
  }
  dispose(): void {
    this.instances.geometry.dispose();
    (this.mesh.material as RawShaderMaterial).dispose();
  }
}
