/** What stands on the stage around the brain: callouts, the places of the parcel list, compass, legend, tip. */
import { Callouts, type Callout } from './callouts';
import { fixed, say } from './config';
import type { ParcelList } from './listbox';
import type { Atlas, Pair, Parcel } from './network';
import { coordinate, networkName } from './panel';
import type { Picture } from './picture';
import { machine, phone, printed, still } from './prefs';
import { put } from './slots';
import type { Tiers } from './tiers';

/** A change of a pair of networks as it is told beside the picture, the largest first. */
export interface Move { pair: number; name: string; way: 'up' | 'down'; text: string; sure: number; sureText: string; lines: string[] }

/** `rest`: the picture is of another time than that at which r was measured. */
export interface Scene { atlas: Atlas; picture: Picture; pairs: Pair[]; compare: string; rest: boolean; moves: Move[]; seam: number; headroom: number }

export class Labels {
  private callouts: Callouts;
  private tip: HTMLElement;
  private scene!: Scene;

  constructor(private host: HTMLElement, private tiers: Tiers, private list: ParcelList<Parcel>) {
    this.callouts = new Callouts(host.querySelector<HTMLElement>('.callouts')!, host.querySelector<SVGSVGElement>('.leaders')!);
    this.tip = host.querySelector<HTMLElement>('.tip')!;
  }

  /** After a change of type, size or colours. */
  measureAgain(): void { this.callouts.measureAgain(); }

  arrange(scene: Scene, moving: boolean): void {
    this.scene = scene;
    const box = this.tiers.box.getBoundingClientRect();
    const foot = this.host.querySelector('.foot')!.getBoundingClientRect();
    const small = phone();
    const { panes } = this.tiers;
    const { inset } = this.tiers.frame();
    const below = small ? this.host.querySelector('.view-button')!.getBoundingClientRect().top : Math.min(foot.top, this.corner(inset.right));
    const boxes = panes.map((p, k) => {
      const lower = p.clip.y > 0;
      const wide = p.clip.x + p.clip.width;
      const area = { x0: (p.clip.x || inset.left) + 12, y0: p.clip.y + (lower ? 34 : small ? (scene.compare === 'now' ? scene.headroom : inset.top + 24) : inset.right ? Math.max(90, scene.headroom) : scene.headroom), x1: Math.min(wide, box.width - inset.right) - (small ? 8 : 14), y1: Math.min(p.clip.y + p.clip.height, below - box.top) - 10 };
      return { brain: this.tiers.bounds(k), area };
    });
    /* The halves of a wipe share one brain, and its labels. */
    if (scene.compare === 'wipe') boxes.splice(0, 2, { brain: boxes[1].brain, area: { ...boxes[1].area, x0: boxes[0].area.x0 } });
    this.callouts.place(this.choose(scene, small), boxes, still() || printed() || moving || !machine.swift);
    this.compass();
    if (moving) return;
    const place = new Map(scene.picture.nodes.map((n, k) => [n.index, k]));
    this.list.place((index) => this.tiers.place(place.get(index)!));
    /* They glide; another picture that came in between brings its own call. */
    if (!this.callouts.settled) requestAnimationFrame(() => { if (this.tiers.shows(this.scene.picture)) this.arrange(this.scene, false); });
  }

  /** Labels end above the compass, where it stands in the lower corner. */
  private corner(right: number): number {
    const compass = this.host.querySelector('.compass')!.getBoundingClientRect();
    return right || !compass.height ? Infinity : compass.top + 8;
  }

  /** Changes first, then the chosen or pointed-at parcel, then its partners, or the hubs in the order of the content. */
  private choose(scene: Scene, small: boolean): Callout[] {
    const { atlas, picture, compare } = scene;
    const side = compare === 'side';
    const out = this.changes(scene, small);
    const most = small ? (side ? 2 : 3) : side ? out.length + 3 : document.documentElement.dataset.scheme === 'projector' ? 5 : 6;
    const narrow = this.tiers.frame().inset.right > 0;
    const used = new Set<number>();
    const pane = side ? 0 : undefined;
    const add = (k: number, title: string, lines: string[], lit = false): void => {
      const p = this.tiers.place(k, pane);
      if (!p.shown || used.has(k) || out.length >= most || (small && side && !lit)) return;
      used.add(k);
      out.push({ id: `node-${picture.nodes[k].index}`, title, lines: small ? lines.slice(0, lit ? 2 : 0) : narrow ? lines.slice(0, 1) : lines, lit, x: p.x, y: p.y, pane });
    };
    for (const k of [picture.hovered, picture.pointed, picture.selected].filter((n) => n >= 0)) {
      const p = atlas.parcel(picture.nodes[k].index);
      add(k, p.plain, [networkName(p), coordinate(p)], true);
    }
    if (picture.selected >= 0) this.partners(scene, add);
    else this.hubs(scene, add);
    return out;
  }

  /** The changes that matter most now: the largest decrease, the largest increase, and where there is room a third. */
  private changes({ picture, moves, compare, seam }: Scene, small: boolean): Callout[] {
    if (picture.selected >= 0) return [];
    const pane = this.tiers.panes.length - 1;
    const found = moves.flatMap((m) => {
      const spots = picture.links.filter((l) => l.pair === m.pair).slice(0, 12).map((l) => this.tiers.middle(l.a, l.b, pane)).filter((p) => p.shown && (compare !== 'wipe' || p.x > seam + 20));
      return spots.length ? [{ m, spots: spots.slice(0, 6).sort((p, q) => p.x - q.x) }] : [];
    });
    const [down, up] = (['down', 'up'] as const).map((way) => found.find(({ m }) => m.way === way));
    const picks = [down, up].filter((f) => f !== undefined);
    const third = found.find((f) => !picks.includes(f));
    if (third && !small && compare !== 'side') picks.push(third);
    /* Labels part to both sides: the first points at the leftmost of its strongest links, the next at the rightmost. */
    return picks.map(({ m, spots }, k): Callout => ({ id: `change-${m.pair}`, title: m.name, lines: small ? [] : m.lines, lit: false, ...spots[k % 2 ? spots.length - 1 : 0], pane: compare === 'side' ? pane : 0, change: { way: m.way, text: m.text, sure: m.sure, sureText: small ? '' : m.sureText } }));
  }

  private partners({ atlas, picture, pairs, rest }: Scene, add: (k: number, title: string, lines: string[]) => void): void {
    const chosen = picture.nodes[picture.selected].index;
    const place = new Map(picture.nodes.map((n, k) => [n.index, k]));
    for (const pair of pairs) {
      if (pair.a !== chosen && pair.b !== chosen) continue;
      const other = pair.a === chosen ? pair.b : pair.a;
      add(place.get(other)!, atlas.parcel(other).plain, [say(rest ? 'r_rest' : 'r', { r: fixed(pair.r) })]);
    }
  }

  private hubs({ atlas, picture }: Scene, add: (k: number, title: string, lines: string[]) => void): void {
    const seen = new Map(picture.nodes.map((n, k) => [n.index, k]));
    const { y, z } = this.tiers.axes();
    const fromRight = y[0] * z[1] - z[0] * y[1] > 0.2;
    for (const place of atlas.file.places) {
      const near = fromRight ? [place.right, place.left] : [place.left, place.right];
      const k = near.map((i) => seen.get(i) ?? -1).find((n) => n >= 0 && this.tiers.place(n).shown);
      if (k !== undefined) add(k, place.name, [place.line]);
    }
  }

  private compass(): void {
    const svg = this.host.querySelector('.compass svg')!;
    const axes = this.tiers.axes();
    const [r, l, a, p, s, i] = say('compass').split(' ');
    let out = '';
    for (const [plus, minus, v] of [[r, l, axes.x], [a, p, axes.y], [s, i, axes.z]] as const) {
      const n = Math.hypot(v[0], v[1]);
      if (n < 0.3) continue;
      const [x, y] = [v[0] * 24, -v[1] * 24];
      const k = 1 + 10 / (24 * n);
      out += `<line x1="${-x}" y1="${-y}" x2="${x}" y2="${y}"/><text x="${x * k}" y="${y * k}">${plus}</text>`;
      if (n > 0.6) out += `<text x="${-x * k}" y="${-y * k}">${minus}</text>`;
    }
    if (svg.innerHTML !== out) svg.innerHTML = out;
  }

  /** Only the colours and shapes that are on screen, and what the picture rests on. */
  legend(picture: Picture, basis: string): void {
    const own = picture.nodes.filter((n) => n.index < 0 || picture.territory[n.index] || picture.bare || picture.painted);
    const seen = new Set(own.map((n) => `${n.colour} ${n.shape}`));
    for (const el of this.host.querySelectorAll<HTMLElement>('.key [data-look]')) el.hidden = !seen.has(el.dataset.look!);
    put(this.host, 'basis', basis);
  }

  /** What the picture rests on: measured links, or what is drawn on them. */
  basis(schematic: boolean): void { this.host.querySelector<HTMLElement>('.drawn-line')!.hidden = !schematic; }

  /** Name of a parcel under the pointer that is not among those shown; 0 takes it away. */
  name(index: number, atlas: Atlas, line = ''): void {
    this.tip.hidden = !index;
    if (!index) return;
    const p = atlas.parcel(index);
    this.tip.replaceChildren(Object.assign(document.createElement('b'), { textContent: p.plain }), ...[networkName(p), line].filter(Boolean).map((t) => Object.assign(document.createElement('i'), { textContent: t })));
  }

  moveTip(clientX: number, clientY: number): void {
    const box = this.tiers.box.getBoundingClientRect();
    this.tip.style.transform = `translate(${clientX - box.left + 14}px, ${clientY - box.top + 14}px)`;
  }
}
