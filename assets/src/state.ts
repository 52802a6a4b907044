/** The state of a view and its address. One codec, driven by the parameters that Python describes. */
import { config, type ParameterSpec } from './config';

export type Value = string | number | boolean | null;
export type State = Record<string, Value>;

const byKey = new Map(config.parameters.map((p) => [p.key, p]));

export const defaults = (): State => Object.fromEntries(config.parameters.map((p) => [p.key, p.default]));

/** Kinds that are text of a certain form; Python has the same in neuroviz/ui/state.py. */
const SHAPES: Record<string, RegExp> = { camera: /^-?\d{1,3},-?\d{1,2},\d{3}$/, point: /^-?\d{1,3}(,-?\d{1,3}){2}$/, block: /^[1-8]-[1-8]$/, id: /^[a-z0-9][a-z0-9-]{0,59}$/ };

/** The value as this parameter takes it, or undefined when it cannot. */
function accept(p: ParameterSpec, raw: unknown): Value | undefined {
  if ((raw === null || raw === '') && p.default === null) return null;
  if (p.kind === 'choice') return p.options!.includes(String(raw)) ? String(raw) : undefined;
  if (p.kind === 'flag') return raw === true || raw === '1' || raw === 1 ? true : raw === false || raw === '0' || raw === 0 ? false : undefined;
  if (p.kind in SHAPES) return SHAPES[p.kind].test(String(raw)) ? String(raw) : undefined;
  if (p.kind === 'clock' && p.options!.includes(String(raw))) return p.options!.indexOf(String(raw));
  const x = typeof raw === 'number' ? raw : /^-?\d{1,6}(\.\d{1,6})?$/.test(String(raw)) ? Number(raw) : NaN;
  if (!Number.isFinite(x) || x < p.min! || x > p.max! || (p.kind === 'whole' && !Number.isInteger(x))) return undefined;
  return x;
}

/** Keep what is understood, and name what is not. */
export function clean(wish: Record<string, unknown>): { state: State; ignored: string[] } {
  const state: State = {};
  const ignored: string[] = [];
  for (const [key, raw] of Object.entries(wish)) {
    const p = byKey.get(key);
    const value = p && accept(p, raw);
    if (p && value !== undefined) state[key] = value;
    else ignored.push(key);
  }
  return { state, ignored };
}

/** What a step of a lesson lays under the keys that its address does not name: the view to predict from, or the one that answers. */
function under(own: State): State {
  const steps = config.lessons?.[String(own.lesson)];
  const step = steps?.[String(own.at)] ?? (steps && Object.values(steps)[0]);
  return step?.[own.seen ? 'view' : 'start'] ?? {};
}

/** State and oddities of a query string. */
export function parse(search: string): { state: State; ignored: string[] } {
  const { state, ignored } = clean(Object.fromEntries(new URLSearchParams(search)));
  return { state: { ...defaults(), ...under(state), ...state }, ignored };
}

/** A value as it stands in the address. */
function printed(p: ParameterSpec, value: Value): string {
  if (value === null) return '';
  if (p.kind === 'flag') return value ? '1' : '0';
  return (p.kind === 'clock' && p.options![Number(value)]) || String(value);
}

/** Query string of a state: only what differs from the default (in a lesson, from the view of its step), in the order of the parameters. */
export function query(state: State): string {
  const base: State = { ...defaults(), ...under(state) };
  const parts = config.parameters
    .filter((p) => state[p.key] !== base[p.key] && state[p.key] !== undefined)
    .map((p) => `${p.key}=${encodeURIComponent(printed(p, state[p.key])).replace(/%2C/g, ',')}`);
  return parts.length ? `?${parts.join('&')}` : '';
}
