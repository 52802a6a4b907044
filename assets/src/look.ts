/** What a page looks like in this window, set as data-* on <html>: before the first paint (boot.ts), and after every change (prefs.ts). */
export const SCHEMES = ['auto', 'paper', 'dark', 'projector'] as const;
export type Scheme = (typeof SCHEMES)[number];

const root = document.documentElement;
const matches = (query: string): boolean => matchMedia(query).matches;

export const DARK = '(prefers-color-scheme: dark)';
export const STILL = '(prefers-reduced-motion: reduce)';

/** What is kept in this browser only. */
export function kept(key: string): string {
  try { return localStorage.getItem(`neuroviz.${key}`) ?? ''; } catch { return ''; }
}

export const scheme = (): Scheme => (SCHEMES as readonly string[]).includes(kept('scheme')) ? (kept('scheme') as Scheme) : 'auto';
/** The page is being printed: see paper.ts. */
export const printed = (): boolean => 'print' in root.dataset;

/** px up to which there is room for one thumb. */
const PHONE = 720;
export const narrow = (): boolean => innerWidth <= PHONE;
/** A phone on its side, or a page at 200 %: what lies above or below the stage would leave none of it (70-short.css). */
const short = (): boolean => innerHeight <= 540 && innerWidth >= 600;
/** desk: panel beside the stage; sheet: panel as a strip that opens over it; phone: the same, all within one thumb. */
function layout(): string {
  if (printed() || short()) return 'desk';
  return narrow() ? 'phone' : innerWidth <= 900 || (root.dataset.scheme === 'projector' && innerWidth <= 1500) ? 'sheet' : 'desk';
}

export function lay(): void {
  root.dataset.layout = layout();
  root.toggleAttribute('data-short', short() && !printed());
  root.dataset.tools = innerWidth <= 1100 || short() || root.dataset.layout !== 'desk' ? 'pop' : 'row';
}

/** Colours, room and motion, as the person or the system wishes them. */
export function apply(): void {
  const wish = (root.dataset.schemeWish as Scheme) || scheme();
  root.dataset.scheme = wish === 'auto' ? (matches(DARK) ? 'dark' : 'paper') : wish;
  lay();
  root.dataset.motion = kept('motion') === 'still' || matches(STILL) ? 'still' : 'full';
}
