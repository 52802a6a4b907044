/** The numbers of the opened clock, and how they are blended. All of them were computed in Python. */
import { interpolate, type Film } from '../film';

export type Span = 'clock' | 'hours' | 'weeks';

export interface Regimen {
  name: string;
  said: string;
  who: string;
  note: string;
  /** Minutes from the first dose, the same as positions on the clock, and ng/mL at 70 kg. */
  minutes: number[];
  steps: number[];
  value: number[];
  /** What the weight does to the level, for each kg from the lowest on; null where it does nothing. */
  factors: number[] | null;
  peak: number;
  peakAt: number;
}

export interface TimeFile {
  markup: string;
  words: Record<string, string>;
  regimens: Record<string, Regimen>;
  weights: { from: number };
  molar: number;
  block: { at: number[]; low: number[]; high: number[] };
  clock: { t: number[]; minutes: number[] };
  ends: { hours: number; weeks: number };
  width: number;
  tops: { plasma: number; block: number };
  quantities: string[];
  trials: { name: string; drug: string; against: string | null; rows: [string, number, number, number | null][] }[];
}

/** A schedule at a body weight. */
export class Course {
  private factor: number;
  constructor(readonly id: string, readonly regimen: Regimen, private file: TimeFile, weight: number) {
    this.factor = regimen.factors?.[weight - file.weights.from] ?? 1;
  }

  get peak(): number { return this.regimen.peak * this.factor; }
  value(k: number): number { return this.regimen.value[k] * this.factor; }
  /** ng/mL at a time; nothing before the start. */
  at(minutes: number, before: boolean): number { return before ? 0 : interpolate(this.regimen.minutes, this.regimen.value, minutes) * this.factor; }
  /** Lowest and highest estimate of the share of channels, per cent. */
  block(level: number): [number, number] {
    const { at, low, high } = this.file.block;
    return [100 * interpolate(at, low, level), 100 * interpolate(at, high, level)];
  }
}

/** Where moments lie on the axis, in stops from 0 to the last, and back. */
export class Axis {
  constructor(private file: TimeFile, private film: Film) {}

  get stops(): number { return this.film.last + 1; }
  /** Position of a position on the clock. */
  place(span: Span, t: number): number {
    return span === 'clock' ? t : this.film.last * Math.min(1, this.minutes(t) / this.file.ends[span]);
  }
  minutes(t: number): number { return interpolate(this.file.clock.t, this.file.clock.minutes, t); }
  /** Position on the clock of a place on the axis, 0 to the last stop. */
  clock(span: Span, place: number): number {
    if (span === 'clock') return place;
    const { t, minutes } = this.file.clock;
    return interpolate(minutes, t, (place / this.film.last) * this.file.ends[span]);
  }
  /** Places of the samples of a schedule that lie on the axis; how many of them there are. */
  places(span: Span, regimen: Regimen): number[] {
    const all = span === 'clock' ? regimen.steps : regimen.minutes.map((m) => (this.film.last * m) / this.file.ends[span]);
    const end = all.findIndex((x) => x > this.film.last + 1e-6);
    return end < 0 ? all : all.slice(0, end);
  }
}
