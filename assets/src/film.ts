/** The film: every quantity as a function of the position on the clock (0 is the first stop, 1 the second, ...). */

export interface Stop { id: string; name: string; spoken: string; line: string }

export interface QuantityFile { label: string; unit?: string; mark: 'data' | 'model' | 'schematic'; species: string; at: number[]; value: number[]; low?: number[]; high?: number[] }

export interface FilmFile {
  stops: Stop[];
  /** Minutes from the start of the infusion at each stop, and whether time runs on a log scale from it to the next. */
  minutes: number[];
  log: boolean[];
  strip: string[];
  quantities: Record<string, QuantityFile>;
  words: Record<string, string>;
}

/** Piecewise linear between samples; constant outside. The same rule as numpy.interp. */
export function interpolate(at: number[], value: number[], x: number): number {
  if (x <= at[0]) return value[0];
  const last = at.length - 1;
  if (x >= at[last]) return value[last];
  let low = 0;
  let high = last;
  while (high - low > 1) { const mid = (low + high) >> 1; if (at[mid] <= x) low = mid; else high = mid; }
  const f = (x - at[low]) / (at[high] - at[low]);
  return value[low] + f * (value[high] - value[low]);
}

/** How near to a stop counts as being on it. */
const ON = 0.01;

export class Film {
  readonly last: number;
  constructor(readonly file: FilmFile) { this.last = file.stops.length - 1; }

  quantity(id: string): QuantityFile { return this.file.quantities[id]; }
  value(id: string, t: number): number { const q = this.quantity(id); return interpolate(q.at, q.value, t); }

  /** The stop nearest to a position. */
  stop(t: number): Stop { return this.file.stops[Math.round(t)]; }
  onStop(t: number): boolean { return Math.abs(t - Math.round(t)) < ON; }

  /** Minutes from the start of the infusion. */
  minutes(t: number): number {
    const k = Math.min(this.last - 1, Math.floor(t));
    const [a, b] = [this.file.minutes[k], this.file.minutes[k + 1]];
    return this.file.log[k] ? a * (b / a) ** (t - k) : a + (t - k) * (b - a);
  }

  /** The time as it is printed: the name of the stop, else minutes, hours or days. */
  time(t: number): string {
    if (this.onStop(t) || t < 1) return this.stop(t < 1 ? Math.floor(t + ON) : t).name;
    const m = this.minutes(t);
    const { words } = this.file;
    const [text, n] = m < 115 ? [words.minutes, m] : m < 2800 ? [words.hours, m / 60] : [words.days, m / 1440];
    return text.replace('{n}', String(Math.round(n)));
  }

  /** What happens then; nothing between two stops. */
  line(t: number): string { return this.onStop(t) || t < 1 ? this.stop(t < 1 ? Math.floor(t + ON) : t).line : this.file.words.between; }

  spoken(t: number): string {
    const on = this.onStop(t) || t < 1;
    const stop = this.stop(t < 1 ? Math.floor(t + ON) : t);
    return this.file.words.spoken.replace('{time}', on ? stop.spoken : this.file.words.about.replace('{time}', this.time(t))).replace('{line}', this.line(t));
  }
}
