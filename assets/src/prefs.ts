/** How a person wants to see it: kept in this browser only, set as data-* on <html> before the first paint (see boot in the page). */
import { shared } from './shared';

export const SCHEMES = ['auto', 'paper', 'dark', 'projector'] as const;
export type Scheme = (typeof SCHEMES)[number];

/** What this machine can be asked for. `swift`: it has a graphics card, as far as is known; no movement for pleasure without one. */
export const machine = shared('machine', () => ({ swift: true }));

const root = document.documentElement;
const systemDark = matchMedia('(prefers-color-scheme: dark)');
const systemStill = matchMedia('(prefers-reduced-motion: reduce)');

function read(key: string): string {
  try { return localStorage.getItem(`neuroviz.${key}`) ?? ''; } catch { return ''; }
}
function write(key: string, value: string): void {
  try { localStorage.setItem(`neuroviz.${key}`, value); } catch { /* storage is switched off: the choice lasts for this page */ }
}

export const scheme = (): Scheme => (SCHEMES as readonly string[]).includes(read('scheme')) ? (read('scheme') as Scheme) : 'auto';
export const still = (): boolean => root.dataset.motion === 'still';
/** The page is being printed: see paper.ts. */
export const printed = (): boolean => 'print' in root.dataset;
export const phone = (): boolean => root.dataset.layout === 'phone';

/** A phone on its side, or a page at 200 %: what lies above or below the stage would leave none of it (70-short.css). */
const short = (): boolean => innerHeight <= 540 && innerWidth >= 600;
/** desk: panel beside the stage; sheet: panel as a strip that opens over it; phone: the same, all within one thumb. */
const layout = (): string => {
  if (printed() || short()) return 'desk';
  return innerWidth <= 720 ? 'phone' : innerWidth <= 900 || (root.dataset.scheme === 'projector' && innerWidth <= 1500) ? 'sheet' : 'desk';
};

function lay(): void {
  root.dataset.layout = layout();
  root.toggleAttribute('data-short', short() && !printed());
  root.dataset.tools = innerWidth <= 1100 || short() || root.dataset.layout !== 'desk' ? 'pop' : 'row';
}

export function apply(): void {
  const wish = (root.dataset.schemeWish as Scheme) || scheme();
  root.dataset.scheme = wish === 'auto' ? (systemDark.matches ? 'dark' : 'paper') : wish;
  lay();
  root.dataset.motion = read('motion') === 'still' || systemStill.matches ? 'still' : 'full';
}

export function choose(wish: Scheme): void {
  write('scheme', wish);
  root.dataset.schemeWish = wish;
  apply();
  dispatchEvent(new Event('neuroviz:look'));
}

export function keepStill(on: boolean): void {
  write('motion', on ? 'still' : 'full');
  apply();
  dispatchEvent(new Event('neuroviz:look'));
}

for (const query of [systemDark, systemStill]) query.addEventListener('change', () => { apply(); dispatchEvent(new Event('neuroviz:look')); });
addEventListener('resize', lay);
