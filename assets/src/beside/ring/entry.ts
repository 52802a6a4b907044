/** The ring beside the brain: segments made in Python, links drawn here between their ends. */
import { config, fill } from '../../config';
import { need } from '../../files';
import { rToken, weight } from '../../network';
import { put } from '../../slots';
import type { BesideContext, BesideView, MakeBeside } from '../../beside';
import { Blocks, drawnNow, measured, readout, showKey, type Group } from '../parts';

interface ShowRing { svg: string; groups: Group[] }
interface RingFile { shows: Record<string, ShowRing> }
const SVG = 'http://www.w3.org/2000/svg';

class Ring implements BesideView {
  private file!: RingFile;
  private plot: HTMLElement;
  private words: HTMLElement;
  private blocks: Blocks;
  private drawnAs = '';
  private chords = new Map<string, SVGPathElement>();
  private segments = new Map<number, SVGPathElement>();
  private kept: number[] = [];

  constructor(private ctx: BesideContext) {
    this.plot = ctx.host.querySelector('.beside-plot')!;
    this.words = ctx.host.querySelector('[data-slot="readout"]')!;
    this.words.dataset.hint = this.words.textContent!;
    this.blocks = new Blocks(ctx);
    this.listen();
  }

  async enter(): Promise<void> {
    if (!measured(this.ctx)) return;
    this.file = await need<RingFile>(`ring/${this.ctx.now().atlas.file.id}`);
    this.draw();
  }
  leave(): void { this.kept = []; }
  follow(changed: Set<string>): void {
    if (changed.has('atlas')) { this.drawnAs = ''; void this.enter(); return; }
    if (!this.file || !measured(this.ctx)) return;
    if (changed.size === 1 && changed.has('t') && this.drawnAs) { this.links(); drawnNow(this.ctx); }
    else this.draw();
  }

  // ---- the picture

  private get show(): ShowRing { const { state, atlas } = this.ctx.now(); return this.file.shows[String(state.show)] ?? this.file.shows[Object.keys(atlas.file.shows)[0]]; }

  private draw(): void {
    const { atlas, state } = this.ctx.now();
    const key = `${atlas.file.id} ${state.show}`;
    if (key !== this.drawnAs) { this.drawnAs = key; this.frame(); }
    this.links();
    this.tell();
  }

  private frame(): void {
    this.plot.innerHTML = this.show.svg;
    this.chords.clear();
    const svg = this.plot.querySelector('svg')!;
    const list = svg.querySelector('.segments')!;
    svg.removeAttribute('aria-hidden');
    svg.setAttribute('role', 'group');
    svg.setAttribute('aria-label', this.ctx.words.ring.title);
    list.setAttribute('role', 'listbox');
    list.setAttribute('aria-label', this.ctx.words.ring.list);
    this.segments = new Map([...list.querySelectorAll<SVGPathElement>('[data-parcel]')].map((el) => [Number(el.dataset.parcel), el]));
    [...this.segments.values()].forEach((el, k) => { el.setAttribute('role', 'option'); el.tabIndex = k ? -1 : 0; });
    const groups = this.ctx.host.querySelector('[data-slot="groups"]')!;
    groups.replaceChildren(...this.show.groups.map((g) => {
      const el = document.createElement('span');
      el.textContent = g.name;
      el.style.setProperty('--c', `var(${g.token})`);
      return el;
    }));
  }

  private end(parcel: number): [number, number] | null {
    const el = this.segments.get(parcel);
    return el ? [Number(el.dataset.x), Number(el.dataset.y)] : null;
  }

  /** A link that stays keeps its path; only its attributes change. */
  private links(): void {
    const { pairs, edge, state } = this.ctx.now();
    const difference = state.compare === 'difference';
    const layer = this.plot.querySelector('.chords')!;
    const fresh = new Map<string, SVGPathElement>();
    for (const { a, b, r } of pairs.slice(0, config.limits.links)) {
      const [from, to] = [this.end(a), this.end(b)];
      if (!from || !to) continue;
      const key = `${a}-${b}`;
      let path = this.chords.get(key);
      if (!path) {
        path = document.createElementNS(SVG, 'path');
        path.setAttribute('d', `M${from[0]} ${from[1]}Q0 0 ${to[0]} ${to[1]}`);
        path.dataset.link = key;
      }
      const at = edge({ a, b, r });
      const shown = at ? at.now : r;
      const colour = !at || (at.kind === 'same' && !difference) ? rToken(shown) : at.kind === 'same' ? '--edge-same' : at.kind === 'stronger' ? '--increase' : '--decrease';
      const wide = difference && at ? Math.min(1, Math.abs(at.delta) * 2) : weight(shown);
      path.setAttribute('style', `--w:${wide.toFixed(2)};--c:var(${colour})`);
      path.classList.toggle('weaker', at?.kind === 'weaker');
      path.classList.toggle('idle', difference && (!at || at.kind === 'same'));
      fresh.set(key, path);
    }
    /* The strongest lie on top. */
    if ([...fresh.keys()].join() !== [...this.chords.keys()].join()) layer.replaceChildren(...[...fresh.values()].reverse());
    this.chords = fresh;
    layer.classList.toggle('crowd', fresh.size > 300);
  }

  private tell(): void {
    const { atlas, pairs, basis, state } = this.ctx.now();
    const count = new Map<number, number>();
    for (const { a, b } of pairs) for (const i of [a, b]) count.set(i, (count.get(i) ?? 0) + 1);
    const chosen = Number(state.parcel);
    const names = new Map(this.show.groups.map((g) => [g.id, g.name]));
    const { ring } = this.ctx.words;
    for (const [i, el] of this.segments) {
      const n = count.get(i) ?? 0;
      el.setAttribute('aria-label', fill(n === 1 ? ring.segment_one : ring.segment_other, { name: atlas.parcel(i).plain, group: names.get(el.dataset.group!) ?? '', n }));
      el.setAttribute('aria-selected', String(i === chosen));
    }
    this.blocks.show(this.show.groups, this.ctx.now(), (k) => {
      const group = this.show.groups[k].id;
      return atlas.group(Number([...this.segments.values()].find((el) => el.dataset.group === group)!.dataset.parcel), state);
    });
    drawnNow(this.ctx);
    showKey(this.ctx.host, pairs.map((p) => p.r));
    const [most] = [...count].sort((x, y) => y[1] - x[1]);
    put(this.ctx.host, 'basis', basis);
    put(this.ctx.host, 'summary', fill(ring.summary, { n: this.segments.size, links: pairs.length, name: most ? atlas.parcel(most[0]).plain : '–', most: most?.[1] ?? 0 }));
    this.point(this.kept.length ? this.kept : chosen ? [chosen] : []);
  }

  // ---- pointing

  point(parcels: number[]): void {
    const chosen = Number(this.ctx.now().state.parcel);
    const held = parcels.length ? parcels : chosen ? [chosen] : [];
    const svg = this.plot.querySelector('svg');
    if (!svg) return;
    const link = held.length === 2 ? [`${held[0]}-${held[1]}`, `${held[1]}-${held[0]}`] : null;
    for (const [key, path] of this.chords) path.classList.toggle('on', link ? link.includes(key) : held.length === 1 && key.split('-').includes(String(held[0])));
    const partners = new Set(held);
    if (held.length === 1) for (const key of this.chords.keys()) { const [a, b] = key.split('-').map(Number); if (a === held[0]) partners.add(b); if (b === held[0]) partners.add(a); }
    for (const [i, el] of this.segments) { el.classList.toggle('on', partners.has(i)); el.classList.toggle('is', held.includes(i)); }
    svg.classList.toggle('pointing', held.length > 0);
    this.extra(held);
    this.words.textContent = readout(this.ctx, parcels) || this.words.dataset.hint!;
  }

  /** A pair that is pointed at elsewhere and is not on the ring. */
  private extra(held: number[]): void {
    const layer = this.plot.querySelector('.lit')!;
    const known = held.length !== 2 || this.chords.has(`${held[0]}-${held[1]}`) || this.chords.has(`${held[1]}-${held[0]}`);
    const [from, to] = held.map((i) => this.end(i));
    if (known || !from || !to) { layer.replaceChildren(); return; }
    const path = document.createElementNS(SVG, 'path');
    path.setAttribute('d', `M${from[0]} ${from[1]}Q0 0 ${to[0]} ${to[1]}`);
    layer.replaceChildren(path);
  }

  private under(e: Event): number[] {
    const el = e.target as SVGElement;
    if (el.dataset?.parcel) return [Number(el.dataset.parcel)];
    return el.dataset?.link ? el.dataset.link.split('-').map(Number) : [];
  }

  private listen(): void {
    const { plot } = this;
    plot.addEventListener('pointerover', (e) => { if (e.pointerType !== 'touch') this.ctx.point(this.under(e).length ? this.under(e) : this.kept); });
    plot.addEventListener('pointerleave', () => this.ctx.point(this.kept));
    plot.addEventListener('click', (e) => {
      const found = this.under(e);
      if (found.length === 1) this.ctx.choose(found[0]);
      this.kept = found.length === 2 && this.kept.join() !== found.join() ? found : [];
      this.ctx.point(this.kept);
    });
    plot.addEventListener('focusin', (e) => { const found = this.under(e); if (found.length) { this.rove(found[0]); this.ctx.point(found); } });
    plot.addEventListener('focusout', () => this.ctx.point(this.kept));
    plot.addEventListener('keydown', (e) => this.keys(e));
  }

  private rove(parcel: number): void { for (const [i, el] of this.segments) el.tabIndex = i === parcel ? 0 : -1; }

  private keys(e: KeyboardEvent): void {
    if (e.shiftKey || e.altKey || e.ctrlKey || e.metaKey) return;
    const all = [...this.segments.keys()];
    const at = all.indexOf(this.under(e)[0]);
    if (at < 0) return;
    const to = { ArrowDown: at + 1, ArrowRight: at + 1, ArrowUp: at - 1, ArrowLeft: at - 1, Home: 0, End: all.length - 1 }[e.key];
    if (to !== undefined) {
      e.preventDefault();
      this.segments.get(all[(to + all.length) % all.length])!.focus({ preventScroll: true });
    } else if (e.key === 'Enter' || e.key === ' ') {
      e.preventDefault();
      this.ctx.choose(all[at]);
    }
  }
}

const make: MakeBeside = (context) => new Ring(context);
(window as unknown as { neuroviz: { addBeside(id: string, make: MakeBeside): void } }).neuroviz.addBeside('ring', make);
