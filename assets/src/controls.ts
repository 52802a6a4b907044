/** Native controls that carry data-key set that key of the state, and follow it. */
import type { Bus } from './bus';
import { fixed, say } from './config';
import type { Atlas } from './network';
import type { State } from './state';

type Control = HTMLInputElement | HTMLSelectElement;

const valueOf = (el: Control): unknown => (el.type === 'checkbox' ? (el as HTMLInputElement).checked : el.type === 'range' ? Number(el.value) : el.value);

export class Controls {
  private all: Control[];
  private bins: SVGPathElement[] = [];
  private histogramKey = '';

  constructor(private root: HTMLElement, bus: Bus) {
    this.all = [...root.querySelectorAll<Control>('[data-key]')];
    for (const el of this.all) {
      const range = el.type === 'range';
      el.addEventListener('input', () => bus.set(this.wish(el), range ? 'drag' : 'move'));
    }
    for (const b of root.querySelectorAll<HTMLElement>('[data-set]')) b.addEventListener('click', () => bus.set(JSON.parse(b.dataset.set!)));
    this.bins = [...root.querySelectorAll<SVGPathElement>('.histogram path')];
  }

  /** Another atlas or another selection starts at its own threshold. */
  private wish(el: Control): Record<string, unknown> {
    const key = el.dataset.key!;
    if (key === 'view') return { view: valueOf(el), camera: null };
    return key === 'atlas' || key === 'show' ? { [key]: valueOf(el), r: null, isolate: false, ...(key === 'atlas' ? { parcel: 0 } : {}) } : { [key]: valueOf(el) };
  }

  reflect(state: State, atlas: Atlas, links: string): void {
    for (const el of this.all) {
      const key = el.dataset.key!;
      const value = key === 'r' ? atlas.threshold(state) : state[key];
      if (el.type === 'radio' || el.type === 'checkbox') (el as HTMLInputElement).checked = el.type === 'radio' ? el.value === value && !(key === 'view' && state.camera) : Boolean(value);
      else if (el.value !== String(value)) el.value = String(value);
    }
    for (const b of this.root.querySelectorAll<HTMLElement>('[data-set]')) {
      const wish = Object.entries(JSON.parse(b.dataset.set!));
      b.setAttribute('aria-pressed', String(wish.every(([k, v]) => state[k] === v)));
    }
    for (const el of this.root.querySelectorAll<HTMLInputElement>('[data-key="show"]')) el.disabled = !(el.value in atlas.file.shows);
    this.threshold(state, atlas, links);
  }

  private threshold(state: State, atlas: Atlas, links: string): void {
    const box = this.root.querySelector<HTMLElement>('.threshold')!;
    const low = atlas.threshold(state);
    box.classList.toggle('unmeasured', !atlas.measured);
    const input = box.querySelector<HTMLInputElement>('input')!;
    input.disabled = !atlas.measured;
    input.setAttribute('aria-valuetext', atlas.measured ? say('threshold_spoken', { r: fixed(low), links }) : say('no_partners'));
    box.querySelector('[data-slot="links"]')!.textContent = atlas.measured ? links : say('no_links_here');
    box.querySelector('[data-slot="r"]')!.textContent = atlas.measured ? say('threshold', { r: fixed(low) }) : say('no_partners');
    box.style.setProperty('--at', String(low));
    const key = `${atlas.file.id} ${state.show}`;
    if (key !== this.histogramKey) { this.histogramKey = key; this.histogram(atlas.pairs(state).map((p) => p.r)); }
  }

  /** How many of the pairs shown lie at each r: fifty bars from 0 to 1, drawn once dim and once bright right of the threshold. */
  private histogram(values: number[]): void {
    const bars = new Array<number>(50).fill(0);
    for (const r of values) bars[Math.min(49, Math.max(0, Math.floor(r * 50)))] += 1;
    const top = Math.max(1, ...bars);
    const d = bars.map((n, i) => (n ? `M${i * 2 + 0.25} 20V${(20 - Math.max(1, (19 * n) / top)).toFixed(1)}h1.5V20z` : '')).join('');
    for (const path of this.bins) path.setAttribute('d', d);
  }
}
