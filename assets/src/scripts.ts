/** Scripts, and the values that data files hand over: the little of it that is needed before the first paint already. */
import { shared } from './shared';

export const here = shared('filesHere', () => new Map<string, unknown>());
export const waiting = shared('filesWaiting', () => new Map<string, (value: unknown) => void>());
const asked = shared('scripts', () => new Map<string, Promise<void>>());

/** Called by a data file: `neuroviz.give("atlas/schaefer-100", {...})`. */
export function give(name: string, value: unknown): void {
  here.set(name, value);
  waiting.get(name)?.(value);
}

/** Load a script once; a failed load may be tried again. */
export function script(url: string): Promise<void> {
  const known = asked.get(url);
  if (known) return known;
  const loading = new Promise<void>((done, fail) => {
    const el = document.createElement('script');
    el.src = url;
    el.async = true;
    el.onload = () => done();
    el.onerror = () => { el.remove(); asked.delete(url); fail(new Error(url)); };
    document.head.append(el);
  });
  asked.set(url, loading);
  return loading;
}
