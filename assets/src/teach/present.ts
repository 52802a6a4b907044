/** The presenter: one sentence over the stage, moved by keys as clickers and slide programs send them. */
import { frame } from '../breathe';
import type { Explore } from '../explore';
import { Course } from './course';
import { Keys } from './keys';
import { Layers } from './layers';
import { keep, recall } from './memory';
import { Spot } from './spot';
import { Wire, type Message } from './wire';
import { page, put, slot, tell } from './words';

/** ms that the bar stays: when the page opens, and after a pointer has moved. */
const AWAKE = { first: 5000, moved: 3000 };

interface Clock { began: number | null; held: number | null }

export class Presenter {
  readonly ready: Promise<void>;
  readonly course: Course;
  private wire: Wire;
  private layers: Layers;
  private spot: Spot;
  private marked: number | null = null;
  private shown = '';
  private idle = 0;

  constructor(private host: HTMLElement, private explore: Explore) {
    this.layers = new Layers(host, (k) => this.course.goPlace(k), () => this.tell());
    this.spot = new Spot(host);
    this.wire = new Wire('present', (m) => this.hear(m));
    this.course = new Course(explore, () => this.show());
    new Keys(host, {
      next: () => this.forward(),
      back: () => this.course.backward(),
      first: () => this.course.goPlace(0),
      last: () => this.course.goPlace(this.course.steps.length - 1),
      black: () => this.layers.black(),
      full: () => this.full(),
      overview: () => this.layers.overview(this.course),
      goto: () => this.layers.goto(this.course),
      notes: () => this.notes(),
      compare: () => explore.bus.set({ compare: explore.bus.state.compare === 'now' ? 'side' : 'now' }),
      spot: () => this.say(this.spot.next()),
      home: () => this.course.home(),
      white: () => this.white(),
      help: () => this.layers.help(),
      answer: (k) => this.answer(k),
    }, () => this.layers.isBlack && (this.layers.black(), true), () => this.sleep());
    const bar = host.querySelector('.present-bar')!;
    bar.addEventListener('click', (e) => this.click(e as MouseEvent));
    bar.addEventListener('focusin', () => this.wake());
    /* A window that changes its size sends a move of a pointer that has not moved. */
    addEventListener('pointermove', (e) => { if (e.movementX || e.movementY) this.wake(); });
    this.wake(AWAKE.first);
    this.explore.bus.on(() => this.when());
    this.ready = this.course.begin();
  }

  // ---- moves

  private forward(): void {
    if (!this.course.file) return;
    if (!this.clock.began) this.keepClock({ began: Date.now(), held: null });
    if (!this.course.seen && this.marked !== null) this.course.lock(this.marked);
    if (!this.course.forward()) this.say(tell('present.end'));
  }

  private answer(k: number): void {
    if (!this.course.file || this.course.seen || k >= this.course.step.options.length) return;
    this.marked = this.marked === k ? null : k;
    this.options();
    this.tell();
  }

  private click(e: MouseEvent): void {
    const button = (e.target as HTMLElement).closest<HTMLElement>('[data-present]');
    if (e.detail) button?.blur(); /* pressed by a pointer: the next keys are a clicker's */
    const does: Record<string, () => void> = {
      back: () => this.course.backward(),
      next: () => this.forward(),
      overview: () => this.layers.overview(this.course),
      notes: () => this.notes(),
      black: () => this.layers.black(),
      spot: () => this.say(this.spot.next()),
      compare: () => this.explore.bus.set({ compare: this.explore.bus.state.compare === 'now' ? 'side' : 'now' }),
      white: () => this.white(),
      full: () => this.full(),
      help: () => this.layers.help(),
    };
    does[button?.dataset.present ?? '']?.();
  }

  private full(): void {
    if (document.fullscreenElement) void document.exitFullscreen();
    else void document.documentElement.requestFullscreen?.().catch(() => undefined);
  }

  /** White ground for a washed-out projector, and back; kept as the colours of this browser. */
  private white(): void {
    const root = document.documentElement;
    const wish = root.dataset.scheme === 'projector' ? 'auto' : 'projector';
    root.dataset.schemeWish = wish;
    root.dataset.scheme = wish === 'projector' ? wish : matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'paper';
    try { localStorage.setItem('neuroviz.scheme', wish); } catch { /* it lasts for this page */ }
    dispatchEvent(new Event('neuroviz:look'));
  }

  // ---- what the class sees

  private show(): void {
    const { course, host } = this;
    const open = course.file !== null;
    host.querySelector<HTMLElement>('.slide')!.hidden = !open;
    host.querySelector<HTMLElement>('.pick-lesson')!.hidden = open;
    if (!open) return;
    const key = `${course.at} ${course.seen} ${course.level}`;
    if (key !== this.shown) {
      this.shown = key;
      this.marked = course.guess;
      host.dataset.seen = String(course.seen);
      /* Words come first: the clock comes with the picture, a frame later. */
      const { clocked } = course;
      void frame().then(() => { if (key === this.shown) this.explore.host.toggleAttribute('data-clocked', clocked); });
      put(host, 'place', `${course.place + 1} / ${course.steps.length}`);
      put(host, 'title', course.step.title);
      put(host, 'sentence', course.seen ? course.step.idea[course.level] : course.step.question);
      put(host, 'reveal', course.seen ? course.step.reveal : '');
      this.options();
      document.title = `${course.place + 1}. ${course.step.title} – NeuroViz`;
    }
    this.when();
    this.tell();
  }

  private options(): void {
    const { course } = this;
    slot(this.host, 'options').replaceChildren(...(course.seen ? [] : course.step.options).map((o, k) => {
      const li = document.createElement('li');
      const b = document.createElement('button');
      b.type = 'button';
      b.setAttribute('aria-pressed', String(this.marked === k));
      const n = document.createElement('b');
      n.textContent = String(k + 1);
      b.append(n, o.text);
      b.addEventListener('click', () => this.answer(k));
      li.append(b);
      return li;
    }));
  }

  /** Scale and time, since neither rail nor clock is on screen. */
  private when(): void {
    const { explore } = this;
    if (!explore.film) return;
    const scale = explore.host.querySelector(`.rail [data-to="${explore.state.scale}"] b`)?.textContent ?? '';
    put(this.host, 'when', `${scale} · ${explore.film.time(Number(explore.state.t))}`);
  }

  private say(text: string): void {
    const el = this.host.querySelector('.present-status')!;
    el.textContent = text;
    setTimeout(() => { if (el.textContent === text) el.textContent = ''; }, 3500);
  }

  /** The bar shows for a while; and as long as the keyboard has its focus there. */
  private wake(ms = AWAKE.moved): void {
    this.host.dataset.awake = '';
    clearTimeout(this.idle);
    this.idle = window.setTimeout(() => { delete this.host.dataset.awake; }, ms);
  }

  /** A key has moved the slides: the bar goes at once, and gives the focus back. */
  private sleep(): void {
    clearTimeout(this.idle);
    delete this.host.dataset.awake;
    this.host.querySelector<HTMLElement>('.present-bar :focus')?.blur();
  }

  // ---- the notes window

  private notes(): void {
    const { lesson, level } = this.explore.state;
    if (!lesson) return;
    const other = window.open(`${page.pages.notes}?lesson=${String(lesson)}&level=${String(level)}`, 'neuroviz-notes', 'popup,width=1000,height=760');
    if (!other) { this.say(tell('present.blocked')); return; }
    this.wire.meet(other);
  }

  private get clock(): Clock { return recall<Clock>(`clock.${String(this.explore.state.lesson)}`, { began: null, held: null }, 'sessionStorage'); }
  private keepClock(clock: Clock): void { keep(`clock.${String(this.explore.state.lesson)}`, clock, 'sessionStorage'); this.tell(); }

  private tell(): void {
    if (!this.course?.file) return;
    const { course } = this;
    this.wire.send('where', { lesson: course.file!.id, at: course.at, level: course.level, seen: course.seen, marked: this.marked, black: this.layers.isBlack, clock: this.clock });
  }

  private hear(message: Message): void {
    const clock = this.clock;
    const does: Record<string, () => void> = {
      hello: () => this.tell(),
      next: () => this.forward(),
      back: () => this.course.backward(),
      black: () => this.layers.black(),
      restart: () => this.keepClock({ began: Date.now(), held: null }),
      stop: () => this.keepClock(clock.held === null ? { began: clock.began, held: clock.began ? Date.now() - clock.began : 0 } : { began: Date.now() - clock.held, held: null }),
    };
    does[message.kind]?.();
  }
}
