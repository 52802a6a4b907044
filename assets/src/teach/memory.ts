/** What this browser remembers: answers, times, settings. Where storage is switched off, it lasts as long as the page. */

const here = new Map<string, string>();

function box(kind: 'localStorage' | 'sessionStorage'): Storage | null {
  try { return window[kind]; } catch { return null; }
}

export function recall<T>(key: string, otherwise: T, kind: 'localStorage' | 'sessionStorage' = 'localStorage'): T {
  try { return JSON.parse(here.get(key) ?? box(kind)?.getItem(`neuroviz.${key}`) ?? '') as T; } catch { return otherwise; }
}

/** Keep a value; false where the browser keeps nothing. */
export function keep(key: string, value: unknown, kind: 'localStorage' | 'sessionStorage' = 'localStorage'): boolean {
  here.set(key, JSON.stringify(value));
  try { box(kind)!.setItem(`neuroviz.${key}`, JSON.stringify(value)); return true; } catch { return false; }
}
