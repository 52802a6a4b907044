/** The matrix beside the brain: a plotly heatmap made in Python, to which the values are brought here. Above the diagonal stand all
 *  pairs, below it the links that are drawn. The pointer is heard by the page itself, so that pointing redraws nothing of it. */
import { fill, fixed, url } from '../../config';
import { need } from '../../files';
import { script } from '../../scripts';
import type { Pair } from '../../network';
import { put, write } from '../../slots';
import type { BesideContext, BesideView, MakeBeside } from '../../beside';
import { Blocks, drawnNow, measured, readout, showKey, type Group } from '../parts';

interface Figure { data: Record<string, unknown>[]; layout: Record<string, unknown> }
interface ShowMatrix { order: number[]; groups: Group[]; figures: Record<'dark' | 'projector', Figure> }
interface MatrixFile { shows: Record<string, ShowMatrix>; config: Record<string, unknown>; strip: number }
interface PlotlyLike {
  react(host: HTMLElement, data: unknown[], layout: unknown, config: unknown): Promise<unknown>;
  restyle(host: HTMLElement, update: unknown): Promise<unknown>;
}
const plotly = (): PlotlyLike => (window as unknown as { Plotly: PlotlyLike }).Plotly;
/** CSS px of a drag from which on it asks for a block. */
const BRUSH = 8;

class Matrix implements BesideView {
  private file!: MatrixFile;
  private plot: HTMLElement;
  private square: HTMLElement;
  private grid: HTMLElement;
  private row: HTMLElement;
  private words: HTMLElement;
  private blocks: Blocks;
  private order: number[] = [];
  private place = new Map<number, number>();
  private drawnAs = '';
  private lead: string;
  private weighedAs = '';
  private weighed: { best: Pair | null; pairs: number } = { best: null, pairs: 0 };
  private at = { i: 0, j: 1 };
  /** The pair that stays lit when the pointer leaves. */
  private kept: number[] = [];
  private down: { i: number; j: number; x: number; y: number } | null = null;

  constructor(private ctx: BesideContext) {
    const { host } = ctx;
    this.plot = host.querySelector('.beside-plot')!;
    this.square = host.querySelector('.square')!;
    this.grid = host.querySelector('[role="grid"]')!;
    this.row = host.querySelector('[role="row"]')!;
    this.words = host.querySelector('[data-slot="readout"]')!;
    this.blocks = new Blocks(ctx);
    this.words.dataset.hint = this.words.textContent!;
    this.lead = host.querySelector('.lead')!.textContent!;
    this.listen();
  }

  async enter(): Promise<void> {
    if (!measured(this.ctx)) return;
    const { atlas } = this.ctx.now();
    const [file] = await Promise.all([need<MatrixFile>(`matrix/${atlas.file.id}`), script(url('plotly.js'))]);
    this.file = file;
    await this.draw();
    this.tell();
  }
  leave(): void { this.kept = []; }

  follow(changed: Set<string>): void {
    if (changed.has('atlas')) { this.drawnAs = ''; void this.enter(); return; }
    if (!this.file || !measured(this.ctx)) return;
    void this.draw();
    if (changed.size !== 1 || !changed.has('t')) this.tell();
    else this.moment();
  }
  fit(): void { if (this.file) void this.draw(); }

  // ---- the picture

  private get show(): ShowMatrix { const { atlas, state } = this.ctx.now(); return this.file.shows[String(state.show)] ?? this.file.shows[Object.keys(atlas.file.shows)[0]]; }

  /** The frame when it is another one, else the values alone. */
  private async draw(): Promise<void> {
    const { atlas, state } = this.ctx.now();
    const scheme = document.documentElement.dataset.scheme === 'projector' ? 'projector' : 'dark';
    const key = `${atlas.file.id} ${state.show} ${scheme} ${Math.round(this.square.clientWidth)}`;
    const z = this.values();
    if (key === this.drawnAs) { await plotly().restyle(this.plot, { z }); return; }
    this.drawnAs = key;
    const { data, layout } = this.show.figures[scheme];
    await plotly().react(this.plot, data.map((trace, k) => ({ ...trace, z: z[k] })), { ...layout, width: this.square.clientWidth, height: this.square.clientWidth }, this.file.config);
    this.stand(Math.min(this.at.i, this.order.length - 1), Math.min(this.at.j, this.order.length - 1), false);
  }

  /** r of every pair above the diagonal, of the links on screen, as they are drawn now, below it; and what has changed, where that is asked for. */
  private values(): (number | null)[][][] {
    const { atlas, pairs, edge, state } = this.ctx.now();
    const difference = state.compare === 'difference';
    this.order = this.show.order;
    this.place = new Map(this.order.map((parcel, k) => [parcel, k]));
    this.square.dataset.order = this.order.join();
    const z = this.order.map((a, i) => this.order.map((b, j): number | null => (j > i ? atlas.r(a, b) : null)));
    const change = this.order.map(() => this.order.map((): number | null => null));
    for (const pair of pairs) {
      const [i, j] = this.spot(pair.a, pair.b);
      if (i < 0 || j < 0) continue;
      const at = edge(pair);
      if (at && difference) change[Math.max(i, j)][Math.min(i, j)] = at.delta;
      else z[Math.max(i, j)][Math.min(i, j)] = at ? at.now : pair.r;
    }
    return [z, change];
  }
  private spot(a: number, b: number): [number, number] { return [this.place.get(a) ?? -1, this.place.get(b) ?? -1]; }

  private tell(): void {
    const { atlas, pairs, basis, state } = this.ctx.now();
    const { groups } = this.show;
    this.blocks.show(groups, this.ctx.now(), (k) => atlas.group(this.order[this.starts()[k]], state));
    const key = `${atlas.file.id} ${state.show} ${atlas.meanRemoved}`;
    if (key !== this.weighedAs) { this.weighedAs = key; this.weigh(); }
    const { best, pairs: all } = this.weighed;
    put(this.ctx.host, 'basis', basis);
    this.moment();
    put(this.ctx.host, 'summary', best
      ? fill(this.ctx.words.matrix.summary, { n: this.order.length, pairs: all.toLocaleString('en'), links: pairs.length.toLocaleString('en'), a: atlas.parcel(best.a).plain, b: atlas.parcel(best.b).plain, r: fixed(best.r) })
      : '');
  }
  /** The range of all values, how many there are, and the largest. */
  private weigh(): void {
    const { atlas } = this.ctx.now();
    const values = new Set<number>();
    let best: Pair | null = null;
    this.order.forEach((a, i) => {
      for (let j = i + 1; j < this.order.length; j++) {
        const r = atlas.r(a, this.order[j]);
        values.add(r);
        if (!best || r > best.r) best = { a, b: this.order[j], r };
      }
    });
    this.weighed = { best, pairs: (this.order.length * (this.order.length - 1)) / 2 };
    showKey(this.ctx.host, values);
  }

  /** The words that follow the clock. */
  private moment(): void {
    const { matrix } = this.ctx.words;
    const text = !drawnNow(this.ctx) ? this.lead : this.ctx.now().state.compare === 'difference' ? matrix.lead_difference : matrix.lead_now;
    write(this.ctx.host.querySelector('.lead')!, text);
  }
  /** Place of the first region of each group. */
  private starts(): number[] {
    let at = 0;
    return this.show.groups.map((g) => (at += g.n) - g.n);
  }

  // ---- pointing

  point(parcels: number[]): void {
    if (!this.file) return;
    const spots = parcels.map((p) => this.place.get(p) ?? -1).filter((k) => k >= 0);
    this.bands(spots);
    this.words.textContent = readout(this.ctx, parcels) || this.words.dataset.hint!;
  }

  private bands(spots: number[]): void {
    const bands = [...this.square.querySelectorAll<HTMLElement>('.band:not(.brush)')];
    const n = this.order.length;
    const part = (1 - this.file.strip) / n;
    bands.forEach((band, k) => {
      const spot = spots.length === 2 ? Math[k ? 'max' : 'min'](...spots) : spots[0];
      band.hidden = spot === undefined;
      if (spot !== undefined) band.style.cssText = `--at:${(this.file.strip + spot * part).toFixed(5)};--size:${part.toFixed(5)}`;
    });
  }

  /** The cell under a pointer, or null outside of the values. */
  private cell(e: PointerEvent): { i: number; j: number } | null {
    const box = this.square.getBoundingClientRect();
    const n = this.order.length;
    const [j, i] = [(e.clientX - box.left) / box.width, (e.clientY - box.top) / box.height].map((s) => Math.floor(((s - this.file.strip) / (1 - this.file.strip)) * n));
    return i >= 0 && j >= 0 && i < n && j < n ? { i, j } : null;
  }
  private pair({ i, j }: { i: number; j: number }): number[] { return i === j ? [this.order[i]] : [this.order[i], this.order[j]]; }

  private listen(): void {
    const { square } = this;
    square.addEventListener('pointermove', (e) => {
      if (!this.file) return;
      if (this.down && e.buttons) { this.brush(e); return; }
      if (e.pointerType === 'touch') return;
      const at = this.cell(e);
      this.ctx.point(at ? this.pair(at) : this.kept);
    });
    square.addEventListener('pointerleave', () => { if (!this.down) this.ctx.point(this.kept); });
    square.addEventListener('pointerdown', (e) => {
      const at = this.file && this.cell(e);
      if (!at) return;
      this.down = { ...at, x: e.clientX, y: e.clientY };
      if (e.pointerType !== 'touch') square.setPointerCapture(e.pointerId);
    });
    square.addEventListener('pointercancel', () => { this.down = null; this.brushed(null); });
    square.addEventListener('pointerup', (e) => this.up(e));
    this.grid.addEventListener('keydown', (e) => this.keys(e));
    this.grid.addEventListener('focusin', () => this.ctx.point(this.pair(this.at)));
    this.grid.addEventListener('focusout', () => this.ctx.point(this.kept));
  }

  private up(e: PointerEvent): void {
    const from = this.down;
    this.down = null;
    this.brushed(null);
    if (!from) return;
    const to = this.cell(e) ?? from;
    if (e.pointerType !== 'touch' && Math.hypot(e.clientX - from.x, e.clientY - from.y) > BRUSH) { this.ask(from, to); return; }
    this.stand(from.i, from.j, false);
    this.keep(this.pair(from));
  }
  private keep(parcels: number[]): void {
    this.kept = this.kept.join() === parcels.join() ? [] : parcels;
    this.ctx.point(this.kept);
    if (parcels.length === 1) this.ctx.choose(parcels[0]);
  }

  private brush(e: PointerEvent): void {
    const to = this.cell(e);
    if (to && Math.hypot(e.clientX - this.down!.x, e.clientY - this.down!.y) > BRUSH) this.brushed([this.down!, to]);
  }
  private brushed(ends: { i: number; j: number }[] | null): void {
    const el = this.square.querySelector<HTMLElement>('.brush')!;
    el.hidden = !ends;
    if (!ends) return;
    const part = (1 - this.file.strip) / this.order.length;
    const side = (k: 'i' | 'j'): [number, number] => [Math.min(ends[0][k], ends[1][k]), Math.abs(ends[0][k] - ends[1][k]) + 1];
    const [[y, h], [x, w]] = [side('i'), side('j')];
    el.style.cssText = `left:${(this.file.strip + x * part) * 100}%;top:${(this.file.strip + y * part) * 100}%;width:${w * part * 100}%;height:${h * part * 100}%`;
  }
  /** The block that holds most of what was dragged over. */
  private ask(from: { i: number; j: number }, to: { i: number; j: number }): void {
    const { atlas, state } = this.ctx.now();
    const most = (a: number, b: number): string => {
      const counts = new Map<number, number>();
      for (let k = Math.min(a, b); k <= Math.max(a, b); k++) { const g = atlas.group(this.order[k], state); counts.set(g, (counts.get(g) ?? 0) + 1); }
      return String([...counts].sort((x, y) => y[1] - x[1])[0][0]);
    };
    this.blocks.set(most(from.i, to.i), most(from.j, to.j));
  }

  // ---- keyboard

  /** Bring the one cell that the keyboard has to a place. A fresh element, so that screen readers say it. */
  private stand(i: number, j: number, focus = true): void {
    const { atlas } = this.ctx.now();
    this.at = { i, j };
    const n = this.order.length;
    const [a, b] = [this.order[i], this.order[j]].map((k) => atlas.parcel(k).plain);
    const shown = i > j && this.ctx.now().pairs.some((p) => this.spot(p.a, p.b).every((k) => k === i || k === j));
    const words = this.ctx.words.matrix;
    const old = this.row.firstElementChild as HTMLElement;
    const cell = old.cloneNode() as HTMLElement;
    cell.setAttribute('aria-label', i === j ? fill(words.self, { a }) : fill(shown ? words.cell_shown : words.cell, { a, b, r: fixed(atlas.r(this.order[i], this.order[j])) }));
    cell.setAttribute('aria-colindex', String(j + 1));
    this.row.setAttribute('aria-rowindex', String(i + 1));
    this.grid.setAttribute('aria-rowcount', String(n));
    this.grid.setAttribute('aria-colcount', String(n));
    const part = (1 - this.file.strip) / n;
    cell.style.cssText = `left:${(this.file.strip + j * part) * 100}%;top:${(this.file.strip + i * part) * 100}%;width:${part * 100}%;height:${part * 100}%`;
    old.replaceWith(cell);
    if (focus) cell.focus({ preventScroll: true });
  }

  private keys(e: KeyboardEvent): void {
    if (e.altKey || e.ctrlKey || e.metaKey) return;
    const last = this.order.length - 1;
    const { i, j } = this.at;
    const step = e.shiftKey ? 5 : 1;
    const to: Record<string, [number, number]> = { ArrowLeft: [i, j - step], ArrowRight: [i, j + step], ArrowUp: [i - step, j], ArrowDown: [i + step, j], Home: [i, 0], End: [i, last], PageUp: [0, j], PageDown: [last, j] };
    if (e.key in to) {
      e.preventDefault();
      const [y, x] = to[e.key].map((k) => Math.min(last, Math.max(0, k)));
      this.stand(y, x);
    } else if (e.key === 'Enter' || e.key === ' ') {
      e.preventDefault();
      this.keep(this.pair(this.at));
    } else if (e.key === 'Escape' && this.kept.length) {
      e.preventDefault();
      this.keep(this.kept);
    }
  }
}

const make: MakeBeside = (context) => new Matrix(context);
(window as unknown as { neuroviz: { addBeside(id: string, make: MakeBeside): void } }).neuroviz.addBeside('matrix', make);
