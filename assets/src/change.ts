/**
 * Before and after on the network: what the clock does to every link.
 *
 * For any view that shows links (matrix, ring, brain, table):
 *   const change = await loadChange(atlas);            // once for each atlas; null where nothing was measured
 *   change.valueAt({ a, b, r }, state)                 // { before, now, delta, kind, confidence, status, pair }
 * `before` and `now` are r × (1 + level of its pair of networks), `delta` their difference; both are those of the people on screen, so that
 * `before` itself jumps at a break of the film (`change.part(state)` tells who that is). `kind` is 'stronger', 'weaker' or 'same'; links of no
 * pair never change. `state` is the state of the bus: t, people, baseline and sure are read. For many links in one frame take
 * `change.now(state)` once and `of(link, states)` for each. Nothing here asks the server, and nothing keeps the state.
 */
import { need } from './files';
import { interpolate } from './film';
import type { Atlas, Pair } from './network';
import type { Levels, Vec3 } from './picture';
import type { State } from './state';

export type Confidence = 'low' | 'medium' | 'high';
/** Healthy people at rest; somebody looked at this moment; at moments before and after it; or nobody did, and it is held. */
export type Status = 'reference' | 'seen' | 'between' | 'none';
export type Kind = 'stronger' | 'weaker' | 'same';

/** A stretch of the film with the same people; for each pair: positions on the clock, levels there, and the changes behind them. */
export interface Part { start: number; people: string; measured: boolean; at: number[][]; level: number[][]; change: number[][] }

export interface PairFile { id: string; name: string; about: string; said: 'coupling' | 'distance' }
export interface ChangeFile {
  pairs: PairFile[];
  /** By people/baseline. */
  films: Record<string, Part[]>;
  /** What stands behind a level: how sure, in whom it was measured, and the studies, as markup made by Python. */
  changes: { confidence: Confidence; measured: string; verdict: string; short: string; against: string; studies: string; dissent: string }[];
  unmeasured: number;
  /** Markup of the panel, and which of them stands at each stop, by people/baseline. */
  moments: string[];
  stops: Record<string, number[]>;
  headlines: string[];
  words: Record<string, string>;
}
export interface Anchor { id: string; name: string; at: Vec3; pair: number; to: number[] }
export interface EdgesFile { ends: number[]; guests: [number, number, number][]; anchors: Anchor[] }

/** A pair of networks at a moment; levels are deviations from healthy people at rest, drawn as 0. */
export interface PairState { before: number; now: number; delta: number; kind: Kind; status: Status; change: number; confidence: Confidence | null }
export interface EdgeState { before: number; now: number; delta: number; kind: Kind; status: Status; confidence: Confidence | null; pair: number }

/** Position of the start of the infusion, and how near counts as being at a moment. */
const START = 1;
const NEAR = 0.02;
/** The least change of a level that is called one. */
export const LEAST = 0.04;
const RANK: Record<Confidence, number> = { low: 1, medium: 2, high: 3 };
/** What is shown of a change that rests on less than is asked for, and of one that is held without data; and below what one counts as faded. */
const FAINT = 0.16;
const HELD = 0.55;
export const FADED = 0.5;

export const rank = (c: Confidence | null): number => (c ? RANK[c] : 0);

const STILL: PairState = { before: 0, now: 0, delta: 0, kind: 'same', status: 'none', change: -1, confidence: null };

export class Change {
  constructor(readonly file: ChangeFile, readonly edges: EdgesFile) {}

  private film(state: State): Part[] { return this.file.films[`${state.people}/${state.baseline}`]; }
  /** Positions on the clock at which other people come on screen. */
  breaks(state: State): number[] { return this.film(state).slice(1).map((p) => p.start); }
  /** Who is on screen. */
  part(state: State): Part { const t = Number(state.t); return this.film(state).filter((p) => p.start <= t).pop()!; }

  /** Every pair at the present moment. */
  now(state: State): PairState[] {
    const part = this.part(state);
    return this.file.pairs.map((_, k) => this.pairAt(part, k, Number(state.t)));
  }

  private pairAt(part: Part, k: number, t: number): PairState {
    const [at, level, change] = [part.at[k], part.level[k], part.change[k]];
    const [before, now] = [level[0], interpolate(at, level, t)];
    const made = (status: Status, index: number): PairState => {
      const delta = now - before;
      return { before, now, delta, kind: Math.abs(delta) < LEAST ? 'same' : delta > 0 ? 'stronger' : 'weaker', status, change: index, confidence: this.file.changes[index]?.confidence ?? null };
    };
    for (let i = 0; i < at.length; i++) {
      if (Math.abs(t - at[i]) < NEAR || (i === 0 && t < at[0])) return made(change[i] >= 0 ? 'seen' : part.people === 'patients' || t > START ? 'none' : 'reference', change[i]);
    }
    const ahead = at.findIndex((x) => x > t);
    return ahead < 0 ? made('none', change[change.length - 1]) : made('between', change[ahead]);
  }

  /** What the picture is drawn with: levels of every pair, and how much of each change is shown. */
  levels(state: State, states = this.now(state)): Levels {
    const least = state.sure === 'high' ? 3 : state.sure === 'medium' ? 2 : 0;
    return {
      before: states.map((s) => s.before),
      now: states.map((s) => s.now),
      shown: states.map((s) => (s.kind === 'same' ? 1 : rank(s.status === 'none' ? null : s.confidence) < least ? FAINT : s.status === 'none' ? HELD : 1)),
    };
  }

  /** Position of the pair of networks that a link belongs to, -1 for none. Parcel indices from 1. */
  pairOf(a: number, b: number): number {
    const { ends } = this.edges;
    const [p, q] = [ends[a - 1] ?? 0, ends[b - 1] ?? 0];
    for (let k = 0; k < this.file.pairs.length; k++) {
      const [x, y] = [1 << (2 * k), 2 << (2 * k)];
      if ((p & x && q & y) || (p & y && q & x)) return k;
    }
    return -1;
  }

  of(link: Pair, states: PairState[]): EdgeState {
    const pair = this.pairOf(link.a, link.b);
    const s = states[pair] ?? STILL;
    const [before, now] = [link.r * (1 + s.before), link.r * (1 + s.now)];
    return { before, now, delta: now - before, kind: s.kind, status: s.status, confidence: s.confidence, pair };
  }
  valueAt(link: Pair, state: State): EdgeState { return this.of(link, this.now(state)); }

  /** Whether a picture with links of these pairs departs from what was measured. */
  departs(state: State, states: PairState[], pairs: Set<number>): boolean {
    return states.some((s, k) => pairs.has(k) && (s.now !== 0 || (state.compare !== 'now' && s.before !== 0)));
  }
}

/** The changes on an atlas; null where there is no measured link that could change. */
export async function loadChange(atlas: Atlas): Promise<Change | null> {
  if (!atlas.measured || atlas.file.kind !== 'parcels') return null;
  const [file, edges] = await Promise.all([need<ChangeFile>('film/network'), need<EdgesFile>(`film/network/${atlas.file.id}`)]);
  return new Change(file, edges);
}
