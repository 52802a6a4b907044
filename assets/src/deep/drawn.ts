/** Solids without WebGL: their triangles on a canvas, the farthest first, each in one tone. */
import { normalsOf, type Solid, type Vec3 } from '../picture';

/** Where the light comes from: as in the 3-D picture. */
const LIGHT: Vec3 = [-0.3674, 0.8923, 0.2624];

export function drawSolids(canvas: HTMLCanvasElement, solids: { solid: Solid; lit: boolean }[], place: (at: Vec3) => { x: number; y: number }, back: Vec3): void {
  const ratio = Math.min(2, devicePixelRatio || 1);
  const { clientWidth: w, clientHeight: h } = canvas;
  canvas.width = Math.round(w * ratio);
  canvas.height = Math.round(h * ratio);
  const context = canvas.getContext('2d')!;
  context.scale(ratio, ratio);
  const style = getComputedStyle(canvas);
  const colour = (token: string): Vec3 => { const hex = style.getPropertyValue(token).trim(); return [1, 3, 5].map((k) => parseInt(hex.slice(k, k + 2), 16)) as Vec3; };
  const [tone, ink] = [colour('--deep'), colour('--stage-ink')];
  const white = style.getPropertyValue('--stage-white').trim() === '1';
  context.lineWidth = 0.7;
  for (const { solid, lit } of solids) {
    for (const { corners, facing, sky } of visible(solid, place, back)) {
      const bright = white ? 0.7 + 0.2 * sky + 0.14 * facing : 0.24 + 0.6 * sky * sky + 0.26 * facing;
      const rgb = tone.map((c, k) => Math.round(Math.min(255, (lit ? c + 0.4 * (ink[k] - c) : c) * bright)));
      context.fillStyle = context.strokeStyle = `rgb(${rgb.join()})`;
      context.beginPath();
      for (const { x, y } of corners) context.lineTo(x, y);
      context.closePath();
      context.fill();
      context.stroke();
    }
  }
}

interface Face { corners: { x: number; y: number }[]; facing: number; sky: number; depth: number }

/** Triangles that face the eye, the farthest first. */
function visible({ vertices: p, faces }: Solid, place: (at: Vec3) => { x: number; y: number }, back: Vec3): Face[] {
  const at = (v: number): Vec3 => [p[3 * v], p[3 * v + 1], p[3 * v + 2]];
  const points = Array.from({ length: p.length / 3 }, (_, v) => place(at(v)));
  const out: Face[] = [];
  const normals = normalsOf({ vertices: p, faces });
  for (let f = 0; f < faces.length; f += 3) {
    const corners = [faces[f], faces[f + 1], faces[f + 2]];
    /* The mean of the corners: triangles do not show. */
    const n = [0, 1, 2].map((k) => corners.reduce((sum, v) => sum + normals[3 * v + k], 0) / 3);
    const along = (d: Vec3): number => n[0] * d[0] + n[1] * d[1] + n[2] * d[2];
    const facing = along(back);
    if (facing <= -0.1) continue;
    const depth = p[3 * corners[0]] * back[0] + p[3 * corners[0] + 1] * back[1] + p[3 * corners[0] + 2] * back[2];
    out.push({ corners: corners.map((v) => points[v]), facing: Math.max(0, facing), sky: 0.5 + 0.5 * along(LIGHT), depth });
  }
  return out.sort((x, y) => x.depth - y.depth);
}
