/** The camera of the standard viewpoints, for all that is drawn without WebGL. The same rule as neuroviz/scenes/projection.py;
 *  golden vectors in the tests hold the two together. */
import { CENTRE, DISTANCE, FOV, VIEWS, bend, type Vec3, type ViewName } from './picture';

const RAD = Math.PI / 180;
const TAN = Math.tan((FOV / 2) * RAD);
/** Drawn units from the middle of the picture to its upper edge at zoom 1. */
const UNITS = 2000;

const dot = (a: Vec3, b: Vec3): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];

/** Right, up and forward of a viewpoint. */
export function axesOf(view: ViewName): { right: Vec3; up: Vec3; back: Vec3 } {
  const [az, el] = VIEWS[view];
  const a = az * RAD;
  const e = el * RAD;
  const back: Vec3 = [-Math.sin(a) * Math.cos(e), Math.cos(a) * Math.cos(e), Math.sin(e)];
  const right: Vec3 = [-Math.cos(a), -Math.sin(a), 0];
  const up: Vec3 = [Math.sin(a) * Math.sin(e), -Math.cos(a) * Math.sin(e), Math.cos(e)];
  return { right, up, back };
}

/** How near a depth (mm from the eye) is: 1 in the near half of the brain, falling smoothly to 0 at its far side. */
function nearnessAt(depth: number): number {
  const t = Math.min(1, Math.max(0, (depth - (DISTANCE - 55)) / 130));
  return 1 - t * t * (3 - 2 * t);
}

/** A point in mm to drawn units, with the drawn units in a mm there, and how near it is (0..1). */
export function project(p: Vec3, view: ViewName): { x: number; y: number; scale: number; nearness: number } {
  const { right, up, back } = axesOf(view);
  const d: Vec3 = [p[0] - CENTRE[0], p[1] - CENTRE[1], p[2] - CENTRE[2]];
  const near = dot(d, back);
  const k = UNITS / ((DISTANCE - near) * TAN);
  return { x: dot(d, right) * k, y: -dot(d, up) * k, scale: k, nearness: nearnessAt(DISTANCE - near) };
}

/** SVG path of a link, whole drawn units. */
export function linkPath(a: Vec3, c: Vec3, view: ViewName): string {
  const [p, q, r] = [a, bend(a, c), c].map((v) => project(v, view));
  return `M${Math.round(p.x)} ${Math.round(p.y)}Q${Math.round(q.x)} ${Math.round(q.y)} ${Math.round(r.x)} ${Math.round(r.y)}`;
}

/** Whether a place belongs to the hemispheres that a viewpoint shows. */
export function inView(p: Vec3, view: ViewName): boolean {
  const side = VIEWS[view][2];
  return side === 'both' || p[0] === 0 || (p[0] < 0) === (side === 'left');
}
