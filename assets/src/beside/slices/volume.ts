/** The average brain as a block of voxels: planes through it, and what is where. Knows no words. */
import { unpack, type Packed } from '../../files';
import type { Vec3 } from '../../picture';

export interface HeadFile {
  /** Voxels along x, y, z; mm of the first one; mm of an edge. */
  shape: Vec3;
  origin: Vec3;
  step: number;
  /** Tissue (0 outside, 1 fluid, 2 grey, 3 white), z fastest, four to a byte, the first in the lowest bits. */
  tissue: string;
  /** Brightness from 0 to `top` of the voxels inside. */
  t1: Packed;
  top: number;
  /** Voxels of the cortex, eight to a byte, the first in the highest bit. */
  ribbon: string;
}

/** Two axes of a plane and the one that it cuts: 0 x, 1 y, 2 z. The second one runs up. */
export interface Plane { across: 0 | 1; up: 1 | 2; cuts: 0 | 1 | 2 }
export type PlaneName = 'sagittal' | 'coronal' | 'axial';
export const PLANES: Record<PlaneName, Plane> = {
  coronal: { across: 0, up: 2, cuts: 1 },
  sagittal: { across: 1, up: 2, cuts: 0 },
  axial: { across: 0, up: 1, cuts: 2 },
};

/** Values on the grid of a plane, across fastest, the second axis from low to high. */
export interface Grid { width: number; height: number; values: Float32Array }

export class Head {
  readonly t1: Uint8Array;
  readonly tissue: Uint8Array;
  private readonly ribbon: Uint8Array;
  readonly top: number;
  readonly shape: Vec3;
  readonly origin: Vec3;
  readonly step: number;
  private readonly stride: Vec3;

  constructor(file: HeadFile) {
    this.shape = file.shape;
    this.origin = file.origin;
    this.step = file.step;
    this.top = file.top;
    const count = this.shape[0] * this.shape[1] * this.shape[2];
    const [tissue, ribbon] = [file.tissue, file.ribbon].map((text) => Uint8Array.from(atob(text), (c) => c.charCodeAt(0)));
    this.tissue = Uint8Array.from({ length: count }, (_, v) => (tissue[v >> 2] >> (2 * (v & 3))) & 3);
    this.ribbon = Uint8Array.from({ length: count }, (_, v) => (ribbon[v >> 3] >> (7 - (v & 7))) & 1);
    this.t1 = Uint8Array.from(spread(this.tissue, unpack(file.t1)));
    this.stride = [this.shape[1] * this.shape[2], this.shape[2], 1];
  }

  /** Labels of the voxels of the cortex, laid on all voxels. */
  labels(packed: Packed): Uint16Array { return spread(this.ribbon, unpack(packed)); }

  /** Lowest and highest mm along an axis, edges of the outermost voxels. */
  low(axis: number): number { return this.origin[axis] - this.step / 2; }
  high(axis: number): number { return this.low(axis) + this.shape[axis] * this.step; }

  /** A place moved into the block, whole mm. */
  inside(at: Vec3): Vec3 {
    return at.map((x, k) => Math.round(Math.min(this.high(k) - 1, Math.max(this.low(k) + 1, x)))) as Vec3;
  }

  /** Position of the voxel that holds a place, -1 outside. */
  voxel(at: Vec3): number {
    let index = 0;
    for (let k = 0; k < 3; k++) {
      const i = Math.round((at[k] - this.origin[k]) / this.step);
      if (i < 0 || i >= this.shape[k]) return -1;
      index += i * this.stride[k];
    }
    return index;
  }

  /** mm of the middle of a voxel. */
  place(voxel: number): Vec3 {
    const [a, b] = [this.stride[0], this.stride[1]];
    return [Math.floor(voxel / a), Math.floor((voxel % a) / b), voxel % b].map((i, k) => this.origin[k] + i * this.step) as Vec3;
  }

  /** The two layers of voxels beside a plane, and the share of the second one. */
  private layers(plane: Plane, mm: number): { first: number; second: number; share: number } {
    const at = Math.min(this.shape[plane.cuts] - 1, Math.max(0, (mm - this.origin[plane.cuts]) / this.step));
    const i = Math.min(this.shape[plane.cuts] - 2, Math.floor(at));
    return { first: i * this.stride[plane.cuts], second: (i + 1) * this.stride[plane.cuts], share: at - i };
  }

  /** Brightness in a plane, 0 to 1. */
  slice(plane: Plane, mm: number): Grid {
    const { first, second, share } = this.layers(plane, mm);
    const near = (1 - share) / this.top;
    const far = share / this.top;
    return this.grid(plane, (v) => near * this.t1[v + first] + far * this.t1[v + second]);
  }

  /** How much of a plane is brain, 0 to 1. */
  brain(plane: Plane, mm: number): Grid {
    const { first, second, share } = this.layers(plane, mm);
    return this.grid(plane, (v) => (this.tissue[v + first] ? 1 - share : 0) + (this.tissue[v + second] ? share : 0));
  }

  /** How much of each group of labels a plane holds, 0 to 1; `group` is -1 for what belongs to none. */
  groups(plane: Plane, mm: number, labels: Uint16Array, group: Int8Array, count: number): Grid[] {
    const { first, second, share } = this.layers(plane, mm);
    const out = Array.from({ length: count }, () => this.grid(plane, null));
    let k = 0;
    this.each(plane, (v) => {
      const a = group[labels[v + first]];
      const b = group[labels[v + second]];
      if (a >= 0) out[a].values[k] += 1 - share;
      if (b >= 0) out[b].values[k] += share;
      k++;
    });
    return out;
  }

  /** How many voxels of each label the nearer layer of a plane holds. */
  cut(plane: Plane, mm: number, labels: Uint16Array): Map<number, number> {
    const { first, second, share } = this.layers(plane, mm);
    const offset = share < 0.5 ? first : second;
    const found = new Map<number, number>();
    this.each(plane, (v) => {
      const label = labels[v + offset];
      if (label) found.set(label, (found.get(label) ?? 0) + 1);
    });
    return found;
  }

  private each(plane: Plane, visit: (voxel: number) => void): void {
    const [du, dv] = [this.stride[plane.across], this.stride[plane.up]];
    for (let j = 0, row = 0; j < this.shape[plane.up]; j++, row += dv) {
      for (let i = 0, v = row; i < this.shape[plane.across]; i++, v += du) visit(v);
    }
  }

  private grid(plane: Plane, value: ((voxel: number) => number) | null): Grid {
    const width = this.shape[plane.across];
    const height = this.shape[plane.up];
    const values = new Float32Array(width * height);
    let k = 0;
    if (value) this.each(plane, (v) => { values[k++] = value(v); });
    return { width, height, values };
  }
}

/** The voxel of a label that is nearest to a place (-1: there is none). */
export function nearest(head: Head, labels: Uint16Array, label: number, at: Vec3): number {
  let best = -1;
  let d = Infinity;
  for (let v = 0; v < labels.length; v++) {
    if (labels[v] !== label) continue;
    const p = head.place(v);
    const e = (p[0] - at[0]) ** 2 + (p[1] - at[1]) ** 2 + (p[2] - at[2]) ** 2;
    if (e < d) { d = e; best = v; }
  }
  return best;
}

/** Values laid on those voxels that are not 0, in their order. */
function spread(on: Uint8Array, values: ArrayLike<number>): Uint16Array {
  const out = new Uint16Array(on.length);
  for (let v = 0, k = 0; v < on.length; v++) if (on[v]) out[v] = values[k++];
  return out;
}
