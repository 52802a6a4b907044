/** The notes window: follows the presenter, and goes on by itself when that does not answer. */
import { load, type LessonFile } from './course';
import { keep, recall } from './memory';
import { Wire, type Message } from './wire';
import { write } from '../slots';
import { put, slot, tell } from './words';

/** ms between two calls to the presenter, and of silence after which it counts as gone. */
const CALL = 1500;
const SILENCE = 4500;

interface Where { lesson: string; at: string; level: string; seen: boolean; marked: number | null; black: boolean; clock: { began: number | null; held: number | null } }

export class Notes {
  readonly ready: Promise<void>;
  private wire: Wire;
  private file: LessonFile | null = null;
  private where: Where;
  private heard = 0;

  constructor(private host: HTMLElement) {
    const asked = new URLSearchParams(location.search);
    const last = recall<Where | null>('notes', null, 'sessionStorage');
    this.where = last ?? { lesson: asked.get('lesson') ?? '', at: asked.get('at') ?? '', level: asked.get('level') ?? 'intro', seen: false, marked: null, black: false, clock: { began: null, held: null } };
    this.wire = new Wire('notes', (m) => void this.hear(m));
    host.addEventListener('click', (e) => this.click((e.target as HTMLElement).closest<HTMLElement>('[data-notes]')?.dataset.notes));
    addEventListener('keydown', (e) => this.key(e));
    host.style.setProperty('--zoom', String(recall('notes-size', 1)));
    this.wire.send('hello');
    setInterval(() => { this.wire.send('hello'); this.state(); }, CALL);
    setInterval(() => this.time(), 500);
    this.ready = this.take();
  }

  private async hear(message: Message): Promise<void> {
    if (message.kind !== 'where') return;
    this.heard = performance.now();
    const where = message as unknown as Where;
    const same = ['lesson', 'at', 'level', 'seen', 'marked', 'black'].every((k) => where[k as keyof Where] === this.where[k as keyof Where]);
    this.where = where;
    keep('notes', { lesson: where.lesson, at: where.at, level: where.level, seen: where.seen, marked: where.marked, black: where.black, clock: where.clock }, 'sessionStorage');
    this.state();
    if (!same || !this.file) await this.take();
  }

  private async take(): Promise<void> {
    if (!this.where.lesson) { this.state(); return; }
    if (this.file?.id !== this.where.lesson) this.file = await load(this.where.lesson).catch(() => null);
    this.show();
    this.state();
    this.time();
  }

  private get steps(): string[] { return this.file?.levels[this.where.level] ?? []; }
  private get place(): number { return Math.max(0, this.steps.indexOf(this.where.at)); }

  private show(): void {
    const { file, where, host } = this;
    if (!file) return;
    const step = file.steps[where.at] ?? file.steps[this.steps[0]];
    put(host, 'place', tell('notes.place', { n: this.place + 1, of: this.steps.length }));
    put(host, 'title', step.title);
    put(host, 'idea', step.idea[where.level]);
    put(host, 'phase', tell(where.seen ? 'notes.shown' : 'notes.asked'));
    slot(host, 'notes').innerHTML = step.notes;
    put(host, 'question', step.question);
    slot(host, 'options').replaceChildren(...step.options.map((o, k) => {
      const li = document.createElement('li');
      li.textContent = k === step.right ? `${o.text} (${tell('notes.right')})` : o.text;
      li.classList.toggle('right', k === step.right);
      li.classList.toggle('marked', k === where.marked);
      return li;
    }));
    const next = this.steps[this.place + 1];
    put(host, 'next', next ? tell('notes.next', { title: file.steps[next].title }) : tell('notes.last'));
    const planned = this.steps.slice(0, this.place + 1).reduce((sum, id) => sum + file.steps[id].minutes[where.level], 0);
    put(host, 'plan', tell('notes.plan', { n: Math.round(planned) }));
    host.querySelector('[data-notes="black"]')!.setAttribute('aria-pressed', String(where.black));
  }

  private state(): void {
    const gone = performance.now() - this.heard > SILENCE;
    put(this.host, 'state', tell(!this.heard ? 'notes.waiting' : gone ? 'notes.lost' : 'notes.linked'));
    this.host.dataset.linked = String(this.heard > 0 && !gone);
  }

  private time(): void {
    const { began, held } = this.where.clock;
    const ms = held ?? (began ? Date.now() - began : 0);
    const s = Math.floor(ms / 1000);
    put(this.host, 'time', `${Math.floor(s / 60)}:${String(s % 60).padStart(2, '0')}`);
    const stop = this.host.querySelector('[data-notes="stop"]')!;
    const words = tell(held === null ? 'notes.stop' : 'notes.go');
    write(stop, words);
  }

  private click(what: string | undefined): void {
    if (!what) return;
    if (what === 'larger' || what === 'smaller') {
      const size = Math.min(2, Math.max(0.8, recall('notes-size', 1) * (what === 'larger' ? 1.15 : 1 / 1.15)));
      keep('notes-size', size);
      this.host.style.setProperty('--zoom', String(size));
      return;
    }
    this.wire.send(what);
  }

  private key(e: KeyboardEvent): void {
    if (e.altKey || e.ctrlKey || e.metaKey || ((e.key === ' ' || e.key === 'Enter') && (e.target as HTMLElement).closest('button'))) return;
    const keys: Record<string, string> = { ArrowRight: 'next', PageDown: 'next', ' ': 'next', ArrowLeft: 'back', PageUp: 'back' };
    if (recall('letters', true)) Object.assign(keys, { n: 'next', p: 'back', b: 'black' });
    if (!(e.key in keys)) return;
    e.preventDefault();
    this.wire.send(keys[e.key]);
  }
}
