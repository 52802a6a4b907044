/** The way through a lesson: which step, which level, whether its answer is shown; and the moves of the picture from one to the next. */
import type { Bus } from '../bus';
import type { Explore } from '../explore';
import type { State } from '../state';
import { keep, recall } from './memory';
import { page } from './words';

export interface StepFile {
  title: string;
  idea: Record<string, string>;
  question: string;
  options: { text: string; why: string }[];
  right: number;
  reveal: string;
  alt: string;
  minutes: Record<string, number>;
  ask: string;
  see: Record<string, string>;
  notes: string;
}

export interface LessonFile { id: string; title: string; minutes: Record<string, number>; levels: Record<string, string[]>; steps: Record<string, StepFile> }

type Views = Record<string, Record<string, { start: State; view: State }>>;

/** Whether nothing should move; read anew each time, since it can be switched. */
const still = (): boolean => document.documentElement.dataset.motion === 'still';

/** Keys of the address that a step leaves alone. */
const OWN = new Set(['lesson', 'at', 'level', 'seen', 'embed', 'tier']);
/** ms of a glide of the clock from step to step: a start, more for each stop that is passed, and at most six of them. */
const GLIDE = { start: 420, stop: 180, most: 6 };
const ease = (k: number): number => (k < 0.5 ? 4 * k ** 3 : 1 - (-2 * k + 2) ** 3 / 2);

/** Data of a lesson; asked for through the shell, which knows the addresses of files. */
export const load = (id: string): Promise<LessonFile> => (window as unknown as { neuroviz: { need: (name: string) => Promise<LessonFile> } }).neuroviz.need(`lesson/${id}`);

export class Course {
  file: LessonFile | null = null;
  private bus: Bus;
  private journey = 0;

  /** @param changed - called after each change of lesson, step, level, answer or picture. */
  constructor(private explore: Explore, private changed: (keys: Set<string>) => void) {
    this.bus = explore.bus;
    this.bus.on(({ changed }) => void this.follow(changed));
  }

  async begin(): Promise<void> {
    if (this.bus.state.lesson && (page.lessons as Views)[String(this.bus.state.lesson)]) this.file = await load(String(this.bus.state.lesson));
    this.changed(new Set(['lesson', 'at', 'level', 'seen']));
  }

  get level(): string { return String(this.bus.state.level); }
  get seen(): boolean { return Boolean(this.bus.state.seen); }
  /** Ids of the steps of this level. */
  get steps(): string[] { return this.file?.levels[this.level] ?? []; }
  get at(): string { const at = String(this.bus.state.at); return this.file && at in this.file.steps ? at : Object.keys(this.file?.steps ?? {})[0]; }
  get step(): StepFile { return this.file!.steps[this.at]; }

  /** Place among the steps of this level; a step that the level leaves out counts as the one before it. */
  get place(): number {
    const k = this.steps.indexOf(this.at);
    if (k >= 0) return k;
    const all = Object.keys(this.file!.steps);
    return Math.max(0, this.steps.filter((id) => all.indexOf(id) < all.indexOf(this.at)).length - 1);
  }

  /** Whether the view of the step names the clock: its curves are part of the picture. */
  get clocked(): boolean {
    const views = (page.lessons as Views)[this.file!.id][this.at];
    return views[this.seen ? 'view' : 'start'].clock === 'strip';
  }

  get last(): boolean { return this.place === this.steps.length - 1; }

  // ---- answers: locked once the picture has moved

  get guess(): number | null { return recall<Record<string, number>>(`guess.${this.file?.id}`, {})[this.at] ?? null; }
  lock(choice: number): void {
    if (this.seen) return;
    keep(`guess.${this.file!.id}`, { ...recall<Record<string, number>>(`guess.${this.file!.id}`, {}), [this.at]: choice });
  }

  // ---- moves

  go(at: string, seen: boolean): void { if (this.file && at in this.file.steps) this.move({ at, seen }); }
  goPlace(k: number, seen = false): void { this.go(this.steps[Math.max(0, Math.min(this.steps.length - 1, k))], seen); }
  reveal(): void { if (!this.seen) this.move({ seen: true }); }
  forward(): boolean {
    if (!this.seen) { this.reveal(); return true; }
    if (this.last) return false;
    this.goPlace(this.place + 1);
    return true;
  }
  /** One move back: from the answer to the question, from a question to the answer before it. */
  backward(): void {
    if (this.seen) this.move({ seen: false });
    else if (this.place > 0) this.goPlace(this.place - 1, true);
  }
  setLevel(level: string): void { this.move({ level }); }
  /** Back to the picture of the step, from wherever the hand has taken it. */
  home(): void { this.move({}); }

  /** Whether the picture is another than that of the step. */
  get moved(): boolean {
    const wanted = this.target({});
    return !this.travelling && Object.keys(wanted).some((key) => !OWN.has(key) && this.bus.state[key] !== wanted[key]);
  }

  private travelling = false;

  private target(wish: State): State {
    const at = { lesson: this.file!.id, at: this.at, level: this.level, seen: this.seen, ...wish };
    const views = (page.lessons as Views)[this.file!.id][String(at.at)];
    const usual = Object.fromEntries(page.parameters.filter((p) => !OWN.has(p.key)).map((p) => [p.key, p.default])) as State;
    return { ...usual, ...views[at.seen ? 'view' : 'start'], ...at };
  }

  private move(wish: State): void {
    const to = this.target(wish);
    this.explore.clock?.stop();
    this.bus.ahead(to);
    this.travelling = this.bus.state.t !== to.t && !still();
    this.bus.set({ ...to, t: still() ? to.t : this.bus.state.t }, 'follow');
    this.glide(Number(to.t));
  }

  private glide(to: number): void {
    const from = Number(this.bus.state.t);
    const mine = ++this.journey;
    if (from === to) { this.arrive(); return; }
    const time = GLIDE.start + GLIDE.stop * Math.min(GLIDE.most, Math.abs(to - from));
    const began = performance.now();
    let last = from;
    const step = (now: number): void => {
      if (mine !== this.journey) return;
      if (this.bus.state.t !== last) { this.arrive(); return; } /* a hand has taken the clock */
      const k = Math.min(1, (now - began) / time);
      last = k === 1 ? to : Math.round((from + (to - from) * ease(k)) * 1000) / 1000;
      this.bus.set({ t: last }, 'follow');
      if (k < 1) requestAnimationFrame(step);
      else this.arrive();
    };
    requestAnimationFrame(step);
  }

  private arrive(): void {
    this.travelling = false;
    this.changed(new Set(['picture']));
  }

  private async follow(changed: Set<string>): Promise<void> {
    const id = String(this.bus.state.lesson ?? '');
    if (changed.has('lesson') && id !== (this.file?.id ?? '')) this.file = id && (page.lessons as Views)[id] ? await load(id) : null;
    if (this.travelling && changed.size === 1 && changed.has('t')) return;
    this.changed(changed);
  }
}
