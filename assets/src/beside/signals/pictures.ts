/** The matrix as it fills, one person against the group, and the examples. */
import { Chart, scale } from './chart';
import type { Recording } from './series';

/** A network in the order of the matrix: its colour, and how many regions it has. */
export interface Block { token: string; n: number }
/** px of the strips that say which network a row and a column belong to. */
const STRIP = 6;

/** Matrix in an order of regions; `value` is NaN for a cell that is not known yet. */
export function drawMatrix(c: Chart, order: number[], blocks: Block[], value: (a: number, b: number) => number, token: (r: number) => string, marked: [number, number] | null): void {
  if (!c.begin()) return;
  const n = order.length;
  /* Whole device px a cell, so that none is wider than another. */
  const ratio = c.canvas.width / c.width;
  const cell = Math.max(1, Math.floor((c.canvas.width - STRIP * ratio) / n)) / ratio;
  const at = STRIP + (c.width - STRIP - cell * n) / 2;
  let first = at;
  for (const { token, n: regions } of blocks) {
    const length = regions * cell;
    c.box(first, at - STRIP, length - 1, STRIP - 2, token);
    c.box(at - STRIP, first, STRIP - 2, length - 1, token);
    first += length;
  }
  const colours = new Map<string, string>();
  c.box(at, at, cell * n, cell * n, '--stage-fill');
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      const r = i === j ? NaN : value(order[i], order[j]);
      if (Number.isNaN(r)) continue;
      const name = token(r);
      let colour = colours.get(name);
      if (!colour) colours.set(name, (colour = c.colour(name)));
      c.context.fillStyle = colour;
      c.context.fillRect(at + j * cell, at + i * cell, cell, cell);
    }
  }
  if (!marked) return;
  const [i, j] = marked.map((region) => order.indexOf(region));
  c.context.strokeStyle = c.colour('--stage-ink');
  c.context.lineWidth = 2;
  for (const [row, column] of [[i, j], [j, i]]) c.context.strokeRect(at + column * cell - 2, at + row * cell - 2, cell + 4, cell + 4);
}

/** All pairs of one person against those of the group, with the line on which the two would be the same. */
export function drawAgreement(c: Chart, group: ArrayLike<number>, person: ArrayLike<number>): void {
  if (!c.begin()) return;
  const x = scale(-0.5, 1, 1, c.width - 1);
  const y = scale(-0.5, 1, c.height - 1, 1);
  c.line([[x(-0.5), y(0)], [x(1), y(0)]], '--stage-dim', 1, 0.35);
  c.line([[x(0), y(-0.5)], [x(0), y(1)]], '--stage-dim', 1, 0.35);
  c.line([[x(-0.5), y(-0.5)], [x(1), y(1)]], '--stage-line', 1.4, 0.8);
  c.dots(Array.from(group, (g, k): [number, number] => [x(g), y(person[k])]), '--dmn', 1.3, 0.34);
}

/** The scatter of one pair, and a part of its signals. */
export function drawExample(traces: Chart, scatter: Chart, recording: Recording, a: number, b: number, part: number): void {
  const span = 3.6;
  const [u, v] = [recording.of(a), recording.of(b)];
  if (scatter.begin()) {
    const x = scale(-span, span, 1, scatter.width - 1);
    const y = scale(-span, span, scatter.height - 1, 1);
    scatter.line([[x(-span), y(0)], [x(span), y(0)]], '--stage-dim', 1, 0.35);
    scatter.line([[x(0), y(-span)], [x(0), y(span)]], '--stage-dim', 1, 0.35);
    scatter.dots(Array.from(u, (z, t): [number, number] => [x(z), y(v[t])]), '--stage-line', 1.3, 0.6);
    const r = recording.r(a, b);
    scatter.line([[x(-span), y(-span * r)], [x(span), y(span * r)]], '--edge-same', 2);
  }
  if (traces.begin()) {
    /* From the middle of the recording: the signal has settled by then. */
    const from = Math.floor((recording.moments - part) / 2);
    const x = scale(0, part, 2, traces.width - 2);
    const y = scale(-span, span, traces.height - 1, 1);
    for (const [values, token] of [[v, '--signal-b'], [u, '--signal-a']] as const) traces.line(Array.from(values.subarray(from, from + part), (z, t): [number, number] => [x(t + 0.5), y(z)]), token, 1.5);
  }
}
