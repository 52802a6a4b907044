/** The charts of the opened clock. */
import { Controls } from '../controls';
import { fill } from '../fill';
import { save } from '../save';
import type { ScaleContext } from '../scales';
import { Axis, Course, type Span, type TimeFile } from './model';
import { csv, fillLevels } from './tables';

/** ms of rest before the spoken summary and the tables follow. */
const REST = 400;
/** Pixels that two direct labels keep from each other. */
const APART = 22;
/** Pixels by which the second label stands later than the peaks. */
const ASIDE = 26;
/** The same where a measured point with its words stands beside the peak. */
const CLEAR = 170;
/** A peak from which a curve falls to half within so many pixels has its label at its side. */
const STEEP = 60;

const spoken = (x: number): string => (x < 10 ? x.toFixed(x < 1 ? 2 : 1) : String(Math.round(x)));

export class TimeCourse {
  private axis: Axis;
  private controls: Controls;
  private a!: Course;
  private b: Course | null = null;
  private resting = 0;
  private box: HTMLElement;
  private watch: ResizeObserver;

  constructor(private at: ScaleContext, private file: TimeFile) {
    this.box = at.layer;
    this.box.innerHTML = file.markup;
    this.axis = new Axis(file, at.film);
    this.controls = new Controls(this.box, at.bus);
    this.box.querySelector('[data-do="time-csv"]')!.addEventListener('click', () => this.save());
    this.box.querySelector('.charts')!.addEventListener('pointerdown', (e) => this.drag(e as PointerEvent));
    this.watch = new ResizeObserver(() => this.lay());
    addEventListener('neuroviz:look', () => requestAnimationFrame(() => this.lay()));
  }

  enter(): void {
    this.watch.observe(this.box);
    this.watch.observe(this.film);
    this.follow(new Set(Object.keys(this.at.bus.state)));
    this.lay();
  }

  leave(): void { this.watch.disconnect(); clearTimeout(this.resting); }

  follow(changed: Set<string>): void {
    this.controls.reflect(this.at.bus.state, changed);
    if (['regimen', 'regimen2', 'weight', 'span'].some((key) => changed.has(key))) this.draw();
    this.now();
    clearTimeout(this.resting);
    this.resting = window.setTimeout(() => {
      fillLevels(this.box.querySelector('[data-table="levels"]')!, this.file, this.at.film, this.courses);
      this.at.announce(this.summary().join(' '));
    }, REST);
  }

  // ---- state

  private get span(): Span { return this.at.bus.state.span as Span; }
  private get t(): number { return Number(this.at.bus.state.t); }
  private get film(): HTMLElement { return this.at.host.querySelector<HTMLElement>('.film')!; }
  private get courses(): Course[] { return this.b ? [this.a, this.b] : [this.a]; }
  private one<E extends Element = HTMLElement>(selector: string): E { return this.box.querySelector<E>(selector)!; }
  private fill(key: string, values: Record<string, string | number> = {}): string {
    return fill(this.file.words[key], values);
  }

  /** The axis of the charts is that of the strip above them, to the pixel. */
  private lay(): void {
    const film = this.film.getBoundingClientRect();
    const box = this.box.getBoundingClientRect();
    this.box.style.setProperty('--axis-left', `${film.left - box.left}px`);
    this.box.style.setProperty('--axis-width', `${film.width}px`);
    this.now();
    this.label();
  }

  // ---- curves

  private draw(): void {
    const { state } = this.at.bus;
    const course = (key: string): Course | null => (state[key] === 'none' ? null : new Course(String(state[key]), this.file.regimens[String(state[key])], this.file, Number(state.weight)));
    this.a = course('regimen')!;
    this.b = state.regimen2 === state.regimen ? null : course('regimen2');
    this.box.dataset.span = this.span;
    this.one('output').textContent = this.fill('kilograms', { n: Number(state.weight) });
    this.one<HTMLInputElement>('#weight').setAttribute('aria-valuetext', this.fill('kilograms', { n: Number(state.weight) }));
    for (const el of this.box.querySelectorAll<HTMLElement>('[data-of]')) el.hidden = !this.courses.some((c) => c.id === el.dataset.of);
    this.curve('a', this.a);
    this.curve('b', this.b);
    this.label();
  }

  private curve(series: 'a' | 'b', course: Course | null): void {
    const parts = this.box.querySelectorAll<SVGElement>(`[data-series="${series}"]`);
    for (const el of parts) el.toggleAttribute('hidden', !course);
    for (const kind of ['dot', 'label']) this.one(`[data-${kind}="${series}"]`).hidden = !course;
    if (!course) return;
    const { width, tops } = this.file;
    const places = this.axis.places(this.span, course.regimen);
    const x = places.map((p) => ((width * (p + 0.5)) / this.axis.stops).toFixed(1));
    const line = `M${x.map((at, k) => `${at} ${(100 * (1 - course.value(k) / tops.plasma)).toFixed(2)}`).join('L')}`;
    this.one(`[data-series="${series}"] .curve`).setAttribute('d', line);
    this.one(`[data-series="${series}"] .area`).setAttribute('d', `${line}L${x[x.length - 1]} 100L${x[0]} 100z`);
    const block = places.map((_, k) => course.block(course.value(k)).map((v) => (100 * (1 - v / tops.block)).toFixed(2)));
    const there = x.map((at, k) => `${at} ${block[k][1]}`);
    const back = x.map((at, k) => `${at} ${block[k][0]}`).reverse();
    this.one(`path.band[data-series="${series}"]`).setAttribute('d', `M${[...there, ...back].join('L')}z`);
  }

  /** Direct labels stand beside the first peak, never on each other. */
  private label(): void {
    if (!this.a) return;
    const plot = this.one('[data-plot="plasma"]');
    const height = plot.clientHeight;
    const perPixel = this.axis.stops / Math.max(1, plot.clientWidth);
    const y = (level: number): number => height * (1 - level / this.file.tops.plasma);
    const peaks = this.courses.map((c) => this.axis.places(this.span, c.regimen)[Math.max(0, c.regimen.minutes.indexOf(c.regimen.peakAt))]);
    const later = (c: Course, place: number, pixels: number): number => c.at(this.axis.minutes(this.axis.clock(this.span, place + pixels * perPixel)), false);
    /* Beside a peak that falls at once; over a curve that stays. The second stands later, clear of a measured point. */
    const places = [peaks[0], Math.max(...peaks) + (this.box.querySelector(`[data-of="${this.b?.id}"]`) ? CLEAR : ASIDE) * perPixel];
    const tops = this.courses.map((c, k) => {
      const weeks = this.span === 'weeks';
      const steep = !k && !weeks && later(c, peaks[0], STEEP) < c.peak / 2;
      return steep ? y(c.peak) : y(k && !weeks ? later(c, places[1], 0) : c.peak) - APART / 2 - 2;
    });
    if (tops.length > 1 && Math.abs(tops[0] - tops[1]) < APART) tops[1] = tops[0] > APART * 2 ? tops[0] - APART : tops[0] + APART;
    this.courses.forEach((course, k) => {
      const el = this.one(`[data-label="${'ab'[k]}"]`);
      el.textContent = this.fill(`series_${'ab'[k]}`, { name: course.regimen.name });
      el.style.left = `${(100 * (places[k] + 0.5)) / this.axis.stops}%`;
      el.style.top = `${Math.max(APART / 2, tops[k])}px`;
    });
  }

  // ---- the playhead

  private now(): void {
    if (!this.a) return;
    const { film } = this.at;
    const { t } = this;
    const before = t < 1;
    const minutes = this.axis.minutes(t);
    const place = before && this.span !== 'clock' ? 0 : this.axis.place(this.span, t);
    this.box.style.setProperty('--now-at', `${((100 * (place + 0.5)) / this.axis.stops).toFixed(3)}%`);
    this.box.classList.toggle('is-before', t < 0.5);
    this.bend(t, place);
    this.courses.forEach((course, k) => {
      const level = course.at(minutes, before);
      this.height('ab'[k], level / this.file.tops.plasma);
    });
    for (const id of this.file.quantities) this.quantity(id, film.value(id, t), t > film.quantity(id).at.at(-1)! + 1e-6);
    const [first, second] = this.summary();
    this.one('[data-say="a"]').textContent = first;
    this.one('[data-say="b"]').textContent = this.b ? second : '';
    const [low, high] = this.a.block(this.a.at(minutes, before));
    this.one('[data-now="block"]').textContent = this.percent(low, high);
  }

  private percent(low: number, high: number): string {
    return Math.round(high) ? this.fill('now_block', { low: Math.round(low), high: Math.round(high) }) : this.fill('now_none');
  }

  private height(dot: string, share: number): void { this.one(`[data-dot="${dot}"]`).style.setProperty('--v', share.toFixed(4)); }

  /** Dot and word of a schematic curve. */
  private quantity(id: string, value: number, over: boolean): void {
    const low = Math.min(...this.at.film.quantity(id).value) < 0;
    this.height(id, low ? (value + 1.15) / 1.3 : (value + 0.06) / 1.18);
    const dot = this.one(`[data-dot="${id}"]`);
    dot.hidden = over;
    const word = this.box.querySelector(`[data-now="${id}"]`);
    const step = value < -0.05 ? 'down' : value < 0.05 ? 0 : value < 0.35 ? 1 : value < 0.85 ? 2 : 3;
    if (word) word.textContent = this.fill(over ? 'levels_unknown' : `levels_${step}`);
  }

  /** From the pill on the strip to the same moment on another axis. */
  private bend(t: number, place: number): void {
    const svg = this.one<SVGSVGElement>('.bend');
    const { width } = svg.getBoundingClientRect();
    const x = (p: number): number => (width * (p + 0.5)) / this.axis.stops;
    svg.querySelector('path')!.setAttribute('d', `M${x(t)} 0C${x(t)} 14 ${x(place)} 10 ${x(place)} 30`);
  }

  private drag(e: PointerEvent): void {
    if (e.button || !(e.target as Element).closest('.chart, .ticks')) return;
    const plot = this.one('[data-plot="plasma"]').getBoundingClientRect();
    const at = (m: PointerEvent): number => {
      const place = Math.min(this.axis.stops - 1, Math.max(0, ((m.clientX - plot.left) / plot.width) * this.axis.stops - 0.5));
      return Math.round(this.axis.clock(this.span, place) * 1000) / 1000;
    };
    /* A finger that moves up or down scrolls; one that moves sideways turns the clock. */
    this.at.bus.set({ t: at(e) }, 'drag');
    const move = (m: PointerEvent): void => void this.at.bus.set({ t: at(m) }, 'drag');
    const end = (): void => removeEventListener('pointermove', move);
    addEventListener('pointermove', move);
    addEventListener('pointerup', end, { once: true });
    addEventListener('pointercancel', end, { once: true });
  }

  // ---- words

  private after(minutes: number): string { return this.fill('minutes', { n: Math.round(minutes) }); }

  /** What is on screen now, in sentences: schedule A, schedule B where there is one, and the moment. */
  private summary(): string[] {
    const [a, b] = [this.a, this.b];
    const out = [this.fill('summary_a', { name: a.regimen.name, peak: spoken(a.peak), at: this.after(a.regimen.peakAt) })];
    if (b) out.push(this.fill('summary_b', { name: b.regimen.name, peak: spoken(b.peak), at: this.after(b.regimen.peakAt), ratio: spoken(b.peak / a.peak) }));
    const before = this.t < 1;
    const level = a.at(this.axis.minutes(this.t), before);
    const said = level < 0.05 ? this.fill('now_none') : this.fill('now_level', { value: spoken(level), micro: (level / this.file.molar).toFixed(2) });
    const [low, high] = a.block(level);
    out.push(this.fill('summary_now', { time: this.at.film.time(this.t), level: said, block: this.percent(low, high) }));
    return out;
  }

  private save(): void {
    save(`time-course-${this.courses.map((c) => c.id).join('-')}.csv`, csv(this.file, this.at.film, this.courses), 'text/csv');
  }
}
