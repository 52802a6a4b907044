/** How a person wants to see it: kept in this browser only. */
import { DARK, STILL, apply, lay, type Scheme } from './look';
import { shared } from './shared';

export { apply, printed, scheme, SCHEMES, type Scheme } from './look';

/** What this machine can be asked for. `swift`: it has a graphics card, as far as is known; no movement for pleasure without one. */
export const machine = shared('machine', () => ({ swift: true }));

const root = document.documentElement;

function keep(key: string, value: string): void {
  try { localStorage.setItem(`neuroviz.${key}`, value); } catch { /* storage is switched off: the choice lasts for this page */ }
}

export const still = (): boolean => root.dataset.motion === 'still';
export const phone = (): boolean => root.dataset.layout === 'phone';

export function choose(wish: Scheme): void {
  keep('scheme', wish);
  root.dataset.schemeWish = wish;
  follow();
}

export function keepStill(on: boolean): void {
  keep('motion', on ? 'still' : 'full');
  follow();
}

function follow(): void {
  apply();
  dispatchEvent(new Event('neuroviz:look'));
}

for (const query of [DARK, STILL]) matchMedia(query).addEventListener('change', follow);
addEventListener('resize', lay);
