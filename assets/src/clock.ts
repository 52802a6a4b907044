/** The clock strip: one slider that is dragged, stepped and played. The picture of it is Python's; this moves the playhead. */
import type { Bus } from './bus';
import type { Film } from './film';
import { Seldom } from './pace';
import { still } from './prefs';
import { put, write } from './slots';

/** ms from stop to stop while playing; how much slower near a stop, and how near that is. */
const PACE = 1500;
const DWELL = 0.35;
const NEAR = 0.09;
/** ms on each stop while playing without motion. */
const HOLD = 2600;
/** How near to a stop a drag snaps to it when it ends. */
const SNAP = 0.14;
/** ms of a glide: a start, more for each stop that is passed, and at most four of them. */
const GLIDE = { start: 320, stop: 90, most: 4 };

/** So many frames that took so long: each move of the strip costs frames of what moves by itself. */
const LONG = { frames: 4, ms: 40 };

const out = (k: number): number => 1 - (1 - k) ** 3;

export class Clock {
  private film_: HTMLElement;
  private play: HTMLButtonElement;
  private dots: { el: HTMLElement; id: string; top: number }[] = [];
  private names: HTMLElement[];
  /** Counts journeys: a new one ends the last. */
  private journey = 0;
  private playing = false;
  /** Long frames since the page was opened. */
  private long = 0;
  private words = new Seldom(() => this.tell());
  private strip = new Seldom(() => this.show(true));

  constructor(private root: HTMLElement, private bus: Bus, private film: Film) {
    this.film_ = root.querySelector<HTMLElement>('.film')!;
    this.play = root.querySelector<HTMLButtonElement>('.play')!;
    this.names = [...root.querySelectorAll<HTMLElement>('.stop')];
    for (const lane of root.querySelectorAll<HTMLElement>('.lane')) {
      const id = lane.dataset.quantity!;
      this.dots.push({ el: lane.querySelector<HTMLElement>('.dot')!, id, top: Math.max(...film.quantity(id).value) || 1 });
    }
    this.film_.addEventListener('pointerdown', (e) => this.drag(e));
    this.film_.addEventListener('keydown', (e) => this.keys(e));
    this.play.addEventListener('click', () => this.toggle());
    root.querySelector('[data-do="fold"]')!.addEventListener('click', () => this.fold());
    new ResizeObserver(() => this.show()).observe(this.film_);
    bus.on(({ changed, drag }) => { if (changed.has('t') || changed.has('clock')) this.follow(drag ?? false); });
    this.show();
  }

  private get t(): number { return Number(this.bus.state.t); }
  private to(t: number, quiet: boolean): void {
    const rounded = Math.round(Math.min(this.film.last, Math.max(0, t)) * 1000) / 1000;
    this.bus.set({ t: rounded }, quiet ? 'drag' : 'move');
  }

  /** Glide to a position, or be there at once where nothing should move. */
  go(to: number): void {
    this.stop();
    const from = this.t;
    if (still() || to === from) { this.to(to, false); return; }
    const mine = ++this.journey;
    const time = GLIDE.start + GLIDE.stop * Math.min(GLIDE.most, Math.abs(to - from));
    const began = performance.now();
    const step = (now: number): void => {
      if (mine !== this.journey) return;
      const k = Math.min(1, (now - began) / time);
      this.to(k === 1 ? to : from + (to - from) * out(k), k < 1);
      if (k < 1) requestAnimationFrame(step);
    };
    requestAnimationFrame(step);
  }

  toggle(): void {
    if (this.playing) { this.stop(); return; }
    this.playing = true;
    this.mark();
    if (this.t > this.film.last - 0.01) this.to(0, true);
    const mine = ++this.journey;
    let last = performance.now();
    const goes = (): boolean => mine === this.journey && this.playing;
    if (still()) {
      const next = (): void => {
        if (!goes()) return;
        this.to(Math.floor(this.t + 1), false);
        if (this.t >= this.film.last) this.stop();
        else setTimeout(next, HOLD);
      };
      next();
      return;
    }
    const step = (now: number): void => {
      if (!goes()) return;
      const slow = Math.abs(this.t - Math.round(this.t)) < NEAR ? DWELL : 1;
      if (now - last > LONG.ms) this.long += 1;
      this.to(this.t + (Math.min(250, now - last) / PACE) * slow, true);
      last = now;
      if (this.t >= this.film.last) this.stop();
      else requestAnimationFrame(step);
    };
    requestAnimationFrame(step);
  }

  stop(): void {
    this.journey += 1;
    if (!this.playing) return;
    this.playing = false;
    this.mark();
  }

  private mark(): void {
    this.root.classList.toggle('is-playing', this.playing);
    this.play.setAttribute('aria-label', this.film.file.words[this.playing ? 'pause' : 'play']);
  }

  private fold(): void { this.bus.set({ clock: this.bus.state.clock === 'closed' ? 'strip' : 'closed' }); }

  private keys(e: KeyboardEvent): void {
    if (e.altKey || e.ctrlKey || e.metaKey) return;
    const by = e.shiftKey ? 0.1 : 1;
    const whole = (x: number): number => (e.shiftKey ? x : Math.abs(x - Math.round(x)) > 1e-6 ? (x > this.t ? Math.floor(x) : Math.ceil(x)) : Math.round(x));
    const wish: Record<string, number> = { ArrowRight: this.t + by, ArrowUp: this.t + by, ArrowLeft: this.t - by, ArrowDown: this.t - by, PageUp: this.t + 1, PageDown: this.t - 1, Home: 0, End: this.film.last };
    if (!(e.key in wish)) return;
    e.preventDefault();
    this.stop();
    this.to(whole(wish[e.key]), e.shiftKey);
  }

  private drag(e: PointerEvent): void {
    if (e.button) return;
    const box = this.film_.getBoundingClientRect();
    const at = (m: PointerEvent): number => ((m.clientX - box.left) / box.width) * (this.film.last + 1) - 0.5;
    this.stop();
    this.film_.focus({ preventScroll: true });
    if ((e.target as HTMLElement).classList.contains('stop')) { this.go(Math.round(at(e))); return; }
    this.film_.setPointerCapture(e.pointerId);
    this.to(at(e), true);
    const move = (m: PointerEvent): void => this.to(at(m), true);
    const end = (): void => {
      this.film_.removeEventListener('pointermove', move);
      const k = Math.round(this.t);
      this.to(Math.abs(k - this.t) < SNAP ? k : this.t, false);
    };
    this.film_.addEventListener('pointermove', move);
    this.film_.addEventListener('pointerup', end, { once: true });
    this.film_.addEventListener('pointercancel', end, { once: true });
  }

  /** Molecules go by themselves: on a machine that is slow at drawing, a strip that is drawn with each frame of them stops them. */
  private follow(drag: boolean): void {
    if (this.playing && this.long >= LONG.frames && this.bus.state.scale !== 'network') this.strip.follow(drag);
    else this.show(drag);
  }

  /** Playhead, dots and names; then the words. */
  private show(drag = false): void {
    const { t, film } = this;
    this.film_.style.setProperty('--t', String(t));
    this.root.classList.toggle('is-before', t < 0.5);
    for (const { el, id, top } of this.dots) el.style.setProperty('--v', (film.value(id, t) / top).toFixed(4));
    this.names.forEach((el, k) => el.classList.toggle('under', Math.abs(k - t) < 0.62));
    this.words.follow(drag);
  }

  /** The time as it is written and spoken. */
  private tell(): void {
    const { t, film } = this;
    this.film_.setAttribute('aria-valuenow', String(Math.round(t * 100) / 100));
    this.film_.setAttribute('aria-valuetext', film.spoken(t));
    for (const el of this.root.querySelectorAll('[data-slot="time"]')) write(el, film.time(t));
    put(this.root, 'line', film.line(t));
    const closed = this.bus.state.clock === 'closed';
    const fold = this.root.querySelector<HTMLElement>('[data-do="fold"]')!;
    fold.setAttribute('aria-expanded', String(!closed));
    fold.setAttribute('aria-label', film.file.words[closed ? 'open' : 'close']);
  }
}
