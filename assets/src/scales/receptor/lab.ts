/** The lab in numbers: grids from Python, blended between their samples. */
import { interpolate } from '../../film';
import type { State } from '../../state';

export interface LabFile {
  /** mV, mM, µM: where the grids have samples. */
  v: number[];
  mg: number[];
  ket: number[];
  /** [Mg][V]: current as a share of an unplugged channel at rest, and share of channels that are free. */
  current: number[][];
  free: number[][];
  ampa: number[];
  /** By form: least and most that ketamine blocks, at `ket`. */
  block: Record<string, [number[], number[]]>;
  perNanogram: number;
  reversal: number;
  /** Markup for a page that began at another scale. */
  defs: string;
  picture: string;
  drawn: { plug: number; ketamine: number };
  steps: { id: Moment; v: number; glu: boolean; ket: number; says: string }[];
  parts: Record<string, { name: string; says: string }>;
  words: Record<string, Record<string, string>>;
}

export type Moment = 'shut' | 'plugged' | 'open' | 'enters' | 'trapped';
export interface Setting { v: number; mg: number; glu: boolean; ket: number; form: string; held: boolean }
export interface Result {
  moment: Moment;
  /** Share of channels that the plug leaves free, and least and most that ketamine blocks. */
  free: number;
  least: number;
  most: number;
  /** Currents over `v`: with the plug, and what is left of it at the least and the greatest block. */
  plain: number[];
  weak: number[];
  strong: number[];
  /** The same at the membrane voltage. */
  here: { plain: number; weak: number; strong: number };
}

/** A row of a grid between two of its samples of Mg. */
function blend(mg: number[], rows: number[][], at: number): number[] {
  const last = mg.length - 1;
  const k = Math.min(last - 1, Math.max(0, mg.findIndex((x) => x >= at) - 1));
  const f = Math.min(1, Math.max(0, (at - mg[k]) / (mg[k + 1] - mg[k])));
  return rows[k].map((x, i) => x + f * (rows[k + 1][i] - x));
}

export class Lab {
  constructor(readonly file: LabFile) {}

  result(s: Setting): Result {
    const { file } = this;
    const free = interpolate(file.v, blend(file.mg, file.free, s.mg), s.v);
    const [low, high] = file.block[s.form];
    const least = interpolate(file.ket, low, s.ket);
    const most = interpolate(file.ket, high, s.ket);
    const on = s.glu ? 1 : 0;
    const plain = blend(file.mg, file.current, s.mg).map((x) => x * on);
    const at = interpolate(file.v, plain, s.v);
    return {
      moment: this.moment(s, free, most), free, least, most, plain,
      weak: plain.map((x) => x * (1 - least)), strong: plain.map((x) => x * (1 - most)),
      here: { plain: at, weak: at * (1 - least), strong: at * (1 - most) },
    };
  }

  /** What the drawn channel is doing; the rule of neuroviz/ui/scales/receptor_lab.py. */
  private moment(s: Setting, free: number, most: number): Moment {
    if (!s.glu) return s.held && s.ket > 0 ? 'trapped' : 'shut';
    if (free < this.file.drawn.plug) return 'plugged';
    return most >= this.file.drawn.ketamine ? 'enters' : 'open';
  }

  /** Nearest position of the ketamine slider. */
  index(ket: number): number {
    let best = 0;
    this.file.ket.forEach((c, i) => { if (Math.abs(c - ket) < Math.abs(this.file.ket[best] - ket)) best = i; });
    return best;
  }

  setting(state: State, plasma: number): Setting {
    const ket = state.ket === null ? Math.min(this.file.ket[this.file.ket.length - 1], plasma * this.file.perNanogram) : Number(state.ket);
    return { v: Number(state.v), mg: Number(state.mg), glu: Boolean(state.glu), ket, form: String(state.form), held: state.step === 5 };
  }
}
