/** The scalp scale: a map over the head and a spectrum, both blended between before and during by the plasma level on the clock. */
import { afterResize } from '../../breathe';
import type { Change } from '../../bus';
import { fixed } from '../../config';
import { need, unpack, type Packed } from '../../files';
import { save, sheet } from '../../save';
import type { ScaleContext, ScaleView } from '../../scales';
import { put, slot } from '../../slots';
import type { State } from '../../state';
import { Paint, type Look } from './paint';

interface CapFile {
  electrodes: string[];
  flat: [number, number][];
  hz: number[];
  /** Before and during; columns are frequencies. */
  spectra: [Packed, Packed];
  maps: Record<string, [Packed, Packed]>;
  fields: Record<string, Packed>;
  steps: { db: number; field: number };
  bands: Record<string, [number, number]>;
  sites: Record<string, string>;
  words: Record<string, string>;
  table: Record<string, string>;
}

/** ms of rest before words and tables follow. */
const REST = 300;
/** Width of the drawing in its own units. */
const WIDTH = 480;
/** A change smaller than this many dB is "as before". */
const SAME = 0.25;
const KEYS = ['t', 'wave', 'site', 'from', 'compare', 'wipe'];

class ScalpView implements ScaleView {
  private file!: CapFile;
  private spectra!: [Int32Array, Int32Array];
  private maps: Record<string, [Int32Array, Int32Array]> = {};
  private fields: Record<string, Int32Array> = {};
  private peak = 1;
  private paint = new Paint();
  private open = false;
  private resting = 0;
  private look = (): void => { this.paint.forget(); this.show(); };

  private watch = afterResize(() => this.sized());

  constructor(private c: ScaleContext) {}

  async enter(): Promise<void> {
    if (!this.file) await this.begin();
    this.open = true;
    addEventListener('neuroviz:look', this.look);
    this.watch.observe(this.el('.heads'));
    this.show();
  }

  leave(): void { this.open = false; removeEventListener('neuroviz:look', this.look); this.watch.disconnect(); clearTimeout(this.resting); }

  follow({ changed }: Change): void { if (KEYS.some((k) => changed.has(k))) this.show(); }

  private async begin(): Promise<void> {
    this.file = await need<CapFile>('scalp');
    const both = ([a, b]: [Packed, Packed]): [Int32Array, Int32Array] => [unpack(a), unpack(b)];
    this.spectra = both(this.file.spectra);
    for (const [name, grids] of Object.entries(this.file.maps)) this.maps[name] = both(grids);
    for (const [name, grid] of Object.entries(this.file.fields)) this.fields[name] = unpack(grid);
    this.peak = Math.max(...this.c.film.quantity('plasma').value) || 1;
    this.wire();
  }

  private get state(): State { return this.c.bus.state; }
  private el(selector: string): HTMLElement { return this.c.layer.querySelector<HTMLElement>(selector)!; }
  /** How far the picture is from before (0) to during (1). */
  private get during(): number { return this.c.film.value('plasma', Number(this.state.t)) / this.peak; }
  private get site(): number { return Math.max(0, this.file.electrodes.findIndex((n) => n.toLowerCase() === this.state.site)); }
  private get time(): string { return this.c.film.time(Number(this.state.t)); }

  private blend([a, b]: [Int32Array, Int32Array], w: number, step: number): Float32Array {
    const out = new Float32Array(a.length);
    for (let i = 0; i < a.length; i++) out[i] = step * (a[i] + w * (b[i] - a[i]));
    return out;
  }

  // ---- what is shown

  private show(): void {
    if (!this.open) return;
    const mode = String(this.state.compare);
    const from = String(this.state.from);
    const field = from in this.fields;
    const two = (mode === 'side' || mode === 'wipe') && !field;
    const heads = this.el('.heads');
    heads.dataset.compare = field ? 'now' : mode;
    heads.style.setProperty('--wipe', String(Number(this.state.wipe) / 100));
    this.el('.pane.before').hidden = !two;
    this.el('.wipe-handle').hidden = this.el('.wipe-line').hidden = mode !== 'wipe' || field;
    this.draw(field, from, mode);
    if (two) this.map('before', 0);
    put(this.c.layer, 'when', mode === 'difference' ? this.file.words.difference.replace('{time}', this.time) : this.time);
    for (const kind of ['wave', 'field']) this.el(`.sc-basis [data-of="${kind}"]`).hidden = (kind === 'field') !== field;
    this.sized();
    this.electrode();
    this.spectrum();
    clearTimeout(this.resting);
    this.resting = window.setTimeout(() => this.rest(field, from), REST);
  }

  private draw(field: boolean, from: string, mode: string): void {
    const { words } = this.file;
    let ends: [string, string, Look];
    if (field) {
      const grid = Float32Array.from(this.fields[from], (x) => x * this.file.steps.field);
      this.paint.draw(this.canvas('now'), grid, -1, 1, 'both');
      ends = [words.negative, words.positive, 'both'];
    } else if (mode === 'difference') {
      const [a, b] = this.maps[String(this.state.wave)];
      const grid = Float32Array.from(a, (x, i) => this.during * this.file.steps.db * (b[i] - x));
      const most = Math.max(...Float32Array.from(a, (x, i) => Math.abs(b[i] - x))) * this.file.steps.db;
      this.paint.draw(this.canvas('now'), grid, -most, most, 'change');
      ends = [words.less, words.more, 'change'];
    } else {
      this.map('now', this.during);
      ends = [words.weak, words.strong, 'one'];
    }
    put(this.el('.sc-scale'), 'low', ends[0]);
    put(this.el('.sc-scale'), 'high', ends[1]);
    this.el('.sc-scale i').style.background = this.paint.bar(ends[2]);
  }

  private canvas(pane: string): HTMLCanvasElement { return this.c.layer.querySelector<HTMLCanvasElement>(`.pane.${pane} canvas`)!; }

  /** Power of the rhythm, in colours that mean the same before and now. */
  private map(pane: string, w: number): void {
    const grids = this.maps[String(this.state.wave)];
    const all = [...grids[0], ...grids[1]];
    const step = this.file.steps.db;
    this.paint.draw(this.canvas(pane), this.blend(grids, w, step), step * Math.min(...all), step * Math.max(...all), 'one');
  }

  /** Words on the drawing keep their size: units of the drawing in a pixel. */
  private sized(): void {
    for (const box of this.c.layer.querySelectorAll<HTMLElement>('.head-box')) {
      if (box.clientWidth) box.style.setProperty('--k', (WIDTH / box.clientWidth).toFixed(3));
    }
  }

  private electrode(): void {
    for (const el of this.c.layer.querySelectorAll<SVGGElement>('.electrode')) { const on = el.dataset.site === this.state.site; el.classList.toggle('is-on', on); el.setAttribute('aria-selected', String(on)); }
    const first = this.c.layer.querySelector<SVGGElement>(`.pane.now .electrode[data-site="${this.state.site}"]`) ?? this.c.layer.querySelector<SVGGElement>('.pane.now .electrode');
    for (const el of this.c.layer.querySelectorAll<SVGGElement>('.pane.now .electrode')) el.setAttribute('tabindex', el === first ? '0' : '-1');
  }

  /** dB of one electrode over frequency. */
  private curve(k: number, w: number): number[] {
    const n = this.file.hz.length;
    return this.file.hz.map((_, i) => this.file.steps.db * (this.spectra[0][k * n + i] + w * (this.spectra[1][k * n + i] - this.spectra[0][k * n + i])));
  }

  /** Mean power of a band at an electrode, dB. */
  private power(k: number, w: number, band: string): number {
    const [low, high] = this.file.bands[band];
    const inside = this.curve(k, w).filter((_, i) => this.file.hz[i] >= low && this.file.hz[i] <= high);
    return 10 * Math.log10(inside.reduce((sum, db) => sum + 10 ** (db / 10), 0) / inside.length);
  }

  private spectrum(): void {
    const chart = this.el('.spectrum');
    const [x0, x1, y0, y1] = chart.dataset.box!.split(' ').map(Number);
    const line = (w: number): string => `M${this.curve(this.site, w).map((db, i) => `${((1000 * (this.file.hz[i] - x0)) / (x1 - x0)).toFixed(0)} ${Math.min(1000, Math.max(0, (1000 * (y1 - db)) / (y1 - y0))).toFixed(0)}`).join('L')}`;
    chart.querySelector('.sp-before')!.setAttribute('d', line(0));
    chart.querySelector('.sp-now')!.setAttribute('d', line(this.during));
    for (const el of chart.querySelectorAll<HTMLElement>('.band')) el.classList.toggle('is-on', el.dataset.band === this.state.wave);
    const name = this.file.electrodes[this.site];
    put(chart, 'sensor', name);
    put(chart, 'key-now', this.time);
    const { words } = this.file;
    const read = words.at.replace('{band}', words[String(this.state.wave)]).replace('{sensor}', name);
    const reads = `${read}: ${this.change()}`;
    put(chart, 'reads', reads);
    put(chart, 'reads-more', '');
    chart.querySelector('.plot-box')!.setAttribute('aria-label', reads);
  }

  private change(band = String(this.state.wave)): string {
    const by = this.power(this.site, this.during, band) - this.power(this.site, 0, band);
    const { words } = this.file;
    return Math.abs(by) < SAME ? words.same : by > 0 ? words.up : words.down;
  }

  private summary(field: boolean, from: string): string {
    const { words, sites, electrodes, flat } = this.file;
    if (field) {
      const grid = this.fields[from];
      const top = grid.reduce((best, x, i) => (Math.abs(x) > Math.abs(grid[best]) ? i : best), 0);
      const [x, y] = [((top % 64) / 63) * 2 - 1, (Math.floor(top / 64) / 63) * 2 - 1];
      const near = flat.reduce((best, p, i) => (Math.hypot(p[0] - x, p[1] - y) < Math.hypot(flat[best][0] - x, flat[best][1] - y) ? i : best), 0);
      return words.spoken_field.replace('{site}', sites[from]).replace('{sensor}', electrodes[near]);
    }
    const text = words.spoken_power.replace('{time}', this.time).replace('{band}', words[String(this.state.wave)]).replace('{sensor}', electrodes[this.site]).replace('{change}', this.change());
    const two = this.state.compare === 'side' || this.state.compare === 'wipe';
    return two ? `${text} ${words.spoken_side.replace('{time}', this.time)}` : text;
  }

  private rest(field: boolean, from: string): void {
    const text = this.summary(field, from);
    this.c.announce(text);
    put(this.c.side, 'summary', text);
    slot(this.c.side, 'numbers').replaceChildren(...this.rows().map((row) => {
      const tr = document.createElement('tr');
      row.forEach((value, i) => { const cell = document.createElement(i ? 'td' : 'th'); if (!i) cell.scope = 'row'; cell.textContent = value; tr.append(cell); });
      return tr;
    }));
  }

  private rows(): string[][] {
    return this.file.electrodes.map((name, k) => [name, ...['alpha', 'gamma'].flatMap((band) => [0, this.during].map((w) => fixed(this.power(k, w, band), 1)))]);
  }

  // ---- what a person does

  private wire(): void {
    const at = (e: Event): SVGGElement | null => (e.target as Element).closest<SVGGElement>('.pane.now .electrode');
    const box = this.el('.pane.now .over-box');
    box.addEventListener('click', (e) => this.c.bus.set({ site: this.near(box, e) }));
    box.addEventListener('pointermove', (e) => { if (e.pointerType === 'mouse') this.point(this.near(box, e)); });
    box.addEventListener('pointerleave', () => this.point(''));
    this.c.layer.addEventListener('keydown', (e) => {
      const el = at(e);
      if (!el) return;
      const way: Record<string, [number, number]> = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] };
      if (e.key === 'Enter' || e.key === ' ') { e.preventDefault(); this.c.bus.set({ site: el.dataset.site! }); }
      if (!(e.key in way)) return;
      e.preventDefault();
      const next = this.towards(this.file.electrodes.findIndex((n) => n.toLowerCase() === el.dataset.site), way[e.key]);
      this.c.bus.set({ site: this.file.electrodes[next].toLowerCase() }, 'drag');
      this.c.layer.querySelector<SVGGElement>(`.pane.now .electrode[data-site="${this.state.site}"]`)!.focus();
    });
    this.c.side.addEventListener('click', (e) => { if ((e.target as HTMLElement).closest('[data-do="sc-csv"]')) this.save(); });
  }

  /** The electrode that is nearest to the pointer: easier to hit than 64 small dots. */
  private near(box: HTMLElement, e: MouseEvent): string {
    let [best, least] = ['', Infinity];
    for (const dot of box.querySelectorAll<SVGCircleElement>('.dot')) {
      const r = dot.getBoundingClientRect();
      const away = Math.hypot(r.x + r.width / 2 - e.clientX, r.y + r.height / 2 - e.clientY);
      if (away < least) [best, least] = [dot.closest<SVGGElement>('.electrode')!.dataset.site!, away];
    }
    return best;
  }

  private point(site: string): void {
    for (const el of this.c.layer.querySelectorAll<SVGGElement>('.pane.now .electrode')) el.classList.toggle('is-near', el.dataset.site === site);
  }

  /** The nearest electrode in a direction; the same one at the rim. */
  private towards(k: number, [dx, dy]: [number, number]): number {
    let [best, cost] = [k, Infinity];
    this.file.flat.forEach(([x, y], i) => {
      const [ax, ay] = [x - this.file.flat[k][0], y - this.file.flat[k][1]];
      const along = ax * dx + ay * dy;
      const aside = Math.abs(ax * dy - ay * dx);
      if (i !== k && along > 0.03 && along + 2.2 * aside < cost) [best, cost] = [i, along + 2.2 * aside];
    });
    return best;
  }

  private save(): void {
    const { table } = this.file;
    const head = [table.electrode, table.alpha_before, table.alpha_now, table.gamma_before, table.gamma_now];
    save('simulated-eeg.csv', sheet([head, ...this.rows()]), 'text/csv');
  }
}

const page = (window as unknown as { neuroviz: { addScale(id: string, make: (c: ScaleContext) => ScaleView): void } }).neuroviz;
page.addScale('scalp', (context) => new ScalpView(context));
