/** What Python wrote into the page: words, addresses of files, the description of the state. Read once. */
import { fill } from './fill';
import { shared } from './shared';

export { fill };

export interface ParameterSpec {
  key: string;
  kind: 'choice' | 'number' | 'whole' | 'flag' | 'camera' | 'clock' | 'point' | 'block' | 'id';
  default: string | number | boolean | null;
  options?: string[];
  min?: number;
  max?: number;
  step?: number;
}

export interface NetworkWords {
  name: string;
  token: string;
}

export interface SubsystemWords extends NetworkWords {
  shape: 'circle' | 'diamond' | 'square' | 'dot';
}

export interface Config {
  page: string;
  parameters: ParameterSpec[];
  /** Start and end of the address of every file. */
  files: { base: string; suffix: string };
  words: Record<string, string>;
  /** On pages with a lesson: for each lesson and step, in order, the state to predict from and the one that answers. */
  lessons?: Record<string, Record<string, { start: Record<string, string | number | boolean | null>; view: Record<string, string | number | boolean | null> }>>;
  networks: Record<string, NetworkWords>;
  subsystems: Record<string, SubsystemWords>;
  /** Markup of what each hub does, with its source, by hub id. */
  hubs: Record<string, string>;
  /** Hub through which one enters the circuit. */
  gate: string;
  /** r that is drawn as the thinnest and as the widest link. */
  weight: { low: number; high: number };
  /** Words of the seed maps. */
  seed: Record<string, string>;
  /** Step of r from one colour to the next. */
  correlation: { step: number };
  limits: { links: number; rows: number; drawnLinks: number };
}

export const config = shared<Config>('config', () => JSON.parse(document.getElementById('nv-config')?.textContent ?? '{"parameters":[],"files":{},"words":{}}'));

/** Put values into a sentence from the content: "{n} links" → "79 links". */
export function say(key: string, values: Record<string, string | number> = {}): string {
  const text = config.words[key];
  if (text === undefined) throw new Error(`no words for "${key}"`);
  return fill(text, values);
}

/** A sentence with a count, from "<key>_one" or "<key>_other". */
export const count = (key: string, n: number, values: Record<string, string | number> = {}): string =>
  say(`${key}_${n === 1 ? 'one' : 'other'}`, { n: n.toLocaleString('en'), ...values });

/** Numbers as they are printed: a true minus sign, a fixed number of decimals. */
export const fixed = (x: number, decimals = 2): string => x.toFixed(decimals).replace('-', '−');

/** Address of a file, by name. */
export const url = (name: string): string => `${config.files.base}${name}${config.files.suffix}`;
