/** Where the lines come from: two signals of one volunteer and their r, all pairs, one person against the group, and what r looks like. */
import type { BesideContext, BesideView } from '../../beside';
import { config, fill, fixed } from '../../config';
import { need } from '../../files';
import { Atlas, rToken, weight, type AtlasFile } from '../../network';
import { still } from '../../prefs';
import { slot } from '../../slots';
import type { State } from '../../state';
import { Chart } from './chart';
import { PairCharts } from './pair';
import { drawAgreement, drawExample, drawMatrix, type Block } from './pictures';
import { Player } from './player';
import { Recording, type RecordingFile } from './series';

type Words = { [key: string]: string & Words };
interface SignalsFile extends RecordingFile {
  atlas: string;
  /** Regions of the matrix in their order; the pair to begin with. */
  order: number[];
  blocks: Block[];
  start: [number, number];
  examples: { r: number; a: number; b: number }[];
  /** Moments in the sliding window, and in the part of the signals that goes by. */
  window: number;
  part: number;
  html: string;
  words: Words;
}
type Step = 'pair' | 'matrix' | 'mean' | 'looks';

/** ms from the start to the end of what plays, and of rest before it is told in words. */
const PACE = { pair: 20000, matrix: 7000 };
const REST = 350;
/** Width of a link in the stage, px, at weights 0 and 1: as in the 3-D picture. */
const WIDTH = { thin: 0.7, more: 4.6 };

export class Signals implements BesideView {
  private file!: SignalsFile;
  private recording!: Recording;
  private group!: Atlas;
  private pair!: PairCharts;
  private charts = new Map<string, Chart>();
  private players!: Record<'pair' | 'matrix', Player>;
  private shown = false;
  private begun = '';
  private frame = 0;
  private telling = 0;
  private known: number[] = [];

  constructor(private ctx: BesideContext) {}

  // ---- what the frame asks for

  async enter(): Promise<void> {
    if (!this.file) {
      const file = await need<SignalsFile>('signals');
      this.group = new Atlas(await need<AtlasFile>(`atlas/${file.atlas}`));
      this.build(file);
    }
    this.shown = true;
    this.begun = '';
    this.take();
    if (this.fits) this.paint();
  }

  leave(): void {
    this.shown = false;
    for (const player of Object.values(this.players ?? {})) player.pause();
    cancelAnimationFrame(this.frame);
    clearTimeout(this.telling);
    this.frame = 0;
    this.ctx.point([]);
  }

  follow(): void { if (this.shown) this.take(); }
  fit(): void { this.draw(); }

  private build(file: SignalsFile): void {
    const { host, bus } = this.ctx;
    this.file = file;
    this.recording = new Recording(file);
    host.querySelector('.room')!.innerHTML = file.html;
    this.pair = new PairCharts(host, this.recording);
    for (const canvas of host.querySelectorAll<HTMLCanvasElement>('canvas[data-chart]')) this.charts.set(canvas.dataset.chart!, new Chart(canvas));
    this.players = {
      pair: new Player(this.recording.moments, PACE.pair, (at, playing) => this.moved('pair', at, playing)),
      matrix: new Player(this.pairs, PACE.matrix, (at, playing) => this.moved('matrix', at, playing)),
    };
    this.fillLists();
    host.addEventListener('input', (e) => {
      const el = e.target as HTMLInputElement;
      if (el.dataset.step) bus.set({ lines: el.dataset.step });
      else if (el.dataset.region === 'a') bus.set({ parcel: Number(el.value), isolate: false });
      else if (el.dataset.region === 'b') bus.set({ pair: Number(el.value) });
      else if (el.dataset.seek !== undefined) this.players[el.dataset.seek as 'pair' | 'matrix'].seek(Number(el.value));
    });
    host.addEventListener('click', (e) => {
      const button = (e.target as HTMLElement).closest<HTMLElement>('button[data-play], button[data-atlas]');
      if (button?.dataset.atlas) bus.set({ atlas: button.dataset.atlas, parcel: 0, r: null });
      const player = this.players[button?.dataset.play as 'pair' | 'matrix'];
      if (player?.playing) player.pause();
      else player?.play();
    });
  }

  private fillLists(): void {
    const { words, order } = this.file;
    const networks = [...new Set(order.map((i) => this.group.parcel(i).n7))];
    for (const list of this.ctx.host.querySelectorAll<HTMLSelectElement>('select[data-region]')) {
      list.replaceChildren(...networks.map((n7) => {
        const set = document.createElement('optgroup');
        set.label = config.networks[n7]?.name ?? n7;
        set.append(...order.filter((i) => this.group.parcel(i).n7 === n7).map((i) => new Option(this.group.parcel(i).plain, String(i))));
        return set;
      }));
      list.setAttribute('aria-label', words[list.dataset.region === 'a' ? 'first' : 'second']);
    }
  }

  // ---- state

  private get state(): State { return this.ctx.now().state; }
  private get step(): Step { return String(this.state.lines) as Step; }
  private get pairs(): number { return (this.recording.regions * (this.recording.regions - 1)) / 2; }
  private get fits(): boolean { return this.ctx.now().atlas.file.id === this.file.atlas; }

  /** The two regions: the chosen one and the second one of the address, else those to begin with. */
  private both(): [number, number] {
    const [first, second] = this.file.start;
    const a = Number(this.state.parcel) || first;
    const asked = Number(this.state.pair);
    if (asked && asked !== a && asked <= this.recording.regions) return [a, asked];
    return [a, a === second ? first : second];
  }

  private take(): void {
    const { host } = this.ctx;
    host.querySelector<HTMLElement>('.other-atlas')!.hidden = this.fits;
    host.querySelector<HTMLElement>('.measured')!.hidden = !this.fits;
    if (!this.fits) {
      for (const player of Object.values(this.players)) player.pause();
      host.querySelector('.other-atlas p')!.textContent = fill(this.file.words.other_atlas, { atlas: this.ctx.now().atlas.file.title });
      return;
    }
    for (const el of host.querySelectorAll<HTMLElement>('[data-of-step]')) el.hidden = el.dataset.ofStep !== this.step;
    for (const el of host.querySelectorAll<HTMLInputElement>('[data-step]')) el.checked = el.dataset.step === this.step;
    const [a, b] = this.both();
    for (const list of host.querySelectorAll<HTMLSelectElement>('select[data-region]')) list.value = String(list.dataset.region === 'a' ? a : b);
    this.begin();
    this.draw();
    this.rest();
  }

  /** What plays begins anew when a step is opened or the pair changes; by itself only where motion is wanted. */
  private begin(): void {
    const now = this.step === 'pair' ? `pair ${this.both().join()}` : this.step;
    if (now === this.begun) return;
    const opened = !this.begun;
    this.begun = now;
    for (const [name, player] of Object.entries(this.players)) if (name !== this.step) player.pause();
    if (this.step !== 'pair' && this.step !== 'matrix') return;
    const player = this.players[this.step];
    const asked = this.step === 'pair' && opened ? this.state.moment : null;
    if (asked !== null) player.seek(Number(asked));
    else if (still()) player.seek(player.length);
    else { player.seek(0); player.play(); }
  }

  private moved(name: 'pair' | 'matrix', at: number, playing: boolean): void {
    if (!this.shown || name !== this.step) return;
    if (name === 'pair' && !playing) {
      const all = this.recording.moments;
      this.ctx.point(at >= all ? this.both() : []);
      /* Where it rests is part of the address, except at the end, where it begins anew for the next one who opens it. */
      this.ctx.bus.set({ moment: at >= all ? null : at }, 'drag');
    }
    this.draw();
    if (!playing) this.rest();
  }

  // ---- drawing

  private draw(): void {
    if (this.shown && this.fits && !this.frame) this.frame = requestAnimationFrame(() => { this.frame = 0; this.paint(); });
  }

  private paint(): void {
    if (this.step === 'pair') this.paintPair();
    else if (this.step === 'matrix') this.paintMatrix();
    else if (this.step === 'mean') this.paintMean();
    else this.paintLooks();
  }

  private slot(name: string): HTMLElement { return slot(this.ctx.host, name); }

  /** Play button, slider and time. */
  private transport(name: 'pair' | 'matrix', told: string): void {
    const player = this.players[name];
    const { host } = this.ctx;
    const button = host.querySelector<HTMLElement>(`[data-play="${name}"]`)!;
    button.classList.toggle('is-playing', player.playing);
    button.querySelector('span')!.textContent = this.file.words[player.playing ? 'pause' : 'play'];
    const range = host.querySelector<HTMLInputElement>(`[data-seek="${name}"]`)!;
    range.max = String(player.length);
    range.value = String(player.moment);
    range.setAttribute('aria-valuetext', told);
    this.slot(`${name}-time`).textContent = told;
  }

  private paintPair(): void {
    const { words, window, part } = this.file;
    const [a, b] = this.both();
    const { moment } = this.players.pair;
    const r = this.recording.r(a, b, 0, moment);
    const recent = this.recording.r(a, b, Math.max(0, moment - window), moment);
    this.pair.draw({ a, b, moment, window, part, line: r >= config.weight.low ? WIDTH.thin + WIDTH.more * weight(r) : 0 });
    this.slot('r').textContent = number(r);
    this.slot('recent').textContent = number(recent);
    this.slot('group').textContent = fixed(this.group.r(a, b));
    this.slot('becomes').textContent = r >= config.weight.low || Number.isNaN(r) ? words.pair.becomes : fill(words.pair.no_line, { low: fixed(config.weight.low) });
    this.transport('pair', this.time(moment));
  }

  private time(moment: number): string {
    const minutes = (count: number): string => (this.recording.seconds(count) / 60).toFixed(1);
    return fill(this.file.words.time, { t: minutes(moment), all: minutes(this.recording.moments) });
  }

  /** r of a pair of this volunteer; all of them are computed when the first is asked for. */
  private person(a: number, b: number): number { return this.recording.matrix()[(a - 1) * this.recording.regions + b - 1]; }

  private paintMatrix(): void {
    const { order, blocks, words } = this.file;
    const done = this.players.matrix.moment;
    const place = new Map(order.map((region, k) => [region, k]));
    const value = (a: number, b: number): number => {
      const [i, j] = [place.get(a)!, place.get(b)!].sort((x, y) => x - y);
      return (j * (j - 1)) / 2 + i < done ? this.person(a, b) : NaN;
    };
    drawMatrix(this.charts.get('matrix')!, order, blocks, value, rToken, this.both());
    this.transport('matrix', fill(words.matrix.done, { done: done.toLocaleString('en'), pairs: this.pairs.toLocaleString('en') }));
  }

  private paintMean(): void {
    const { order, blocks } = this.file;
    const place = new Map(order.map((region, k) => [region, k]));
    const value = (a: number, b: number): number => (place.get(a)! < place.get(b)! ? this.person(a, b) : this.group.r(a, b));
    drawMatrix(this.charts.get('both')!, order, blocks, value, rToken, null);
    const pairs = order.flatMap((a, i) => order.slice(i + 1).map((b): [number, number] => [a, b]));
    drawAgreement(this.charts.get('agreement')!, pairs.map(([a, b]) => this.group.r(a, b)), pairs.map(([a, b]) => this.person(a, b)));
  }

  private paintLooks(): void {
    this.file.examples.forEach(({ a, b }, k) => drawExample(this.charts.get(`traces-${k}`)!, this.charts.get(`scatter-${k}`)!, this.recording, a, b, this.file.part));
  }

  // ---- words

  /** What the picture shows now, on the picture and, when it has changed by hand, spoken. */
  private rest(): void {
    clearTimeout(this.telling);
    this.telling = window.setTimeout(() => {
      if (!this.shown || !this.fits) return;
      const { words } = this.file;
      const says: Record<string, string> = this.step === 'pair' ? this.pairSays() : {};
      if (this.step === 'matrix') {
        if (this.players.matrix.moment === this.pairs) this.known = this.extremes();
        const [high, low] = this.known;
        says['matrix'] = fill(words.matrix.picture, { n: this.recording.regions, pairs: this.pairs.toLocaleString('en'), done: this.players.matrix.moment.toLocaleString('en'), high: number(high), low: number(low) });
      }
      for (const [name, text] of Object.entries(says)) this.ctx.host.querySelector(`[data-picture="${name}"]`)!.setAttribute('aria-label', text);
      const spoken = Object.values(says)[0];
      if (spoken && !this.players[this.step as 'pair' | 'matrix'].playing) this.ctx.announce(spoken);
    }, REST);
  }

  private pairSays(): Record<string, string> {
    const { words, window } = this.file;
    const [a, b] = this.both();
    const { moment } = this.players.pair;
    const minutes = (count: number): string => (this.recording.seconds(count) / 60).toFixed(1);
    const values = {
      a: this.group.parcel(a).plain, b: this.group.parcel(b).plain, t: minutes(moment), all: minutes(this.recording.moments), s: this.recording.seconds(window).toFixed(0),
      r: number(this.recording.r(a, b, 0, moment)), recent: number(this.recording.r(a, b, Math.max(0, moment - window), moment)),
    };
    return { pair: fill(words.pair.picture, values) };
  }

  private extremes(): number[] {
    const all = this.recording.matrix().filter((_, k) => k % (this.recording.regions + 1) !== 0);
    return [all.reduce((x, y) => Math.max(x, y)), all.reduce((x, y) => Math.min(x, y))];
  }
}

/** r as it is printed; a dash where there is none yet. */
const number = (r: number | undefined): string => (r === undefined || Number.isNaN(r) ? '–' : fixed(r));
