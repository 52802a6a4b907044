/** Labels beside the picture: each anchored to a place on the brain, none on another, none cut. They stand to the left and right of it where that is wide
 *  enough, else above and below; one that fits on no side is left out. */
export interface Callout {
  id: string;
  title: string;
  lines: string[];
  lit: boolean;
  x: number;
  y: number;
  /** Which pane it belongs to; the first where this is left out. */
  pane?: number;
  /** A change: which way, in words, and how sure (0 to 3 bars, and words). */
  change?: { way: 'up' | 'down'; text: string; sure: number; sureText: string };
}
export interface Box { x0: number; y0: number; x1: number; y1: number }
type Side = 'left' | 'right' | 'top' | 'bottom';
interface Live { el: HTMLElement; line: SVGPathElement; dot: SVGCircleElement; x: number; y: number; w: number; h: number; side: Side | ''; text: string }

const GAP = 10;
const OTHER: Record<Side, Side> = { left: 'right', right: 'left', top: 'bottom', bottom: 'top' };
const SVG = 'http://www.w3.org/2000/svg';

/** Push labels apart along one axis inside [low, high], keeping their order: forward, then backward. */
export function spread(items: { at: number; size: number }[], low: number, high: number): void {
  let edge = low;
  for (const i of items) { i.at = Math.max(i.at, edge); edge = i.at + i.size + GAP; }
  edge = high;
  for (const i of [...items].reverse()) { i.at = Math.min(i.at, edge - i.size); edge = i.at - GAP; }
}

/** Which way, with its arrow, and how sure, as bars and words. */
function told({ way, text, sure, sureText }: NonNullable<Callout['change']>): HTMLElement[] {
  const say = Object.assign(document.createElement('span'), { className: 'say', textContent: `${way === 'up' ? '▲' : '▼'} ${text}` });
  const line = Object.assign(document.createElement('i'), { textContent: sureText });
  const bars = Object.assign(document.createElement('span'), { className: 'bars' });
  bars.append(...[1, 2, 3].map((k) => Object.assign(document.createElement('i'), { className: k <= sure ? 'on' : '' })));
  line.prepend(bars);
  return [say, line];
}

export class Callouts {
  private live = new Map<string, Live>();
  /** False while labels still glide to their places. */
  settled = true;

  constructor(private host: HTMLElement, private svg: SVGSVGElement) {}

  /** Place the labels, in order of importance, around the box of the brain inside the area where labels may stand. */
  place(list: Callout[], panes: { brain: Box; area: Box }[], still: boolean): void {
    this.settled = true;
    const keep = new Set(list.map((c) => c.id));
    for (const [id, l] of this.live) if (!keep.has(id)) { l.el.remove(); l.line.remove(); l.dot.remove(); this.live.delete(id); }
    for (const c of list) this.ensure(c);
    panes.forEach(({ brain, area }, k) => {
      const mine = list.filter((c) => (c.pane ?? 0) === k);
      if (mine.length) this.arrange(mine, brain, area, still);
    });
    for (const c of list) this.paint(c);
  }

  private ensure(c: Callout): void {
    let l = this.live.get(c.id);
    if (!l) {
      const el = document.createElement('div');
      el.dataset.callout = c.id;
      this.host.append(el);
      const line = document.createElementNS(SVG, 'path');
      const dot = document.createElementNS(SVG, 'circle');
      this.svg.append(line, dot);
      l = { el, line, dot, x: NaN, y: NaN, w: 0, h: 0, side: '', text: '' };
      this.live.set(c.id, l);
    }
    const text = [c.title, ...c.lines, c.change?.text, c.change?.sureText].join('\n');
    if (l.text !== text) {
      const title = document.createElement('b');
      title.textContent = c.title;
      l.el.replaceChildren(title, ...(c.change ? told(c.change) : []), ...c.lines.map((t) => Object.assign(document.createElement('i'), { textContent: t })));
      l.text = text;
      l.w = 0;
    }
    const kind = c.change ? c.change.way : c.lit ? 'lit' : '';
    l.el.className = `callout ${kind}`;
    l.line.setAttribute('class', `leader ${kind}`);
    l.dot.setAttribute('class', `anchor ${kind}`);
    if (!l.w) { l.w = l.el.offsetWidth; l.h = l.el.offsetHeight; }
  }

  /** After a change of type size. */
  measureAgain(): void { for (const l of this.live.values()) l.w = 0; }

  private arrange(list: Callout[], brain: Box, area: Box, still: boolean): void {
    const wide = Math.max(...list.map((c) => this.live.get(c.id)!.w));
    const columns = area.x1 - area.x0 - (brain.x1 - brain.x0) * 0.92 > 2 * (wide + 14);
    const groups = this.sides(list, brain, area, columns);
    for (const [side, members] of groups) this.line(side, members, brain, area, still);
  }

  /** Give every label its side; one that fits on neither side is left out, never squeezed in. */
  private sides(list: Callout[], brain: Box, area: Box, columns: boolean): Map<Side, Callout[]> {
    const groups = new Map<Side, Callout[]>();
    const mid = columns ? (brain.x0 + brain.x1) / 2 : (brain.y0 + brain.y1) / 2;
    const across = columns ? brain.x1 - brain.x0 : brain.y1 - brain.y0;
    const length = columns ? area.y1 - area.y0 : area.x1 - area.x0;
    const most = columns ? Math.ceil(list.length / 2) + 1 : 9;
    const size = (c: Callout): number => (columns ? this.live.get(c.id)!.h : this.live.get(c.id)!.w);
    const used = (side: Side): number => (groups.get(side) ?? []).reduce((sum, c) => sum + size(c) + GAP, 0);
    for (const c of list) {
      const l = this.live.get(c.id)!;
      const at = columns ? c.x : c.y;
      const low: Side = columns ? 'left' : 'top';
      const sticky = l.side === low ? 24 : -24;
      let side: Side = at < mid + sticky ? low : OTHER[low];
      /* Only an anchor near the middle may change sides: a leader never crosses the brain. */
      const central = Math.abs(at - mid) / across < 0.22;
      const clears = (s: Side): boolean => columns || l.h <= (s === 'top' ? brain.y0 - area.y0 : area.y1 - brain.y1) + 6;
      const full = (s: Side): boolean => (groups.get(s)?.length ?? 0) >= most || used(s) + size(c) > length || !clears(s);
      if (full(side) && central) side = OTHER[side];
      const out = used(side) + size(c) > length || !clears(side);
      for (const e of [l.el, l.line, l.dot]) e.style.visibility = out ? 'hidden' : '';
      if (out) { l.side = ''; l.x = NaN; continue; }
      groups.set(side, [...(groups.get(side) ?? []), c]);
    }
    return groups;
  }

  private line(side: Side, members: Callout[], brain: Box, area: Box, still: boolean): void {
    const vertical = side === 'left' || side === 'right';
    members.sort((a, b) => (vertical ? a.y - b.y : a.x - b.x));
    const items = members.map((c) => {
      const l = this.live.get(c.id)!;
      return vertical ? { at: c.y - l.h / 2, size: l.h } : { at: c.x - l.w / 2, size: l.w };
    });
    if (vertical) spread(items, area.y0, area.y1);
    else spread(items, area.x0, area.x1);
    members.forEach((c, i) => {
      const l = this.live.get(c.id)!;
      const x = side === 'left' ? Math.max(area.x0, brain.x0 - 30 - l.w) : side === 'right' ? Math.min(area.x1 - l.w, brain.x1 + 30) : items[i].at;
      const y = vertical ? items[i].at : side === 'top' ? Math.max(area.y0, brain.y0 - 22 - l.h) : Math.min(area.y1 - l.h, brain.y1 + 18);
      const jump = still || l.side !== side || Number.isNaN(l.x);
      l.side = side;
      for (const e of [l.el, l.line, l.dot]) e.dataset.side = side;
      l.x = jump ? x : l.x + (x - l.x) * 0.25;
      l.y = jump ? y : l.y + (y - l.y) * 0.25;
      if (Math.abs(l.x - x) + Math.abs(l.y - y) > 0.6) this.settled = false;
    });
  }

  private paint(c: Callout): void {
    const l = this.live.get(c.id)!;
    if (!l.side) return;
    /* Whole px: words between two are blurred. */
    l.el.style.transform = `translate(${Math.round(l.x)}px, ${Math.round(l.y)}px)`;
    const across = Math.min(Math.max(c.x, l.x + 10), l.x + l.w - 10);
    const start = { left: [l.x + l.w + 8, l.y + l.h / 2, 14, 0], right: [l.x - 8, l.y + l.h / 2, -14, 0], top: [across, l.y + l.h + 3, 0, 5], bottom: [across, l.y - 3, 0, -5] }[l.side];
    const [x, y] = start;
    const kx = x + start[2];
    const ky = y + start[3];
    const dx = c.x - kx;
    const dy = c.y - ky;
    const n = Math.hypot(dx, dy) || 1;
    l.line.setAttribute('d', `M${x.toFixed(1)} ${y.toFixed(1)}L${kx.toFixed(1)} ${ky.toFixed(1)}L${(c.x - (dx / n) * 5).toFixed(1)} ${(c.y - (dy / n) * 5).toFixed(1)}`);
    l.dot.setAttribute('cx', c.x.toFixed(1));
    l.dot.setAttribute('cy', c.y.toFixed(1));
    l.dot.setAttribute('r', '4');
  }
}
