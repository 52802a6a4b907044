/** What is where on screen, in CSS px of the canvas. */
import type { View } from './camera';
import { HALF_LIGHT, hit, nearest } from './mesh';
import type { Places } from './places';

export interface Box { x0: number; y0: number; x1: number; y1: number }

/** Box of the hemispheres that begin at these vertices. */
export function boxOf(view: View, vertices: Float32Array, halves: number[]): Box {
  const b = { x0: Infinity, y0: Infinity, x1: -Infinity, y1: -Infinity };
  for (const half of halves) {
    for (let v = 3 * half; v < 3 * (half + HALF_LIGHT); v += 3) {
      const { x, y } = view.project(vertices[v], vertices[v + 1], vertices[v + 2]);
      b.x0 = Math.min(b.x0, x);
      b.x1 = Math.max(b.x1, x);
      b.y0 = Math.min(b.y0, y);
      b.y1 = Math.max(b.y1, y);
    }
  }
  return b;
}

/** Nearest node that is shown, at most `reach` away, or -1. */
export function nodeAt(view: View, { at, seen }: Places, x: number, y: number, reach: number): number {
  let node = -1;
  let d = reach;
  for (let i = 0; i < seen.length; i++) {
    if (!seen[i]) continue;
    const q = view.project(at[3 * i], at[3 * i + 1], at[3 * i + 2]);
    const e = Math.hypot(q.x - x, q.y - y);
    if (e <= d) {
      d = e;
      node = i;
    }
  }
  return node;
}

/** Vertex of the cortex under a place, or -1. */
export function vertexAt(view: View, vertices: Float32Array, light: Uint16Array, halves: number[], x: number, y: number): number {
  const { from, dir } = view.ray(x, y);
  const found = hit(vertices, light, halves, from, dir);
  return found ? nearest(vertices, found.offset, found.at) : -1;
}
