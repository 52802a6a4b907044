/** The recording: one series a region, and Pearson's r of any two of them, over the whole or a part. The rule of neuroviz/atlas/volunteer.py. */
import { unpack, type Packed } from '../../files';

export interface RecordingFile {
  /** Moments, regions, z in a unit of the stored numbers, seconds from one moment to the next. */
  moments: number;
  regions: number;
  scale: number;
  tr: number;
  series: Packed;
}

export class Recording {
  readonly moments: number;
  readonly regions: number;
  readonly tr: number;
  private readonly series: Float32Array[];
  private whole: Float32Array | null = null;

  constructor(file: RecordingFile) {
    this.moments = file.moments;
    this.regions = file.regions;
    this.tr = file.tr;
    const all = unpack(file.series);
    this.series = Array.from({ length: file.regions }, (_, k) => Float32Array.from({ length: file.moments }, (_, t) => all[t * file.regions + k] * file.scale));
  }

  /** Signal of a region (index from 1), z-scores. */
  of(region: number): Float32Array { return this.series[region - 1]; }

  /** Seconds after the first moment, when `count` moments have been seen. */
  seconds(count: number): number { return count * this.tr; }

  /** Pearson's r of two regions over the moments from `start` to before `end`; NaN where there are fewer than three. */
  r(a: number, b: number, start = 0, end = this.moments): number {
    const n = end - start;
    if (n < 3) return NaN;
    const [x, y] = [this.of(a), this.of(b)];
    let [mx, my] = [0, 0];
    for (let t = start; t < end; t++) { mx += x[t]; my += y[t]; }
    mx /= n;
    my /= n;
    let [xx, yy, xy] = [0, 0, 0];
    for (let t = start; t < end; t++) {
      const [u, v] = [x[t] - mx, y[t] - my];
      xx += u * u;
      yy += v * v;
      xy += u * v;
    }
    return xy / Math.sqrt(xx * yy);
  }

  /** All pairs: the value of regions a and b (from 1) is at (a - 1) * regions + b - 1; the diagonal is 1. */
  matrix(): Float32Array {
    if (this.whole) return this.whole;
    const n = this.regions;
    const out = (this.whole = new Float32Array(n * n).fill(1));
    for (let a = 1; a < n; a++) for (let b = a + 1; b <= n; b++) out[(a - 1) * n + b - 1] = out[(b - 1) * n + a - 1] = this.r(a, b);
    return out;
  }
}
