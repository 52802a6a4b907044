/** One region with every other, network by network: a row of dots each, with a line at the mean. Words and numbers stand in the rows. */
import { config, fill, fixed } from './config';
import type { Atlas, Parcel } from './network';

interface Row { network: string; name: string; values: { i: number; r: number }[]; mean: number }

/** Networks by mean r with the region, closest first. */
export function rows(atlas: Atlas, p: Parcel): Row[] {
  const by = new Map<string, { i: number; r: number }[]>();
  for (const other of atlas.file.parcels) if (other.i !== p.i) by.set(other.n7, [...(by.get(other.n7) ?? []), { i: other.i, r: atlas.r(p.i, other.i) }]);
  return [...by]
    .map(([network, values]) => ({
      network, values,
      name: config.networks[network]?.name ?? network,
      mean: values.reduce((sum, v) => sum + v.r, 0) / values.length,
    }))
    .sort((a, b) => b.mean - a.mean);
}

export function fillStrips(list: HTMLElement, atlas: Atlas, p: Parcel): void {
  const all = rows(atlas, p);
  const values = all.flatMap((row) => row.values.map((v) => v.r));
  const low = Math.min(0, ...values);
  const high = Math.max(...values);
  const at = (r: number): string => `--x:${((r - low) / (high - low || 1)).toFixed(4)}`;
  list.replaceChildren(...all.map((row) => {
    const r = row.values.map((v) => v.r);
    const li = document.createElement('li');
    const text = fill(config.seed[r.length === 1 ? 'strip_one' : 'strip_other'], { network: row.name, mean: fixed(row.mean), n: r.length, low: fixed(Math.min(...r)), high: fixed(Math.max(...r)) });
    const words = Object.assign(document.createElement('span'), { textContent: row.name });
    const mean = Object.assign(document.createElement('b'), { textContent: fixed(row.mean) });
    const plot = document.createElement('div');
    plot.className = 'strip-line';
    plot.setAttribute('role', 'img');
    plot.setAttribute('aria-label', text);
    plot.innerHTML = `<s style="${at(0)}"></s>${row.values.map((v) => `<i data-point="${v.i}" style="${at(v.r)}"></i>`).join('')}<u style="${at(row.mean)}"></u>`;
    li.append(words, mean, plot);
    return li;
  }));
}
