/** A scale that is a drawn scene. Python draws and says; this follows the clock, the steps, the comparison and the hand. */
import { afterResize } from '../../breathe';
import type { Change } from '../../bus';
import { need } from '../../files';
import { fill } from '../../fill';
import { Pace } from '../../pace';
import { still } from '../../prefs';
import type { ScaleContext, ScaleView } from '../../scales';
import { put, slot, write } from '../../slots';
import type { State } from '../../state';
import { keys } from './keys';
import { Pane } from './pane';
import type { Look, SceneFile, Stage, Step, StepsFile, View } from './types';

/** ms of rest before words follow a drag. */
const REST = 300;
/** px of the smallest label. */
const SMALLEST = { projector: 22, other: 14 };
/** From just after the infusion starts, the words are those of the infusion. */
const STARTED = 1.12;

export class SceneView implements ScaleView {
  private file!: SceneFile;
  private steps!: StepsFile;
  private now!: Pane;
  private before: Pane | null = null;
  private on = false;
  private resting = 0;
  private frame = 0;
  private pace = new Pace(() => this.draw());
  private paused = false;
  private painted = '';
  private watch = afterResize(() => this.fit());

  constructor(private at: ScaleContext) {
    at.layer.addEventListener('click', (e) => this.click(e));
    at.tools.addEventListener('click', (e) => this.click(e));
    at.side.addEventListener('click', (e) => this.click(e));
    addEventListener('neuroviz:look', () => { if (this.on) { this.fit(); this.draw(); } });
  }

  private get state(): State { return this.at.bus.state; }
  private get panes(): HTMLElement { return this.at.layer.querySelector<HTMLElement>('.scene-panes')!; }
  get words(): Record<string, string> { return this.steps.words; }

  async enter(): Promise<void> {
    this.on = true;
    /* The receptor has steps of its own. */
    if (this.state.step && this.at.host.querySelector('[data-layer="receptor"]:not([hidden])')) this.at.bus.set({ step: 0 }, 'drag');
    if (!this.file) await this.begin();
    this.at.layer.classList.add('is-on');
    this.watch.observe(this.panes);
    this.fit();
    this.draw();
    await document.fonts.ready;
  }

  leave(): void {
    this.on = false;
    this.watch.disconnect();
    clearTimeout(this.resting);
    cancelAnimationFrame(this.frame);
    this.pace.stop();
    this.at.layer.classList.remove('is-on');
  }

  gate(): { x: number; y: number } {
    const box = this.at.layer.getBoundingClientRect();
    /* It is on its way still. */
    if (!this.file) return { x: box.width / 2, y: box.height / 2 };
    const [x, y] = this.file.gate;
    const m = this.now.svg.getScreenCTM()!;
    return { x: x * m.a + m.e - box.left, y: y * m.d + m.f - box.top };
  }

  follow({ changed, drag }: Change): void {
    if (!this.file) return;
    if (changed.has('step') && this.step()) this.go();
    else if (changed.has('track') && this.state.step) { this.at.bus.set({ step: 0 }, 'drag'); return; }
    else if (changed.has('t') && this.step() && Math.abs(Number(this.state.t) - this.step()!.t) > 0.02) { this.at.bus.set({ step: 0 }, 'drag'); return; }
    if (changed.has('compare')) this.fit();
    this.pace.follow(drag && changed.has('t'));
  }

  // ---- begin

  private async begin(): Promise<void> {
    const [shapes, steps, file] = await Promise.all([need<{ defs: string }>('shapes'), need<StepsFile>('steps'), need<SceneFile>(`scene/${this.at.id}`)]);
    if (!document.getElementById('scene-shapes')) {
      const box = document.createElement('div');
      box.id = 'scene-shapes';
      box.innerHTML = shapes.defs;
      document.body.append(box);
    }
    this.steps = steps;
    this.file = file;
    this.at.layer.querySelector('.scene-loading')?.remove();
    this.now = new Pane(this.pane('now'), file, false);
    keys(this.at.layer, this.now, {
      chosen: (id) => this.at.bus.set({ part: this.state.part === id ? null : id }),
      left: () => this.at.bus.set({ part: null }),
      twin: () => this.openTwin(),
      step: (by) => this.move(by),
    });
    if (this.step()) this.go();
  }

  private pane(id: string): HTMLElement {
    const el = document.createElement('figure');
    el.className = 'scene-pane';
    el.dataset.pane = id;
    el.innerHTML = '<figcaption><b></b> <span></span></figcaption>';
    if (id === 'before') this.panes.prepend(el);
    else this.panes.append(el);
    return el;
  }

  // ---- steps

  private route(): Step[] {
    const track = String(this.state.track);
    return this.steps.tracks[track]?.steps ?? this.steps.main;
  }

  /** The step that is lit, if one is. */
  private step(): Step | null { return this.route()[Number(this.state.step) - 1] ?? null; }

  private stage(): Stage | null {
    const step = this.step();
    return step ? (step as unknown as Record<string, Stage | null>)[this.at.id] : null;
  }

  private move(by: number): void {
    const to = Math.min(this.route().length, Math.max(0, Number(this.state.step) + by));
    const step = this.route()[to - 1];
    this.at.bus.set(step ? { step: to, part: null, ...this.where(step) } : { step: 0 });
  }

  /** Where a step is: its time, and the scale that shows it where this one does not. */
  private where(step: Step): Record<string, unknown> {
    const there = (step as unknown as Record<string, Stage | null>)[this.at.id];
    return { t: step.t, ...(there ? {} : { scale: step.circuit ? 'circuit' : 'synapse' }) };
  }

  /** The step came with the address or from elsewhere: be where it is. */
  private go(): void { this.at.bus.set(this.where(this.step()!), 'drag'); }

  // ---- what is seen

  private stop(t: number): string { return this.at.film.stop(t > STARTED && t < 1.5 ? 2 : t).id; }

  private values(t: number, own: Record<string, number> = {}): (quantity: string) => number {
    const { film } = this.at;
    return (q) => own[q] ?? (film.quantity(q) ? film.value(q, t) : this.file.defaults[q] ?? 0);
  }

  private changes(id: string): Record<string, string> { return this.file.parts.find((p) => p.id === id)!.changes; }

  private look(t: number, compared: boolean): Look {
    const stop = this.stop(t);
    const track = String(this.state.track);
    const moment = this.file.moments[stop];
    const nowMoment = this.file.moments[this.stop(Number(this.state.t))];
    const stage = this.stage();
    const of = this.steps.tracks[track];
    const base = { stop, track, human: this.state.species === 'human', stage, stepPeople: this.step()?.people ?? 'seen' };
    const part = this.state.part ? [String(this.state.part)] : [];
    if (this.state.compare !== 'now') {
      const changed = nowMoment.changed;
      return { ...base, lit: this.state.compare === 'difference' && changed.length ? new Set(changed) : null, labels: [...changed.filter((id) => this.stop(Number(this.state.t)) in this.changes(id)), ...part], flows: compared ? new Set() : null };
    }
    if (stage) return { ...base, lit: new Set([...stage.parts, ...part]), labels: [...stage.labels, ...part], flows: new Set(stage.flows) };
    if (of) {
      const stages = of.steps.map((s) => (s as unknown as Record<string, Stage | null>)[this.at.id]).filter((s): s is Stage => s !== null);
      const lit = [...new Set(stages.flatMap((s) => s.parts))];
      return { ...base, lit: new Set([...lit, ...part]), labels: [...new Set(stages.flatMap((s) => s.labels))], flows: new Set(stages.flatMap((s) => s.flows)) };
    }
    if (track === 'all') return { ...base, lit: null, labels: ['ampa', 'cell-n', 'terminal-t', ...part], flows: null };
    return { ...base, lit: null, labels: [...moment.labels, ...part], flows: null };
  }

  private draw(): void {
    if (!this.on) return;
    const t = Number(this.state.t);
    const compare = String(this.state.compare);
    this.panes.dataset.compare = compare;
    this.at.layer.classList.toggle('paused', this.paused);
    this.now.paint(this.values(t, this.stage()?.values));
    const { named, flowing } = this.now.dress(this.look(t, compare !== 'now'));
    if (compare === 'side' || compare === 'wipe') {
      if (!this.before) { this.before = new Pane(this.pane('before'), this.file, true); this.fit(); }
      this.before.paint(this.values(0));
      this.before.dress({ ...this.look(0, true), flows: new Set(), labels: this.look(t, true).labels });
      this.panes.style.setProperty('--wipe', `${this.state.wipe}%`);
    }
    this.pills(t);
    this.keylist(named, flowing);
    this.caption(t);
    clearTimeout(this.resting);
    if (this.painted) this.resting = window.setTimeout(() => this.tell(), REST);
    else this.tell();
  }

  private pills(t: number): void {
    for (const pane of this.panes.querySelectorAll<HTMLElement>('.scene-pane')) {
      const before = pane.dataset.pane === 'before';
      write(pane.querySelector('figcaption b')!, before ? this.words.before : this.at.film.time(t));
      write(pane.querySelector('figcaption span')!, before ? this.words.after_stress : this.at.film.line(t));
    }
  }

  private keylist(named: string[], flowing: string[]): void {
    const list = this.at.layer.querySelector<HTMLElement>('.scene-keys')!;
    const stop = this.stop(Number(this.state.t));
    list.replaceChildren(...(this.now.keyed ? named : []).map((id) => {
      const file = this.file.parts.find((p) => p.id === id)!;
      const li = document.createElement('li');
      const change = file.changes[stop] ?? (this.now.isNote(id) ? file.says : '');
      li.append(file.name, ' ');
      if (change) { const i = document.createElement('i'); i.textContent = change; i.className = change.startsWith('▲') ? 'up' : change.startsWith('▼') ? 'down' : ''; li.append(i); }
      return li;
    }));
    put(this.at.layer, 'flowkey', flowing.map((id, k) => `${String.fromCharCode(97 + k)} ${this.file.flows[id]}`).join(' · '));
  }

  private caption(t: number): void {
    const step = this.step();
    const track = String(this.state.track);
    const moment = this.file.moments[this.stop(t)];
    const says = step ? step.says : this.steps.tracks[track]?.says ?? (track === 'all' ? this.steps.meeting.says : moment.says);
    put(this.at.layer, 'caption', says);
    const number = this.at.layer.querySelector<HTMLElement>('.scene-caption .number')!;
    number.hidden = !step;
    put(number, 'number', String(this.state.step));
    this.at.layer.querySelector<HTMLButtonElement>('[data-do="step-back"]')!.hidden = !step;
    const next = this.at.layer.querySelector<HTMLButtonElement>('[data-do="step-on"]')!;
    next.querySelector('span')!.hidden = Boolean(step);
    next.disabled = Number(this.state.step) >= this.route().length;
    const who = step?.who.join(', ') ?? '';
    slot(this.at.layer, 'caption').dataset.who = who;
  }

  // ---- words at rest

  private tell(): void {
    if (!this.on) return;
    const t = Number(this.state.t);
    const stop = this.stop(t);
    const track = String(this.state.track);
    const step = this.step();
    const words = step ? step.card : this.steps.tracks[track]?.card ?? (track === 'all' ? this.steps.meeting.card : this.file.moments[stop].words);
    const key = `${stop} ${track} ${this.state.step} ${this.state.part} ${this.state.compare}`;
    const box = slot(this.at.side, 'words');
    if (key !== this.painted) {
      this.painted = key;
      box.innerHTML = words;
      this.card(stop);
      this.twin(stop);
      this.announce(t, stop, step);
    }
    for (const el of this.now.reachable()) el.setAttribute('aria-label', this.spoken(el.dataset.part!, stop));
  }

  spoken(id: string, stop: string): string {
    const p = this.file.parts.find((q) => q.id === id)!;
    return `${p.name}. ${p.says} ${this.words.now} ${p.states[stop] ?? this.words.as_before}.`;
  }

  private card(stop: string): void {
    const id = this.state.part ? String(this.state.part) : '';
    const p = this.file.parts.find((q) => q.id === id && !q.quiet);
    const box = slot(this.at.side, 'card');
    box.hidden = !p;
    slot(this.at.side, 'words').hidden = Boolean(p);
    if (!p) return;
    box.innerHTML = p.card;
    const back = document.createElement('button');
    back.type = 'button';
    back.className = 'back';
    back.dataset.do = 'part-back';
    back.textContent = this.words.part_back;
    box.prepend(back);
    slot(box, 'state').textContent = p.states[stop] ?? this.words.as_before;
  }

  /** The same as the picture, in words: every part that is there, in its order, with its state. */
  private twin(stop: string): void {
    const list = this.at.side.querySelector<HTMLElement>('ol.twin')!;
    list.replaceChildren(...this.now.reachable().map((el) => {
      const li = document.createElement('li');
      li.dataset.part = el.dataset.part;
      li.textContent = this.spoken(el.dataset.part!, stop);
      return li;
    }));
  }

  private announce(t: number, stop: string, step: Step | null): void {
    if (step) { this.at.announce(fill(this.words.summary_step, { scene: this.file.title, n: Number(this.state.step), says: step.says })); return; }
    const moment = this.file.moments[stop];
    const listed = moment.changed.map((id) => { const p = this.file.parts.find((q) => q.id === id)!; return p.states[stop] ? `${p.name}: ${p.states[stop]}` : ''; }).filter(Boolean);
    const changes = listed.length ? fill(this.words.changed, { list: listed.join('; ') }) : this.words.nothing_changed;
    this.at.announce(fill(this.words.summary, { scene: this.file.title, time: this.at.film.spoken(t), headline: moment.headline, changes }));
  }

  private openTwin(): void {
    const box = this.at.side.querySelector<HTMLDetailsElement>('.twin-box')!;
    box.open = true;
    box.querySelector('summary')!.focus();
  }

  // ---- room

  private fit(): void {
    if (!this.file || !this.on) return;
    const projector = document.documentElement.dataset.scheme === 'projector';
    const smallest = projector ? SMALLEST.projector : SMALLEST.other;
    const side = this.state.compare === 'side';
    this.panes.dataset.compare = String(this.state.compare);
    this.at.layer.dataset.keyed = 'no';
    const keyed = this.measure(side, smallest);
    if (keyed) {
      this.at.layer.dataset.keyed = !side && this.panes.clientWidth / this.panes.clientHeight > 1.5 ? 'beside' : 'below';
      this.measure(side, smallest);
    }
    for (const p of [this.now, this.before]) if (p) p.keyed = keyed;
    cancelAnimationFrame(this.frame);
    this.frame = requestAnimationFrame(() => this.draw());
  }

  /** Give every pane the view that fits; true when labels would be too small. */
  private measure(side: boolean, smallest: number): boolean {
    let small = false;
    for (const pane of [this.now, this.before]) {
      if (!pane) continue;
      const style = getComputedStyle(pane.host);
      const w = pane.host.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
      const h = pane.host.clientHeight;
      if (w <= 0 || h <= 0) continue;
      const view: View = side ? (w / h < 0.85 ? 'tall' : 'half') : w / h < 1 ? 'tall' : 'wide';
      const unit = pane.fit(view, w, h);
      if (view === 'tall' || unit * this.file.size[view] < smallest - 0.4) small = true;
    }
    return small;
  }

  // ---- the hand

  private click(e: Event): void {
    const target = e.target as HTMLElement;
    const what = target.closest<HTMLElement>('[data-do]')?.dataset.do;
    if (what === 'step-on') this.move(1);
    if (what === 'step-back') this.move(-1);
    if (what === 'step-leave') this.at.bus.set({ step: 0 });
    if (what === 'part-back') this.at.bus.set({ part: null });
    if (what === 'pause') this.pause(target.closest<HTMLElement>('[data-do]')!);
    const part = target.closest<SVGElement>('.part[role="button"]');
    if (part && !what) this.at.bus.set({ part: this.state.part === part.dataset.part ? null : part.dataset.part });
  }

  private pause(button: HTMLElement): void {
    this.paused = !this.paused;
    button.setAttribute('aria-pressed', String(this.paused));
    button.querySelector('span')!.textContent = this.paused ? this.words.resume : this.words.pause;
    this.at.layer.classList.toggle('paused', this.paused);
  }

  /** Whether anything moves, for tests. */
  get moves(): boolean { return this.on && !this.paused && !still(); }
}
