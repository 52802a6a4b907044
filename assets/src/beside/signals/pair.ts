/** Two regions: their signals as they go by, the whole recording, and the scatter whose line is r. */
import { Chart, scale } from './chart';
import type { Recording } from './series';

/** z at the upper and lower edge of every picture. */
const SPAN = 3.6;

export interface PairState { a: number; b: number; moment: number; /** moments in the window, and in the passing part */ window: number; part: number; /** px of the line that r is in the stage; 0 for none */ line: number }

export class PairCharts {
  private passing: Chart;
  private whole: Chart;
  private scatter: Chart;

  constructor(host: HTMLElement, private recording: Recording) {
    const chart = (name: string): Chart => new Chart(host.querySelector<HTMLCanvasElement>(`canvas[data-chart="${name}"]`)!);
    this.passing = chart('passing');
    this.whole = chart('whole');
    this.scatter = chart('scatter');
  }

  draw(s: PairState): void {
    this.drawPassing(s);
    this.drawWhole(s);
    this.drawScatter(s);
  }

  /** The part that goes by, with the window at its end. */
  private drawPassing({ a, b, moment, window, part }: PairState): void {
    const c = this.passing;
    if (!c.begin()) return;
    const end = Math.max(part, moment);
    const x = scale(end - part, end, 4, c.width - 4);
    const y = scale(-SPAN, SPAN, c.height - 2, 2);
    c.line([[0, y(0)], [c.width, y(0)]], '--stage-dim', 1, 0.35);
    const from = Math.max(0, moment - window);
    if (moment > 0) c.box(x(from), 0, x(moment) - x(from), c.height, '--stage-ink', 0.09);
    for (const [region, token, width] of [[b, '--signal-b', 1.8], [a, '--signal-a', 2.2]] as const) {
      const values = this.recording.of(region);
      const points: [number, number][] = [];
      for (let t = Math.max(0, end - part); t < moment; t++) points.push([x(t + 0.5), y(values[t])]);
      c.line(points, token, width);
      if (moment > 0) c.dots([[x(moment - 0.5), y(values[moment - 1])]], token, 4);
    }
  }

  private drawWhole({ a, b, moment }: PairState): void {
    const c = this.whole;
    if (!c.begin()) return;
    const x = scale(0, this.recording.moments, 11, c.width - 11);
    const y = scale(-SPAN, SPAN, c.height - 1, 1);
    for (const [region, token] of [[b, '--signal-b'], [a, '--signal-a']] as const) {
      const values = this.recording.of(region);
      const points = Array.from(values, (v, t): [number, number] => [x(t + 0.5), y(v)]);
      c.line(points.slice(moment), token, 1, 0.22);
      c.line(points.slice(0, moment), token, 1, 0.9);
    }
  }

  private drawScatter({ a, b, moment, window, line }: PairState): void {
    const c = this.scatter;
    if (!c.begin()) return;
    const x = scale(-SPAN, SPAN, 2, c.width - 2);
    const y = scale(-SPAN, SPAN, c.height - 2, 2);
    c.line([[x(-SPAN), y(0)], [x(SPAN), y(0)]], '--stage-dim', 1, 0.35);
    c.line([[x(0), y(-SPAN)], [x(0), y(SPAN)]], '--stage-dim', 1, 0.35);
    const [u, v] = [this.recording.of(a), this.recording.of(b)];
    const points = (from: number, to: number): [number, number][] => Array.from({ length: Math.max(0, to - from) }, (_, k) => [x(u[from + k]), y(v[from + k])]);
    const recent = Math.max(0, moment - window);
    c.dots(points(0, recent), '--stage-line', 1.9, 0.62);
    const r = this.recording.r(a, b, 0, moment);
    if (line && Number.isFinite(r)) c.line([[x(-SPAN), y(-SPAN * r)], [x(SPAN), y(SPAN * r)]], '--edge-same', line, 0.9);
    if (moment < this.recording.moments) c.dots(points(recent, moment), '--stage-ink', 2.6);
    else c.dots(points(recent, moment), '--stage-line', 1.9, 0.62);
  }
}
