/** The key of r: only the steps of colour that occur are shown, and always zero with a step on either side. */
import { config, fill, fixed } from './config';
import { isSeedMap, type Atlas } from './network';
import type { State } from './state';

export function showKey(host: HTMLElement, values: Iterable<number>): void {
  const { step } = config.correlation;
  let [low, high] = [-step, step];
  for (const r of values) { if (r < low) low = r; if (r > high) high = r; }
  for (const el of host.querySelectorAll<HTMLElement>('.r-key [data-low]')) {
    const from = Number(el.dataset.low);
    el.hidden = from + step <= low + 1e-9 || from >= high - 1e-9;
  }
}

/** The switches that remove the mean, and the words on what that does. */
export function reflectMean(root: HTMLElement, state: State): void {
  for (const el of root.querySelectorAll<HTMLInputElement>('input[data-do="mean"]')) el.checked = Boolean(state.mean);
  for (const el of root.querySelectorAll<HTMLElement>('[data-mean]')) el.hidden = !state.mean;
}

/** The key of a seed map, where the legend of the nodes stood. True when the room for the brain has changed. */
export function showSeed(layer: HTMLElement, atlas: Atlas, state: State, whole: boolean): boolean {
  const seed = isSeedMap(atlas, state) ? Number(state.parcel) : 0;
  const painted = seed ? 'seed' : whole ? 'agree' : 'no';
  const other = painted !== (layer.dataset.painted ?? 'no');
  layer.dataset.painted = painted;
  reflectMean(layer, state);
  if (seed) showKey(layer.querySelector<HTMLElement>('.seed-key')!, atlas.file.parcels.filter((p) => p.i !== seed).map((p) => atlas.r(seed, p.i)));
  return other;
}

/** What a seed map shows, in a sentence; '' where there is none. */
export function seedWords(atlas: Atlas, state: State): string {
  if (!isSeedMap(atlas, state)) return '';
  const seed = Number(state.parcel);
  const values = atlas.file.parcels.filter((p) => p.i !== seed).map((p) => atlas.r(seed, p.i));
  return fill(config.seed.painted, { name: atlas.parcel(seed).plain, low: fixed(Math.min(...values)), high: fixed(Math.max(...values)) });
}
