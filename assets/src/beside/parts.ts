/** What several views beside the brain share: the list of groups, the key of r, the pair that is pointed at in words. */
import { fill, fixed, say } from '../config';
export { showKey } from '../key';
import { blockOf } from '../network';
import type { BesideContext, Now } from '../beside';

export interface Group { id: string; name: string; token: string; n: number }

/** Two lists of groups; choosing from both leaves only the links between them. */
export class Blocks {
  private root: HTMLElement;
  private a: HTMLSelectElement;
  private b: HTMLSelectElement;
  private clear: HTMLButtonElement;
  private key = '';

  constructor(private at: BesideContext) {
    this.root = at.host.querySelector('.blocks')!;
    this.a = this.root.querySelector('[data-block="a"]')!;
    this.b = this.root.querySelector('[data-block="b"]')!;
    this.clear = this.root.querySelector('[data-block="clear"]')!;
    for (const list of [this.a, this.b]) {
      list.addEventListener('input', () => {
        const other = list === this.a ? this.b : this.a;
        if (list.value && !other.value) other.value = list.value;
        if (!list.value) other.value = '';
        this.set(this.a.value, this.b.value);
      });
    }
    this.clear.addEventListener('click', () => { this.set('', ''); this.a.focus(); });
  }

  /** Ask for the links between two groups alone; '' for all. */
  set(a: string, b: string): void {
    const [x, y] = [a, b].sort();
    this.at.bus.set({ block: x && y ? `${x}-${y}` : null });
  }

  show(groups: Group[], now: Now, first: (group: number) => number): void {
    const key = groups.map((g) => g.id).join();
    if (key !== this.key) {
      this.key = key;
      for (const list of [this.a, this.b]) {
        const all = new Option(this.root.dataset.all, '');
        list.replaceChildren(all, ...groups.map((g, k) => new Option(g.name, String(first(k)))));
      }
    }
    const block = blockOf(now.state);
    this.a.value = block ? String(block[0]) : '';
    this.b.value = block ? String(block[1]) : '';
    this.clear.hidden = !block;
  }
}

/** The pair, or the region, that is pointed at, in words; '' for neither. */
export function readout(at: BesideContext, parcels: number[]): string {
  const { atlas } = at.now();
  if (parcels.length === 2 && atlas.measured) {
    const [a, b] = parcels.map((i) => atlas.parcel(i).plain);
    const { matrix } = at.words;
    const edge = at.now().edge({ a: parcels[0], b: parcels[1], r: atlas.r(parcels[0], parcels[1]) });
    const values = { a, b, r: fixed(atlas.r(parcels[0], parcels[1])) };
    if (edge && edge.pair >= 0) {
      const sign = edge.delta > 0 ? '+' : '';
      return at.now().state.compare === 'difference' ? fill(matrix.pair_difference, { ...values, delta: `${sign}${fixed(edge.delta)}` }) : fill(matrix.pair_now, { ...values, now: fixed(edge.now) });
    }
    return `${fill(at.words.matrix.pair, { a, b })}: ${say(edge ? 'r_rest' : 'r', { r: values.r })}`;
  }
  return parcels.length ? atlas.parcel(parcels[0]).plain : '';
}

/** The mark of what is drawn at this moment, beside that of what was measured; true when there is any. */
export function drawnNow(at: BesideContext): boolean {
  const now = at.now();
  const first = now.pairs[0];
  const drawn = first !== undefined && now.edge(first) !== null;
  at.host.querySelector<HTMLElement>('[data-slot="drawn"]')!.hidden = !drawn;
  return drawn;
}

/** Nothing was measured for this atlas: one sentence and the control that brings it. True when there is a picture to draw. */
export function measured(at: BesideContext): boolean {
  const yes = at.now().atlas.measured;
  at.host.querySelector<HTMLElement>('.unmeasured-note')!.hidden = yes;
  at.host.querySelector<HTMLElement>('.measured')!.hidden = !yes;
  at.host.querySelector<HTMLElement>('.lead')!.hidden = !yes;
  return yes;
}
