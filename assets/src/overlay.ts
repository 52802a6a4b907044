/** What is laid over the network on the cortex: published points, a place that was looked up, and where maps agree. */
import { need, unpack, type Packed } from './files';
import type { Picture, PictureNode, Vec3 } from './picture';
import type { State } from './state';

interface OverlayFile { points: { id: string; at: Vec3[] }[]; agreement: Packed; compared: number }
/** Shapes of the point atlases, as in neuroviz/ui/beside/atlases.py. */
const SHAPES: PictureNode['shape'][] = ['circle', 'diamond', 'square'];
/** Layer of the drawn picture in which areas are numbers of maps that agree. */
export const AGREEMENT = 'agreement';

export class Overlay {
  private file: OverlayFile | null = null;
  private votes: Uint16Array | null = null;

  /** Whether the state needs what is not here yet. */
  wants(state: State): boolean { return !this.file && (state.points !== 'none' || state.map === 'agree'); }
  async prepare(state: State): Promise<void> {
    if (this.wants(state)) this.file = await need<OverlayFile>('places');
  }

  /** The picture with all of it. */
  over(picture: Picture, state: State): Picture {
    let out = picture;
    if (this.file && state.map === 'agree') {
      this.votes ??= Uint16Array.from(unpack(this.file.agreement));
      const territory = ['', ...Array.from({ length: this.file.compared }, (_, k) => `--agree-${k + 1}`)];
      out = { ...out, paint: this.votes, painted: true, areas: AGREEMENT, bare: false, territory, territoryKey: AGREEMENT };
    }
    const extra = [...this.published(state), ...this.place(state)];
    return extra.length ? { ...out, nodes: [...out.nodes, ...extra], bright: out.bright && new Set([...out.bright, ...extra.map((_, k) => out.nodes.length + k)]) } : out;
  }

  private published(state: State): PictureNode[] {
    const chosen = String(state.points);
    if (!this.file || chosen === 'none') return [];
    return this.file.points.flatMap((points, k) => (chosen.includes(String(k + 1)) ? points.at.map((at) => free(at, SHAPES[k], 0.02)) : []));
  }
  private place(state: State): PictureNode[] {
    return state.mni && state.beside === 'atlases' ? [free(String(state.mni).split(',').map(Number) as Vec3, 'circle', 0.6)] : [];
  }
}

/** A free point in ink; index 0 is no region. */
const free = (at: Vec3, shape: PictureNode['shape'], strength: number): PictureNode => ({ index: 0, at, vertex: -1, colour: '--stage-ink', shape, strength });
