/** From the data of an atlas and the state to the one Picture that every view shows. */
import { config } from './config';
import type { Change } from './change';
import { unpack, type Packed } from './files';
import type { Picture, PictureLink, PictureNode, Vec3 } from './picture';
import type { State } from './state';

export interface Parcel {
  i: number;
  name: string;
  plain: string;
  h: 'left' | 'right' | 'both';
  n7: string;
  n17: string;
  sub: string;
  mni: Vec3 | null;
  at: Vec3;
  v: number;
  n: number;
  hubs: string[];
}

export interface ShowData {
  /** Parcel indices, and how strongly each is linked with the others shown (0..1). */
  parcels: number[];
  strength: number[];
  /** Threshold to start with; null where nothing was measured. */
  r: number | null;
  /** Panel words, markup made by Python. */
  words: string;
}

export interface AtlasFile {
  id: string;
  title: string;
  kind: 'parcels' | 'networks' | 'points';
  /** What a picture of it rests on, one line. */
  basis: string;
  parcels: Parcel[];
  labels: Packed | null;
  connectivity: Packed | null;
  shows: Record<string, ShowData>;
  /** Callouts in order of importance, with the parcel of either side. */
  places: { name: string; line: string; left: number; right: number }[];
}

/** A measured pair: parcel indices a < b. */
export interface Pair { a: number; b: number; r: number }

/** The same connectivity after removing the mean of all parcels, with the thresholds that views start with then. */
export interface MeanFile { connectivity: Packed; thresholds: Record<string, number | null> }

export class Atlas {
  readonly labels: Uint16Array;
  private readonly raw: Int32Array | null;
  private upper: Int32Array | null;
  private removed: { upper: Int32Array; thresholds: MeanFile['thresholds'] } | null = null;
  private readonly sorted = new Map<string, Pair[]>();

  constructor(readonly file: AtlasFile) {
    this.labels = file.labels ? Uint16Array.from(unpack(file.labels)) : new Uint16Array(20484);
    this.raw = this.upper = file.connectivity ? unpack(file.connectivity) : null;
  }

  get measured(): boolean { return this.upper !== null; }
  get count(): number { return this.file.parcels.length; }
  /** Whether this map divides the default network into its subsystems. */
  get parted(): boolean { return this.file.parcels.some((p) => p.sub && p.n); }
  parcel(index: number): Parcel { return this.file.parcels[index - 1]; }
  show(state: State): ShowData { return this.file.shows[String(state.show)] ?? this.file.shows.all; }

  /** Whether the values that are given now are those after removing the mean. */
  get meanRemoved(): boolean { return this.removed !== null && this.upper === this.removed.upper; }
  /** Hand over the values after removing the mean, once. */
  giveMean(file: MeanFile): void { this.removed ??= { upper: unpack(file.connectivity), thresholds: file.thresholds }; }
  get hasMean(): boolean { return this.removed !== null; }
  /** From now on every view gets the values as measured, or those after removing the mean. */
  removeMean(on: boolean): void {
    const upper = on && this.removed ? this.removed.upper : this.raw;
    if (upper === this.upper) return;
    this.upper = upper;
    this.sorted.clear();
  }

  /** Pearson r of two different parcels (indices from 1): the one place that every view takes its values from. */
  r(a: number, b: number): number {
    const [i, j] = a < b ? [a - 1, b - 1] : [b - 1, a - 1];
    return this.upper![i * this.count - (i * (i + 1)) / 2 + (j - i - 1)] / 1e4;
  }

  threshold(state: State): number {
    const start = this.meanRemoved ? this.removed!.thresholds[String(state.show)] : this.show(state).r;
    return (state.r as number | null) ?? start ?? 0;
  }

  /** All measured pairs among the parcels shown, strongest first. */
  pairs(state: State): Pair[] {
    if (!this.measured) return [];
    const block = blockOf(state);
    const key = `${state.show} ${state.block ?? ''}`;
    let list = this.sorted.get(key);
    if (!list) {
      list = [];
      const p = this.show(state).parcels;
      for (let i = 0; i < p.length; i++) for (let j = i + 1; j < p.length; j++) if (!block || this.inBlock(p[i], p[j], block, state)) list.push({ a: p[i], b: p[j], r: this.r(p[i], p[j]) });
      list.sort((x, y) => y.r - x.r);
      this.sorted.set(key, list);
    }
    return list;
  }

  /** Group of a parcel, counted from 1 in the order of the content: its network where all are shown, else its part of the default network. */
  group(index: number, state: State): number {
    const p = this.parcel(index);
    const list = Object.keys(state.show === 'all' ? config.networks : config.subsystems).filter((id) => id !== 'none');
    const at = list.indexOf(state.show === 'all' ? p.n7 : p.sub);
    return at < 0 ? list.length + 1 : at + 1;
  }
  private inBlock(a: number, b: number, [m, n]: [number, number], state: State): boolean {
    const [x, y] = [this.group(a, state), this.group(b, state)];
    return (x === m && y === n) || (x === n && y === m);
  }

  /** The strongest partners of a parcel in the whole atlas. */
  partners(index: number, most: number): Pair[] {
    if (!this.measured) return [];
    return this.file.parcels
      .filter((p) => p.i !== index)
      .map((p) => ({ a: index, b: p.i, r: this.r(index, p.i) }))
      .sort((x, y) => y.r - x.r)
      .slice(0, most);
  }

  /** Pairs at or above the threshold that are on screen: all of them, or those of the chosen parcel when it is isolated. */
  shown(state: State): Pair[] {
    const low = this.threshold(state);
    const chosen = Number(state.parcel);
    if (state.isolate && chosen) return this.members(state).filter((i) => i !== chosen).map((i) => ({ a: chosen, b: i, r: this.measured ? this.r(chosen, i) : NaN })).filter((p) => p.r >= low).sort((x, y) => y.r - x.r);
    const all = this.pairs(state);
    let lo = 0;
    let hi = all.length;
    while (lo < hi) { const mid = (lo + hi) >> 1; if (all[mid].r >= low) lo = mid + 1; else hi = mid; }
    return all.slice(0, lo);
  }

  /** Parcel indices on screen; the chosen one always is. */
  members(state: State): number[] {
    const list = this.show(state).parcels;
    const chosen = Number(state.parcel);
    return chosen && chosen <= this.count && !list.includes(chosen) ? [...list, chosen] : list;
  }
}

/** The two groups between which alone links are shown, from "4-7"; null for all. */
export function blockOf(state: State): [number, number] | null {
  const found = /^(\d)-(\d)$/.exec(String(state.block ?? ''));
  return found ? [Number(found[1]), Number(found[2])] : null;
}

/** Token of the colour of a correlation, the rule of neuroviz/theme.py: steps of the same size from -1 to 1. */
export function rToken(r: number): string {
  const { step } = config.correlation;
  return `--fc-${Math.min(Math.round(2 / step) - 1, Math.max(0, Math.floor((r + 1) / step + 1e-9)))}`;
}

const clamp = (x: number): number => Math.min(1, Math.max(0, x));
export const weight = (r: number): number => clamp((r - config.weight.low) / (config.weight.high - config.weight.low));

/** Colour and silhouette of a parcel: by subsystem on a map that has them; else, and where all are shown, by network. */
export function look(p: Parcel, state: State, parted: boolean): { colour: string; shape: PictureNode['shape'] } {
  if (state.show !== 'all' && parted) {
    const sub = config.subsystems[p.sub] ?? config.subsystems.none;
    return { colour: sub.token, shape: sub.shape };
  }
  return { colour: config.networks[p.n7]?.token ?? config.subsystems.none.token, shape: p.n7 === 'Default' ? 'circle' : 'dot' };
}

/** Whether the whole cortex is painted by r with the chosen parcel. */
export const isSeedMap = (atlas: Atlas, state: State): boolean => state.map === 'seed' && Number(state.parcel) > 0 && atlas.measured && atlas.file.labels !== null;

/** Colour of every parcel by its r with the chosen one, which itself is ink. */
function seedColours(atlas: Atlas, seed: number): string[] {
  return ['', ...atlas.file.parcels.map((p) => (p.i === seed ? '--stage-ink' : rToken(atlas.r(seed, p.i))))];
}

/** A link that is not on screen otherwise. */
function faint(atlas: Atlas, [a, b]: number[]): { r: number; weight: number; pair: number } {
  const r = atlas.measured ? atlas.r(a, b) : 0;
  return { r, weight: weight(r), pair: -1 };
}

/** The picture with a link, or one region, pointed at; a link that is too weak to be on screen is drawn as long as it is pointed at. */
export function pointAt(picture: Picture, atlas: Atlas, parcels: number[]): Picture {
  const ends = parcels.map((i) => picture.nodes.findIndex((n) => n.index === i));
  const links = picture.links.filter((l) => !l.lit || !l.extra).map((l) => (l.lit ? { ...l, lit: false } : l));
  if (ends.length === 2 && ends.every((k) => k >= 0)) {
    const at = links.findIndex((l) => (l.a === ends[0] && l.b === ends[1]) || (l.a === ends[1] && l.b === ends[0]));
    if (at >= 0) links[at] = { ...links[at], lit: true };
    else links.push({ a: ends[0], b: ends[1], ...faint(atlas, parcels), lit: true, extra: true });
  }
  return { ...picture, links, hovered: ends[0] ?? -1, pointed: ends.length === 2 ? ends[1] : -1 };
}

/** Whether the picture shows more than the network before: links that lead out of it, and places outside the cortex, come in. */
export const moving = (state: State): boolean => Number(state.t) > 0 || state.compare !== 'now';
const OUTWARD = new Set(['dmn', 'all']);

interface Strand extends Pair { pair: number }

/** Links that stand for pairs which lead out of the network, and lines to places outside the cortex (index -1 for the first of them). */
function visitors(atlas: Atlas, state: State, change: Change | null, shown: Pair[]): Strand[] {
  if (!change || !moving(state) || !OUTWARD.has(String(state.show))) return [];
  const there = new Set(shown.map((p) => `${p.a} ${p.b}`));
  const guests = change.edges.guests.filter(([a, b]) => !there.has(`${a} ${b}`)).map(([a, b, pair]) => ({ a, b, r: atlas.r(a, b), pair }));
  const anchored = change.edges.anchors.flatMap(({ to, pair }, k) => to.map((b) => ({ a: -1 - k, b, r: change.file.unmeasured, pair })));
  const chosen = state.isolate ? Number(state.parcel) : 0;
  return [...guests, ...anchored].filter((p) => !chosen || p.a === chosen || p.b === chosen);
}

export function makePicture(atlas: Atlas, state: State, change: Change | null = null): { picture: Picture; pairs: Pair[] } {
  const members = atlas.members(state);
  const show = atlas.show(state);
  const { parted } = atlas;
  const pairs = atlas.shown(state);
  const more = visitors(atlas, state, change, pairs);
  const all = [...new Set([...members, ...more.flatMap((p) => [p.a, p.b])])];
  const place = new Map(all.map((i, k) => [i, k]));
  const nodes = all.map((i, k): PictureNode => {
    if (i < 0) return { index: i, at: change!.edges.anchors[-1 - i].at, vertex: -1, strength: 0, colour: config.subsystems.none.token, shape: 'ring' };
    const p = atlas.parcel(i);
    if (k < members.length) return { index: i, at: p.at, vertex: p.v, strength: show.strength[k] ?? 0.3, ...look(p, state, parted) };
    return { index: i, at: p.at, vertex: p.v, strength: 0, colour: config.networks[p.n7]?.token ?? config.subsystems.none.token, shape: 'dot' };
  });
  const strands: Strand[] = [...pairs.slice(0, config.limits.links).map((p) => ({ ...p, pair: change?.pairOf(p.a, p.b) ?? -1 })), ...more];
  const links = strands.map((p): PictureLink => ({ a: place.get(p.a)!, b: place.get(p.b)!, r: p.r, weight: weight(p.r), pair: p.pair }));
  const selected = place.get(Number(state.parcel)) ?? -1;
  let bright: Set<number> | null = null;
  if (selected >= 0) {
    bright = new Set([selected]);
    for (const l of links) if (l.a === selected || l.b === selected) { bright.add(l.a); bright.add(l.b); }
  }
  const alone = state.isolate && bright;
  const painted = isSeedMap(atlas, state);
  const territory = painted ? seedColours(atlas, Number(state.parcel)) : new Array<string>(atlas.count + 1).fill('');
  if (!painted) members.forEach((i, k) => { if (!alone || bright!.has(k)) territory[i] = nodes[k].colour; });
  return {
    pairs,
    picture: { nodes, links, levels: change?.levels(state) ?? null, selected, hovered: -1, pointed: -1, bright, painted, labels: atlas.labels, paint: atlas.labels, areas: atlas.file.id, bare: atlas.file.kind === 'points', territory, territoryKey: `${atlas.file.id}|${territory.join()}` },
  };
}
