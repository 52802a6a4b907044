/** Where the nodes of a picture are at the present shape of the cortex, and which of them can be seen. */
import type { Picture } from '../picture';
import type { Shown } from './cortex';
import { HALF } from './mesh';

/** mm from the midline within which a free point belongs to both hemispheres. */
const MIDLINE = 4;

export class Places {
  /** Three mm a node. */
  at = new Float32Array(0);
  seen: boolean[] = [];

  /** Nodes on the surface move as their vertex does, free points stay. */
  update(picture: Picture, pial: Float32Array, vertices: Float32Array, shown: Shown): void {
    const n = picture.nodes.length;
    if (this.at.length !== 3 * n) this.at = new Float32Array(3 * n);
    this.seen = picture.nodes.map(({ at, vertex }, i) => {
      for (let k = 0; k < 3; k++) this.at[3 * i + k] = at[k] + (vertex < 0 ? 0 : vertices[3 * vertex + k] - pial[3 * vertex + k]);
      if (shown === 'both') return true;
      const side = vertex < 0 ? (Math.abs(at[0]) < MIDLINE ? shown : at[0] < 0 ? 'left' : 'right') : vertex < HALF ? 'left' : 'right';
      return side === shown;
    });
  }
}
