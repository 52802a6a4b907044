/** Outlines: where a field on a grid crosses a level, and where a mesh meets a plane. Both give closed loops. */
import type { Landmark } from '../../landmarks';
import type { Solid } from '../../picture';
import type { Grid } from './volume';

export type Loop = [number, number][];

/** Each value with its neighbours, so that outlines do not show the voxels. */
export function soften({ width, height, values }: Grid): Grid {
  const pass = (from: Float32Array, step: number, run: number): Float32Array => {
    const to = new Float32Array(from.length);
    for (let k = 0; k < from.length; k++) {
      const at = Math.floor(k / step) % run;
      to[k] = (4 * from[k] + (at > 0 ? from[k - step] : 0) + (at < run - 1 ? from[k + step] : 0)) / 6;
    }
    return to;
  };
  return { width, height, values: pass(pass(values, 1, width), width, height) };
}

/**
 * Loops on which the field is `level`, in units of the grid (0 is the middle of the first cell); what is higher lies on their left. Beyond the
 * grid the field counts as 0, so every loop closes.
 */
export function outline({ width, height, values }: Grid, level: number): Loop[] {
  const w = width + 2;
  const h = height + 2;
  const field = new Float32Array(w * h);
  for (let j = 0; j < height; j++) field.set(values.subarray(j * width, (j + 1) * width), (j + 1) * w + 1);
  /* An edge of the grid is known by the point at its lower end: first all that go across, then all that go up. */
  const next = new Int32Array(2 * w * h).fill(-1);
  const up = w * h;
  for (let j = 0; j < h - 1; j++) {
    for (let i = 0; i < w - 1; i++) {
      const k = j * w + i;
      const [a, b, c, d] = [field[k], field[k + 1], field[k + w + 1], field[k + w]];
      const kind = (a >= level ? 1 : 0) | (b >= level ? 2 : 0) | (c >= level ? 4 : 0) | (d >= level ? 8 : 0);
      if (kind === 0 || kind === 15) continue;
      const [low, right, high, left] = [k, up + k + 1, k + w, up + k];
      const joined = a + b + c + d >= 4 * level;
      for (const [from, to] of STEPS[kind === 5 || kind === 10 ? kind + (joined ? 16 : 0) : kind]) next[[low, right, high, left][from]] = [low, right, high, left][to];
    }
  }
  const at = (edge: number): [number, number] => {
    const k = edge < up ? edge : edge - up;
    const other = edge < up ? k + 1 : k + w;
    const t = (level - field[k]) / (field[other] - field[k]);
    return [(k % w) + (edge < up ? t : 0) - 1, Math.floor(k / w) + (edge < up ? 0 : t) - 1];
  };
  return chain(next).map((loop) => loop.map(at));
}

/** From which edge of a cell (0 low, 1 right, 2 high, 3 left) to which, by which corners are inside; inside lies on the left. */
const STEPS: Record<number, [number, number][]> = {
  1: [[0, 3]], 2: [[1, 0]], 3: [[1, 3]], 4: [[2, 1]], 6: [[2, 0]], 7: [[2, 3]], 8: [[3, 2]], 9: [[0, 2]], 11: [[1, 2]], 12: [[3, 1]], 13: [[0, 1]], 14: [[3, 0]],
  5: [[0, 3], [2, 1]], 10: [[1, 0], [3, 2]],
  21: [[0, 1], [2, 3]], 26: [[3, 0], [1, 2]],
};

/** Follow `next` until it comes round. */
function chain(next: Int32Array): number[][] {
  const loops: number[][] = [];
  for (let start = 0; start < next.length; start++) {
    if (next[start] < 0) continue;
    const loop: number[] = [];
    for (let e = start; next[e] >= 0;) {
      loop.push(e);
      const to = next[e];
      next[e] = -1;
      e = to;
    }
    loops.push(loop);
  }
  return loops;
}

/** Loops in which a closed mesh meets the plane `axis = mm`, as the two other coordinates in mm, the lower axis first. */
export function section({ vertices, faces }: Solid, axis: number, mm: number): Loop[] {
  const [u, v] = [0, 1, 2].filter((k) => k !== axis);
  const count = vertices.length / 3;
  const side = new Uint8Array(count);
  /* A vertex in the plane would make loops of no width: it counts as just above. */
  for (let i = 0; i < count; i++) side[i] = vertices[3 * i + axis] >= mm ? 1 : 0;
  const edges = new Map<number, number>();
  const points: Loop = [];
  const next: number[] = [];
  const point = (a: number, b: number): number => {
    const key = a < b ? a * count + b : b * count + a;
    let at = edges.get(key);
    if (at === undefined) {
      const t = (mm - vertices[3 * a + axis]) / (vertices[3 * b + axis] - vertices[3 * a + axis]);
      const between = (k: number): number => vertices[3 * a + k] + t * (vertices[3 * b + k] - vertices[3 * a + k]);
      at = points.push([between(u), between(v)]) - 1;
      next.push(-1);
      edges.set(key, at);
    }
    return at;
  };
  for (let f = 0; f < faces.length; f += 3) {
    const [a, b, c] = [faces[f], faces[f + 1], faces[f + 2]];
    if (side[a] === side[b] && side[b] === side[c]) continue;
    const [p, q, r] = side[a] === side[b] ? [c, a, b] : side[b] === side[c] ? [a, b, c] : [b, c, a];
    const [x, y] = [point(p, q), point(p, r)];
    if (side[p]) next[x] = y; else next[y] = x;
  }
  return chain(Int32Array.from(next)).map((loop) => loop.map((k) => points[k]));
}

/** Points of the circle that a ball is cut in. */
const AROUND = 40;

/** Loops in which a landmark meets a plane, as the two other coordinates in mm, the lower axis first. */
export function cut(landmark: Landmark, axis: number, mm: number): Loop[] {
  if (landmark.mesh) return section(landmark.mesh, axis, mm);
  const [u, v] = [0, 1, 2].filter((k) => k !== axis);
  const r = Math.sqrt(Math.max(0, landmark.radius! ** 2 - (mm - landmark.at[axis]) ** 2));
  if (!r) return [];
  return [Array.from({ length: AROUND }, (_, i) => {
    const turn = (2 * Math.PI * i) / AROUND;
    return [landmark.at[u] + r * Math.cos(turn), landmark.at[v] + r * Math.sin(turn)];
  })];
}

/** Whether a place is inside loops, by how many of them lie to one side of it. */
export function within(loops: Loop[], x: number, y: number): boolean {
  let odd = false;
  for (const loop of loops) {
    for (let i = 0, j = loop.length - 1; i < loop.length; j = i++) {
      const [[ax, ay], [bx, by]] = [loop[i], loop[j]];
      if (ay > y !== by > y && x < ax + ((y - ay) / (by - ay)) * (bx - ax)) odd = !odd;
    }
  }
  return odd;
}

/** SVG path of loops after a change of coordinates. */
export function path(loops: Loop[], to: (x: number, y: number) => [number, number]): string {
  return loops.filter((loop) => loop.length > 2).map((loop) => `M${loop.map(([x, y]) => to(x, y).map((k) => k.toFixed(1)).join(' ')).join('L')}Z`).join('');
}
