/** The current-voltage chart: curves, band and dot of a result. Axes and words are Python's. */
import { fixed } from '../../config';
import { put, slot } from '../../slots';
import type { Lab, Result, Setting } from './lab';

const UNITS = 1000;

export class Chart {
  private box: number[];
  private paths: Record<string, SVGPathElement> = {};

  constructor(private root: HTMLElement, private lab: Lab) {
    this.box = root.querySelector<HTMLElement>('.plot')!.dataset.box!.split(' ').map(Number);
    for (const name of ['band', 'mg', 'edge']) this.paths[name] = root.querySelector<SVGPathElement>(`.iv-${name}`)!;
  }

  private x(v: number): number { return (v - this.box[0]) / (this.box[1] - this.box[0]); }
  private y(i: number): number { return (this.box[3] - i) / (this.box[3] - this.box[2]); }

  private points(values: number[]): string[] {
    return values.map((i, k) => `${(UNITS * this.x(this.lab.file.v[k])).toFixed(0)} ${(UNITS * this.y(i)).toFixed(0)}`);
  }

  show(s: Setting, r: Result, difference: boolean): void {
    const line = (values: number[]): string => `M${this.points(values).join('L')}`;
    const area = (a: number[], b: number[]): string => `${line(a)}L${this.points(b).reverse().join('L')}Z`;
    const ket = s.ket > 0 && s.glu;
    this.root.classList.toggle('is-difference', difference && ket);
    this.root.classList.toggle('has-ketamine', ket);
    this.paths.mg.setAttribute('d', line(r.plain));
    this.paths.band.setAttribute('d', ket ? (difference ? area(r.plain, r.strong) : area(r.weak, r.strong)) : '');
    this.paths.edge.setAttribute('d', ket ? line(r.weak) + line(r.strong) : '');
    const shownLow = ket ? r.here.strong : r.here.plain;
    const shownHigh = ket ? r.here.weak : r.here.plain;
    const plot = this.root.querySelector<HTMLElement>('.plot')!;
    const set = (name: string, value: number): void => plot.style.setProperty(name, `${(100 * value).toFixed(2)}%`);
    set('--v', this.x(s.v));
    const clampY = (i: number): number => Math.min(1, Math.max(0, this.y(i)));
    set('--a', Math.min(clampY(shownLow), clampY(shownHigh)));
    set('--b', Math.max(clampY(shownLow), clampY(shownHigh)));
    this.words(s, r, ket, difference);
  }

  private words(s: Setting, r: Result, ket: boolean, difference: boolean): void {
    const { chart, readout } = this.lab.file.words;
    const { root } = this;
    const [now, lost] = [passes(this.lab, s, r), s.ket > 0 ? `${blocked(this.lab, r)}: ${readout.unknown}` : readout.no_ketamine];
    put(root, 'key-mg', s.glu ? chart.plugged.replace('{mg}', fixed(s.mg, 1).replace(/[.]0$/, '')) : chart.zero);
    put(root, 'key-band', difference ? chart.lost : chart.band);
    this.root.querySelector<HTMLElement>('[data-of="band"]')!.hidden = !ket;
    put(root, 'passes', now);
    put(root, 'blocked', lost);
    slot(root, 'mean').hidden = !ket;
    root.querySelector('.plot-box')!.setAttribute('aria-label', `${now}. ${lost}.`);
  }
}

export const percent = (share: number): string => (share > 0 && share < 0.01 ? '<1' : String(Math.round(100 * share)));

/** "4 % of the current passes", or a range where there is ketamine. */
export function passes(lab: Lab, s: Setting, r: Result): string {
  const { readout } = lab.file.words;
  if (!s.glu) return readout.no_current;
  if (s.ket === 0) return readout.passes.replace('{pass}', percent(r.free));
  const [low, high] = [percent(r.free * (1 - r.most)), percent(r.free * (1 - r.least))];
  return low === high ? readout.passes.replace('{pass}', low) : readout.passes_range.replace('{low}', low).replace('{high}', high);
}

/** "Ketamine blocks 13 to 87 %". */
export function blocked(lab: Lab, r: Result): string {
  return lab.file.words.readout.blocked.replace('{low}', percent(r.least)).replace('{high}', percent(r.most));
}
