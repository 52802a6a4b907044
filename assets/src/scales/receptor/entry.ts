/** The receptor scale: the channel, its current, its controls and its steps follow one setting. */
import { afterResize } from '../../breathe';
import type { Change } from '../../bus';
import { fixed } from '../../config';
import { need } from '../../files';
import { Pace } from '../../pace';
import { save, sheet } from '../../save';
import type { ScaleContext, ScaleView } from '../../scales';
import { put, slot } from '../../slots';
import type { State } from '../../state';
import { Chart, blocked, passes } from './chart';
import { Lab, type LabFile, type Moment, type Result, type Setting } from './lab';

/** ms of rest before words and tables follow. */
const REST = 300;
/** Size of the drawing in its own units. */
const SIZE = { width: 640, height: 532 };
/** Words as large as this, in units of the drawing, leave room for the main ones only. */
const TIGHT = 30;
const ORDER: Moment[] = ['shut', 'plugged', 'open', 'enters', 'trapped'];
const KEYS = ['v', 'mg', 'glu', 'ket', 'form', 'step', 't', 'compare', 'wipe', 'part'];

class ReceptorView implements ScaleView {
  private lab!: Lab;
  private chart!: Chart;
  private now!: SVGSVGElement;
  private before: SVGSVGElement | null = null;
  private part = '';
  private resting = 0;
  private pace = new Pace(() => this.show());
  private open = false;
  private watch = afterResize(() => this.sized());

  constructor(private c: ScaleContext) {}

  async enter(): Promise<void> {
    if (!this.lab) await this.begin();
    this.open = true;
    this.watch.observe(this.el('.channels'));
    this.show();
    this.sized();
  }

  leave(): void { this.open = false; this.watch.disconnect(); clearTimeout(this.resting); this.pace.stop(); }

  follow({ changed, drag }: Change): void { if (KEYS.some((k) => changed.has(k))) this.pace.follow(drag && changed.has('t')); }

  private async begin(): Promise<void> {
    this.lab = new Lab(await need<LabFile>('receptor'));
    this.chart = new Chart(this.el('.iv'), this.lab);
    if (!this.el('.pane.now svg')) {
      this.el('.receptor').insertAdjacentHTML('afterbegin', this.lab.file.defs);
      this.el('.pane.now').insertAdjacentHTML('beforeend', this.lab.file.picture);
    }
    this.now = this.c.layer.querySelector<SVGSVGElement>('.pane.now svg')!;
    this.wire();
  }

  private el(selector: string): HTMLElement { return this.c.layer.querySelector<HTMLElement>(selector)!; }
  private get state(): State { return this.c.bus.state; }
  private get setting(): Setting { return this.lab.setting(this.state, this.c.film.value('plasma', Number(this.state.t))); }

  // ---- what is shown

  private show(): void {
    if (!this.open) return;
    const s = this.setting;
    const r = this.lab.result(s);
    const compare = String(this.state.compare);
    this.draw(this.now, s, r);
    this.compare(compare, s);
    this.chart.show(s, r, compare === 'difference');
    this.controls(s);
    this.steps(s, r);
    clearTimeout(this.resting);
    this.resting = window.setTimeout(() => this.rest(s, r), REST);
  }

  /** Attributes of the drawing; the rule of neuroviz/ui/scales/receptor_lab.py. */
  private draw(svg: SVGSVGElement, s: Setting, r: Result): void {
    const shut = r.moment === 'shut' || r.moment === 'trapped';
    const flows = r.moment === 'open' && s.v !== this.lab.file.reversal;
    const values: Record<string, string> = {
      gate: shut ? 'shut' : 'open', glu: s.glu ? '1' : '0',
      pore: r.moment === 'plugged' ? 'mg' : r.moment === 'enters' || r.moment === 'trapped' ? 'ket' : 'none',
      flow: flows ? (s.v < this.lab.file.reversal ? 'in' : 'out') : 'none', ket: s.ket > 0 ? '1' : '0',
      mg: s.mg > 0 ? '1' : '0',
    };
    for (const [key, value] of Object.entries(values)) if (svg.dataset[key] !== value) svg.dataset[key] = value;
    this.ions(svg, s, flows ? r.free * (1 - (r.least + r.most) / 2) : 0);
  }

  /** As many ions are seen as pass; against the net current half as many. */
  private ions(svg: SVGSVGElement, s: Setting, share: number): void {
    const inward = s.v < this.lab.file.reversal;
    for (const mol of svg.querySelectorAll<SVGGElement>('.mol')) {
      const all = svg.querySelectorAll(`.mol.${mol.classList[1]}`).length;
      const along = mol.classList.contains('k') !== inward;
      mol.style.display = Number(mol.dataset.n) < Math.ceil(all * share * (along ? 1 : 0.5)) ? '' : 'none';
    }
  }

  private compare(mode: string, s: Setting): void {
    const two = mode === 'side' || mode === 'wipe';
    const pane = this.el('.pane.before');
    if (two && !this.before) {
      this.before = this.now.cloneNode(true) as SVGSVGElement;
      pane.append(this.before);
    }
    if (two) { const old = { ...s, ket: 0, held: false }; this.draw(this.before!, old, this.lab.result(old)); }
    pane.hidden = !two;
    this.el('.channels').dataset.compare = mode;
    this.el('.channels').style.setProperty('--wipe', String(Number(this.state.wipe) / 100));
    this.el('.wipe-handle').hidden = this.el('.wipe-line').hidden = mode !== 'wipe';
    const when = this.state.ket === null ? this.c.film.time(Number(this.state.t)) : this.lab.file.words.controls.by_hand;
    put(this.c.layer, 'when', mode === 'difference' ? this.el('.pane.now figcaption').dataset.difference ?? when : when);
    put(this.c.layer, 'what', this.lab.file.words.controls.ket_value.replace('{ket}', amount(s.ket)));
    let fitted = true;
    for (const svg of [this.now, this.before]) {
      const view = mode === 'side' ? svg?.dataset.half : `0 0 ${SIZE.width} ${SIZE.height}`;
      if (svg && svg.getAttribute('viewBox') !== view) { svg.setAttribute('viewBox', view!); fitted = false; }
    }
    if (!fitted) this.sized();
  }

  private controls(s: Setting): void {
    const words = this.lab.file.words.controls;
    const set = (name: string, value: number, text: string, spoken = text): void => {
      const input = this.tool(name);
      if (Number(input.value) !== value) input.value = String(value);
      input.setAttribute('aria-valuetext', spoken);
      put(this.c.tools!, `out-${name}`, text);
    };
    set('v', s.v, words.v_value.replace('{v}', fixed(s.v, 0)));
    set('mg', s.mg, words.mg_value.replace('{mg}', amount(s.mg)));
    const { spoken } = this.lab.file.words;
    const follows = this.state.ket === null;
    set('ket', this.lab.index(s.ket), words.ket_value.replace('{ket}', amount(s.ket)), (follows ? spoken.follows : spoken.ket).replace('{ket}', amount(s.ket)));
    this.tool('follow').checked = follows;
    this.tool('glu').checked = s.glu;
  }

  private steps(s: Setting, r: Result): void {
    const k = ORDER.indexOf(r.moment);
    const step = this.lab.file.steps[k];
    const buttons = [...this.c.side.querySelectorAll<HTMLElement>('[data-step]')];
    buttons.forEach((b, i) => {
      b.toggleAttribute('data-on', i === k);
      if (i === k) b.setAttribute('aria-current', 'step'); else b.removeAttribute('aria-current');
    });
    put(this.c.layer, 'number', String(k + 1));
    put(this.c.layer, 'title', buttons[k].textContent!);
    const exact = step.v === s.v && s.mg === 1;
    put(this.c.layer, 'says', exact ? step.says : this.spoken(s, r));
    this.button('step-back').disabled = k === 0;
    this.button('step-on').disabled = k === ORDER.length - 1;
  }

  /** One sentence on what is on screen now. */
  private spoken(s: Setting, r: Result): string {
    const { spoken } = this.lab.file.words;
    const text = spoken[r.moment === 'shut' && s.ket > 0 ? 'waiting' : r.moment];
    const say = passes(this.lab, s, r);
    return text.replace('{v}', fixed(s.v, 0)).replace('{passes}', say.charAt(0).toLowerCase() + say.slice(1)).replace('{blocked}', blocked(this.lab, r));
  }

  private rest(s: Setting, r: Result): void {
    const two = this.state.compare === 'side' || this.state.compare === 'wipe';
    const text = `${this.spoken(s, r)}${two ? ` ${this.lab.file.words.spoken.side}` : ''}`;
    this.c.announce(text);
    put(this.c.side, 'summary', text);
    slot(this.c.side, 'numbers').replaceChildren(...this.rows(r).map((row) => {
      const tr = document.createElement('tr');
      row.forEach((text, i) => { const cell = document.createElement(i ? 'td' : 'th'); if (!i) cell.scope = 'row'; cell.textContent = text; tr.append(cell); });
      return tr;
    }));
  }

  /** Every tenth mV: no Mg, with Mg, and with ketamine the least and the most that is left, in percent. */
  private rows(r: Result): string[][] {
    const { file } = this.lab;
    const p = (x: number): string => fixed(100 * x, 1);
    return file.v.flatMap((v, k) => (v % 10 === 0 ? [[fixed(v, 0), p(file.ampa[k]), p(r.plain[k]), p(r.strong[k]), p(r.weak[k])]] : []));
  }

  /** Words on the drawing keep their size: units of the drawing in a pixel. */
  private sized(): void {
    for (const svg of [this.now, this.before]) {
      const box = svg?.getBoundingClientRect();
      if (!svg || !box?.width) continue;
      const k = Math.max(svg.viewBox.baseVal.width / box.width, svg.viewBox.baseVal.height / box.height);
      svg.style.setProperty('--k', k.toFixed(3));
      svg.classList.toggle('tight', k * parseFloat(getComputedStyle(svg).getPropertyValue('--fs-1')) > TIGHT);
    }
  }

  // ---- what a person does

  private tool(name: string): HTMLInputElement { return this.c.tools!.querySelector<HTMLInputElement>(`[data-rc="${name}"]`)!; }
  private button(name: string): HTMLButtonElement { return this.c.layer.querySelector<HTMLButtonElement>(`[data-do="${name}"]`)!; }

  private wire(): void {
    const { bus } = this.c;
    addEventListener('neuroviz:look', () => { if (this.open) this.sized(); });
    /* What is shut in stays shut in while the gate does not move. */
    const keep = (): State => ({ step: this.state.step === 5 && !this.state.glu ? 5 : 0 });
    this.tool('v').addEventListener('input', (e) => bus.set({ v: Number((e.target as HTMLInputElement).value), ...keep() }, 'drag'));
    this.tool('mg').addEventListener('input', (e) => bus.set({ mg: Number((e.target as HTMLInputElement).value), ...keep() }, 'drag'));
    this.tool('ket').addEventListener('input', (e) => bus.set({ ket: this.lab.file.ket[Number((e.target as HTMLInputElement).value)], ...keep() }, 'drag'));
    this.tool('follow').addEventListener('change', (e) => bus.set({ ket: (e.target as HTMLInputElement).checked ? null : this.lab.file.ket[this.lab.index(this.setting.ket)], ...keep() }));
    this.tool('glu').addEventListener('change', (e) => {
      const glu = (e.target as HTMLInputElement).checked;
      const had = this.lab.result(this.setting).moment === 'enters';
      bus.set({ glu, step: !glu && had ? 5 : 0 });
    });
    this.c.side.addEventListener('click', (e) => {
      const step = (e.target as HTMLElement).closest<HTMLElement>('[data-step]');
      if (step) this.go(Number(step.dataset.step));
      if ((e.target as HTMLElement).closest('[data-do="rc-csv"]')) this.save();
    });
    this.button('step-back').addEventListener('click', () => this.by(-1));
    this.button('step-on').addEventListener('click', () => this.by(1));
    this.c.layer.addEventListener('keydown', (e) => this.keys(e));
    this.c.layer.addEventListener('focusin', (e) => this.point(partOf(e.target)));
    this.c.layer.addEventListener('pointerover', (e) => this.point(partOf(e.target) || this.part));
    this.c.layer.addEventListener('pointerout', (e) => { if (e.pointerType === 'mouse' && !partOf(e.relatedTarget)) this.point(partOf(document.activeElement)); });
    this.c.layer.addEventListener('click', (e) => this.point(partOf(e.target) || this.part));
    this.parts(this.now)[0].setAttribute('tabindex', '0');
  }

  private by(d: number): void {
    this.go(ORDER.indexOf(this.lab.result(this.setting).moment) + 1 + d);
    /* The list beside the picture goes along, where it stands there. */
    if (document.documentElement.dataset.layout === 'desk') this.c.side.querySelector('[data-step][aria-current]')?.closest('li')?.scrollIntoView({ block: 'nearest' });
  }

  private go(step: number): void {
    const to = this.lab.file.steps[step - 1];
    if (to) this.c.bus.set({ step, v: to.v, glu: to.glu, ket: to.ket, mg: 1 });
  }

  private parts(svg: SVGSVGElement): SVGGElement[] {
    const order = Object.keys(this.lab.file.parts);
    return [...svg.querySelectorAll<SVGGElement>('.part')].sort((a, b) => order.indexOf(a.dataset.part!) - order.indexOf(b.dataset.part!));
  }

  /** Arrows go from part to part; Escape lets go. */
  private keys(e: KeyboardEvent): void {
    const at = (e.target as Element).closest<SVGGElement>('.part');
    if (!at) return;
    const parts = this.parts(at.ownerSVGElement!);
    const here = parts.indexOf(at);
    const to: Record<string, number> = { ArrowRight: here + 1, ArrowDown: here + 1, ArrowLeft: here - 1, ArrowUp: here - 1, Home: 0, End: parts.length - 1 };
    if (e.key === 'Escape') { this.point(''); return; }
    if (!(e.key in to)) return;
    e.preventDefault();
    const next = parts[(to[e.key] + parts.length) % parts.length];
    at.setAttribute('tabindex', '-1');
    next.setAttribute('tabindex', '0');
    next.focus();
  }

  /** Name and sentence of a part, beside the picture. */
  private point(id: string): void {
    if (id === this.part) return;
    this.part = id;
    for (const el of this.c.layer.querySelectorAll<SVGGElement>('.part')) el.classList.toggle('is-on', el.dataset.part === id);
    const box = this.el('.rc-tip');
    box.hidden = !id;
    if (!id) return;
    const { name, says } = this.lab.file.parts[id];
    box.querySelector('b')!.textContent = name;
    box.querySelector('span')!.textContent = says;
  }

  private save(): void {
    const { panel } = this.lab.file.words;
    const head = [panel.voltage, panel.free, panel.with_mg, panel.least, panel.most];
    save('nmda-current.csv', sheet([head, ...this.rows(this.lab.result(this.setting))]), 'text/csv');
  }
}

/** Id of the part that something belongs to, '' for none. */
function partOf(at: EventTarget | null): string { return (at as Element | null)?.closest<SVGGElement>('.part')?.dataset.part ?? ''; }

/** A concentration with two significant digits, and none that are only zeros. */
function amount(x: number): string { return x < 0.005 ? '0' : String(Number(x.toPrecision(2))); }

const page = (window as unknown as { neuroviz: { addScale(id: string, make: (c: ScaleContext) => ScaleView): void } }).neuroviz;
page.addScale('receptor', (context) => new ReceptorView(context));
