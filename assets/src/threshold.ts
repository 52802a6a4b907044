/** The threshold of the links: how many there are, and how they are spread. */
import { fixed, say } from './config';
import { moving, type Atlas } from './network';
import { put } from './slots';
import type { State } from './state';

export class Threshold {
  private bins: SVGPathElement[];
  private histogramKey = '';

  constructor(private root: HTMLElement) { this.bins = [...root.querySelectorAll<SVGPathElement>('.histogram path')]; }

  show(state: State, atlas: Atlas, links: string): void {
    for (const el of this.root.querySelectorAll<HTMLInputElement>('[data-key="show"]')) el.disabled = !(el.value in atlas.file.shows);
    const box = this.root.querySelector<HTMLElement>('.threshold')!;
    const low = atlas.threshold(state);
    const rest = moving(state) ? '_rest' : '';
    box.classList.toggle('unmeasured', !atlas.measured);
    const input = box.querySelector<HTMLInputElement>('input')!;
    input.disabled = !atlas.measured;
    if (input.value !== String(low)) input.value = String(low);
    input.setAttribute('aria-valuetext', atlas.measured ? say(`threshold_spoken${rest}`, { r: fixed(low), links }) : say('no_partners'));
    put(box, 'links', atlas.measured ? links : say('no_links_here'));
    put(box, 'r', atlas.measured ? say(`threshold${rest}`, { r: fixed(low) }) : say('no_partners'));
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
