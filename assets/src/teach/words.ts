/** Words of lesson, presenter, notes, room check and quiz, as Python wrote them into the page. */
import { fill } from '../fill';

type Words = { [key: string]: string | Words };
interface TeachConfig { teach: Words; pages: Record<string, string>; lessons?: Record<string, Record<string, unknown>>; parameters: { key: string; default: unknown }[] }

export const page: TeachConfig = JSON.parse(document.getElementById('nv-config')?.textContent ?? '{"teach":{},"pages":{},"parameters":[]}');

/** A sentence by its path, with values filled in: tell('lesson.place', {n: 3, of: 14}). */
export function tell(path: string, values: Record<string, string | number> = {}): string {
  const text = path.split('.').reduce<string | Words | undefined>((at, key) => (typeof at === 'object' ? at[key] : undefined), page.teach);
  if (typeof text !== 'string') throw new Error(`no words for "${path}"`);
  return fill(text, values);
}

export { put, slot } from '../slots';
