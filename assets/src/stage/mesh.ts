/** Arithmetic on the cortex mesh, free of any renderer: both hemispheres are one array, the right one after the left. */
import { CENTRE } from '../picture';

/** Vertices of one hemisphere at full and at light resolution; the light ones come first. */
export const HALF = 10242;
export const HALF_LIGHT = 2562;
const COUNT = 2 * HALF;

/**
 * One index for all draws, what is drawn is a range of it: full left, full right, light left, light right, light left again. So the light
 * hemispheres can be drawn in either order, the nearer one first.
 */
export function allFaces(faces: Uint16Array, facesLight: Uint16Array): Uint16Array {
  const out = new Uint16Array(2 * faces.length + 3 * facesLight.length);
  let at = 0;
  const add = (part: Uint16Array, offset: number): void => {
    for (let i = 0; i < part.length; i++) out[at++] = part[i] + offset;
  };
  add(faces, 0);
  add(faces, HALF);
  add(facesLight, 0);
  add(facesLight, HALF);
  add(facesLight, 0);
  return out;
}

/** Unit normals of the first `n` vertices of both hemispheres as 16-bit fractions, four a vertex (the fourth is padding). */
export function normals(p: Float32Array, faces: Uint16Array, n: number): Int16Array {
  const sum = new Float32Array(p.length);
  for (const offset of [0, HALF]) {
    for (let f = 0; f < faces.length; f += 3) {
      const a = 3 * (faces[f] + offset);
      const b = 3 * (faces[f + 1] + offset);
      const c = 3 * (faces[f + 2] + offset);
      const ux = p[b] - p[a];
      const uy = p[b + 1] - p[a + 1];
      const uz = p[b + 2] - p[a + 2];
      const vx = p[c] - p[a];
      const vy = p[c + 1] - p[a + 1];
      const vz = p[c + 2] - p[a + 2];
      const x = uy * vz - uz * vy;
      const y = uz * vx - ux * vz;
      const z = ux * vy - uy * vx;
      sum[a] += x; sum[a + 1] += y; sum[a + 2] += z;
      sum[b] += x; sum[b + 1] += y; sum[b + 2] += z;
      sum[c] += x; sum[c + 1] += y; sum[c + 2] += z;
    }
  }
  const out = new Int16Array((p.length / 3) * 4);
  for (const offset of [0, HALF]) {
    for (let i = 3 * offset, j = 4 * offset; i < 3 * (offset + n); i += 3, j += 4) {
      const k = 32767 / (Math.sqrt(sum[i] * sum[i] + sum[i + 1] * sum[i + 1] + sum[i + 2] * sum[i + 2]) || 1);
      out[j] = sum[i] * k;
      out[j + 1] = sum[i + 1] * k;
      out[j + 2] = sum[i + 2] * k;
    }
  }
  return out;
}

/** Neighbours of the first `n` vertices of one hemisphere (the right one has the same ones): `list[start[v]..start[v + 1]]`. */
export interface Neighbours { n: number; start: Uint32Array; list: Uint16Array }

/** On a closed mesh every directed edge belongs to one triangle, so each neighbour is found exactly once. */
export function neighbours(faces: Uint16Array, n: number): Neighbours {
  const start = new Uint32Array(n + 1);
  for (let i = 0; i < faces.length; i++) start[faces[i] + 1]++;
  for (let v = 0; v < n; v++) start[v + 1] += start[v];
  const fill = start.slice();
  const list = new Uint16Array(faces.length);
  for (let f = 0; f < faces.length; f += 3) {
    list[fill[faces[f]]++] = faces[f + 1];
    list[fill[faces[f + 1]]++] = faces[f + 2];
    list[fill[faces[f + 2]]++] = faces[f];
  }
  return { n, start, list };
}

/** Average every vertex with its neighbours `rounds` times. Vertices amid equal ones are left alone, which is most of them. */
export function smooth(values: Float32Array, { n, start, list }: Neighbours, rounds: number): Float32Array {
  let now = values;
  for (let r = 0; r < rounds; r++) {
    const next = new Float32Array(COUNT);
    for (let o = 0; o < COUNT; o += HALF) {
      for (let v = 0; v < n; v++) {
        const from = start[v];
        const to = start[v + 1];
        let sum = 0;
        for (let k = from; k < to; k++) sum += now[list[k] + o];
        next[v + o] = 0.4 * now[v + o] + (0.6 * sum) / (to - from);
      }
    }
    now = next;
  }
  return now;
}

/** Pieces of the surface that hang together and have one value: number of the piece of each vertex, and how many there are. */
export function pieces(values: ArrayLike<number>, { n, start, list }: Neighbours): { of: Int32Array; count: number } {
  const of = new Int32Array(COUNT).fill(-1);
  const stack: number[] = [];
  let count = 0;
  for (const offset of [0, HALF]) {
    for (let seed = offset; seed < offset + n; seed++) {
      if (of[seed] >= 0) continue;
      of[seed] = count;
      stack.push(seed);
      for (let v = stack.pop(); v !== undefined; v = stack.pop()) {
        for (let k = start[v - offset]; k < start[v - offset + 1]; k++) {
          const w = list[k] + offset;
          if (of[w] < 0 && values[w] === values[seed]) { of[w] = count; stack.push(w); }
        }
      }
      count++;
    }
  }
  return { of, count };
}

/**
 * A number from 0 to 7 for every piece, different from those of its neighbours, so that every border is a change of at least one of three bits.
 * A map on a sphere needs four such numbers; taking the first free one needs hardly more.
 */
export function codes(of: Int32Array, count: number, { n, start, list }: Neighbours): Uint8Array {
  const beside = Array.from({ length: count }, () => new Set<number>());
  for (const offset of [0, HALF]) {
    for (let v = 0; v < n; v++) {
      const mine = of[v + offset];
      for (let k = start[v]; k < start[v + 1]; k++) {
        const w = of[list[k] + offset];
        if (w !== mine) beside[mine].add(w);
      }
    }
  }
  const given = new Uint8Array(count);
  const done = new Uint8Array(count);
  const order = beside.map((_, i) => i).sort((i, j) => beside[j].size - beside[i].size);
  for (const i of order) {
    let taken = 0;
    for (const j of beside[i]) if (done[j]) taken |= 1 << given[j];
    let code = 0;
    while (code < 7 && taken & (1 << code)) code++;
    given[i] = code;
    done[i] = 1;
  }
  return given;
}

/** Depth of the folds on a scale of its own, whatever the source's: mean 0.5, two standard deviations to either end. Bytes. */
export function depths(sulc: Float32Array): Uint8Array {
  let mean = 0;
  let square = 0;
  for (let i = 0; i < sulc.length; i++) { mean += sulc[i]; square += sulc[i] * sulc[i]; }
  mean /= sulc.length;
  const spread = 4 * Math.sqrt(Math.max(1e-12, square / sulc.length - mean ** 2));
  const out = new Uint8Array(sulc.length);
  for (let i = 0; i < out.length; i++) out[i] = Math.min(255, Math.max(0, 255 * (0.5 + (sulc[i] - mean) / spread)));
  return out;
}

/** Copy of the inflated vertices moved (not turned, not scaled) so that their box has the camera's centre in depth and height. */
export function centred(vertices: Float32Array): Float32Array {
  const out = vertices.slice();
  for (const axis of [1, 2]) {
    let low = Infinity;
    let high = -Infinity;
    for (let i = axis; i < out.length; i += 3) { low = Math.min(low, out[i]); high = Math.max(high, out[i]); }
    const shift = CENTRE[axis] - (low + high) / 2;
    for (let i = axis; i < out.length; i += 3) out[i] += shift;
  }
  return out;
}

/** Where a ray first meets the light mesh (null: nowhere) and in which hemisphere (0 or `HALF`). */
export function hit(p: Float32Array, light: Uint16Array, offsets: number[], from: number[], dir: number[]): { at: number[]; offset: number } | null {
  let near = Infinity;
  let offset = 0;
  for (const o of offsets) {
    for (let f = 0; f < light.length; f += 3) {
      const t = cut(p, 3 * (light[f] + o), 3 * (light[f + 1] + o), 3 * (light[f + 2] + o), from, dir);
      if (t < near) { near = t; offset = o; }
    }
  }
  return near < Infinity ? { at: from.map((x, k) => x + near * dir[k]), offset } : null;
}

/** Distance along the ray to one triangle (Möller and Trumbore), or infinity. */
function cut(p: Float32Array, a: number, b: number, c: number, from: number[], d: number[]): number {
  const ux = p[b] - p[a], uy = p[b + 1] - p[a + 1], uz = p[b + 2] - p[a + 2];
  const vx = p[c] - p[a], vy = p[c + 1] - p[a + 1], vz = p[c + 2] - p[a + 2];
  const px = d[1] * vz - d[2] * vy, py = d[2] * vx - d[0] * vz, pz = d[0] * vy - d[1] * vx;
  const det = ux * px + uy * py + uz * pz;
  if (Math.abs(det) < 1e-9) return Infinity;
  const sx = from[0] - p[a], sy = from[1] - p[a + 1], sz = from[2] - p[a + 2];
  const s = (sx * px + sy * py + sz * pz) / det;
  if (s < 0 || s > 1) return Infinity;
  const qx = sy * uz - sz * uy, qy = sz * ux - sx * uz, qz = sx * uy - sy * ux;
  const t = (d[0] * qx + d[1] * qy + d[2] * qz) / det;
  if (t < 0 || s + t > 1) return Infinity;
  const along = (vx * qx + vy * qy + vz * qz) / det;
  return along > 0 ? along : Infinity;
}

/** Vertex of one hemisphere nearest to a place. */
export function nearest(p: Float32Array, offset: number, at: number[]): number {
  let best = offset;
  let d = Infinity;
  for (let v = offset; v < offset + HALF; v++) {
    const e = (p[3 * v] - at[0]) ** 2 + (p[3 * v + 1] - at[1]) ** 2 + (p[3 * v + 2] - at[2]) ** 2;
    if (e < d) { d = e; best = v; }
  }
  return best;
}
