/** Find a place by words or coordinate, see what each atlas calls it, and where atlases disagree. */
import { fill, fixed } from '../../config';
import { need, unpack, type Packed } from '../../files';
import type { Vec3 } from '../../picture';
import { slot } from '../../slots';
import type { BesideContext, BesideView, MakeBeside } from '../../beside';

interface Area { id: string; title: string; labels: Packed; names: string[]; plain: string[]; n7: string[]; hubs: { name: string; line: string; left: number; right: number }[] }
interface Points { id: string; title: string; names: string[]; plain: string[]; at: Vec3[] }
interface PlacesFile { areas: Area[]; points: Points[]; shares: number[]; compared: number }
interface Found { atlas: string; title: string; index: number; plain: string; name: string; hub?: string }

/** Results at most, and mm from the cortex beyond which a coordinate is not on it. */
const MOST = 14;
const NEAR = 8;
const plainly = (text: string): string => text.toLowerCase().normalize('NFD').replace(/[\u0300-\u036f]/g, '').replace(/[-−–_/]/g, ' ');
const h = <K extends keyof HTMLElementTagNameMap>(tag: K, ...inside: (string | Node)[]): HTMLElementTagNameMap[K] => { const el = document.createElement(tag); el.append(...inside); return el; };

class Atlases implements BesideView {
  private file!: PlacesFile;
  private labels = new Map<string, Int32Array>();
  private pial: { at: Int32Array; scale: number } | null = null;
  private input: HTMLInputElement;
  /** Whether the place is the coordinate of the address; else it is the chosen region. */
  private byPoint = false;

  constructor(private ctx: BesideContext) {
    const { host, bus } = ctx;
    this.input = host.querySelector('input[type="search"]')!;
    this.input.addEventListener('input', () => void this.search());
    host.addEventListener('keydown', (e) => this.keys(e));
    host.querySelector('[data-slot="results"]')!.addEventListener('click', (e) => this.take((e.target as HTMLElement).closest<HTMLElement>('button')));
    host.querySelector('[data-slot="calls"]')!.addEventListener('click', (e) => this.take((e.target as HTMLElement).closest<HTMLElement>('button')));
    for (const list of host.querySelectorAll('[data-slot="results"], [data-slot="calls"]')) {
      const at = (e: Event): void => { const b = (e.target as HTMLElement).closest<HTMLElement>('button'); ctx.point(b && b.dataset.atlas === ctx.now().atlas.file.id ? [Number(b.dataset.index)] : []); };
      list.addEventListener('pointerover', at);
      list.addEventListener('focusin', at);
      list.addEventListener('pointerleave', () => ctx.point([]));
    }
    host.querySelector('[data-agree]')!.addEventListener('change', (e) => bus.set({ map: (e.target as HTMLInputElement).checked ? 'agree' : 'none' }));
    for (const box of host.querySelectorAll<HTMLInputElement>('[data-points]')) box.addEventListener('change', () => {
      const on = [...host.querySelectorAll<HTMLInputElement>('[data-points]:checked')].map((b) => b.dataset.points).join('');
      bus.set({ points: on || 'none' });
    });
  }

  async enter(): Promise<void> {
    this.file ??= await need<PlacesFile>('places');
    this.byPoint = Boolean(this.ctx.bus.state.mni);
    await this.show();
  }
  leave(): void { /* nothing moves */ }
  follow(changed: Set<string>): void {
    if (!this.file) return;
    if (changed.has('mni')) this.byPoint = Boolean(this.ctx.bus.state.mni);
    else if (changed.has('parcel') || changed.has('atlas')) this.byPoint = false;
    void this.show();
  }

  private labelsOf(area: Area): Int32Array {
    if (!this.labels.has(area.id)) this.labels.set(area.id, unpack(area.labels));
    return this.labels.get(area.id)!;
  }
  private slot(name: string): HTMLElement { return slot(this.ctx.host, name); }

  // ---- search

  /** From the field Enter takes the first place found; arrows go through the list and back. */
  private keys(e: KeyboardEvent): void {
    if (e.shiftKey || e.altKey || e.ctrlKey || e.metaKey || e.isComposing) return;
    const all = [this.input, ...this.slot('results').querySelectorAll('button')];
    const at = all.indexOf(e.target as HTMLInputElement);
    if (at < 0 || all.length < 2) return;
    if (e.key === 'Enter' && !at) this.take(all[1]);
    else if (e.key === 'ArrowDown' || e.key === 'ArrowUp') all[at + (e.key === 'ArrowDown' ? 1 : -1)]?.focus();
    else return; /* Enter on a place is its click */
    e.preventDefault();
  }

  private async search(): Promise<void> {
    const text = this.input.value.trim();
    const words = this.ctx.words.atlases;
    const point = coordinate(text);
    this.slot('results').replaceChildren();
    this.slot('count').textContent = '';
    if (point) { this.ctx.bus.set({ mni: point.map(Math.round).join(',') }); return; }
    if (text.length < 2) return;
    const found = this.find(plainly(text).split(/\s+/).filter(Boolean));
    this.slot('count').textContent = !found.length ? words.none : found.length > MOST ? fill(words.too_many, { most: MOST, n: found.length }) : fill(found.length === 1 ? words.found_one : words.found_other, { n: found.length });
    this.slot('results').replaceChildren(...found.slice(0, MOST).map((f) => h('li', this.button(f, f.hub ? `${f.title} · ${f.hub}` : f.title))));
  }

  /** Places whose plain or atlas name holds all of the words; those of the atlas on screen come first. */
  private find(wanted: string[]): Found[] {
    const now = this.ctx.now().atlas.file.id;
    const all: Found[] = [...this.file.areas, ...this.file.points].flatMap(({ id, title, names, plain }) =>
      names.map((name, k) => ({ atlas: id, title, index: k + 1, plain: plain[k], name })));
    const hubs = this.hubs(wanted, now);
    const known = new Set(hubs.map((f) => f.index));
    return [...hubs, ...all.filter((f) => f.atlas !== now || !known.has(f.index))
      .filter((f) => { const text = `${plainly(f.plain)} ${plainly(f.name)} ${f.name.toLowerCase()}`; return wanted.every((w) => text.includes(w)); })
      .sort((a, b) => Number(b.atlas === now) - Number(a.atlas === now))];
  }

  /** Hubs of the default network by their own names: what most people mean by them. */
  private hubs(wanted: string[], now: string): Found[] {
    const area = this.file.areas.find((a) => a.id === now);
    return (area?.hubs ?? []).filter((hub) => wanted.every((w) => plainly(hub.name).includes(w))).flatMap((hub) =>
      [hub.left, hub.right].filter(Boolean).map((index) => ({ atlas: now, title: area!.title, index, plain: area!.plain[index - 1], name: area!.names[index - 1], hub: hub.line })));
  }

  private button(f: Found, line: string): HTMLButtonElement {
    const b = h('button', h('b', f.plain), h('small', `${f.name} · ${line}`));
    b.type = 'button';
    b.dataset.atlas = f.atlas;
    b.dataset.index = String(f.index);
    return b;
  }

  private take(button: HTMLElement | null): void {
    if (!button) return;
    const { atlas, index } = button.dataset;
    const other = atlas !== this.ctx.now().atlas.file.id;
    this.ctx.bus.set({ parcel: Number(index), mni: null, ...(other ? { atlas, r: null, isolate: false, block: null } : {}) });
  }

  // ---- what each atlas calls it

  private async show(): Promise<void> {
    const { state } = this.ctx.now();
    this.ctx.host.querySelector<HTMLInputElement>('[data-agree]')!.checked = state.map === 'agree';
    for (const box of this.ctx.host.querySelectorAll<HTMLInputElement>('[data-points]')) box.checked = String(state.points).includes(box.dataset.points!);
    const words = this.ctx.words.atlases;
    this.slot('shares').replaceChildren(...this.file.shares.map((share, k) => {
      const li = h('li', fill(k ? words.agree_share_other : words.agree_share_one, { n: k + 1, share: fixed(100 * share, 1) }));
      li.style.setProperty('--c', `var(--agree-${k + 1})`);
      return li;
    }));
    if (this.byPoint && state.mni) await this.atPoint(String(state.mni).split(',').map(Number) as Vec3);
    else this.atRegion();
  }

  private async atPoint(at: Vec3): Promise<void> {
    if (!this.pial) { const file = await need<{ pial: Packed; scale: number }>('cortex'); this.pial = { at: unpack(file.pial), scale: file.scale }; }
    const { vertex, mm } = nearest(at, this.pial.at, this.pial.scale);
    const values = { x: fixed(at[0], 0), y: fixed(at[1], 0), z: fixed(at[2], 0), mm: fixed(mm, 1) };
    const words = this.ctx.words.atlases;
    this.slot('here').textContent = fill(mm > NEAR ? words.far : words.here_point, values);
    if (mm > NEAR) { this.slot('calls').replaceChildren(); this.slot('default-of').textContent = ''; return; }
    this.list(this.file.areas.map((area) => [{ label: this.labelsOf(area)[vertex], share: null }]));
  }

  private atRegion(): void {
    const { atlas, state } = this.ctx.now();
    const words = this.ctx.words.atlases;
    const chosen = Number(state.parcel);
    const own = this.file.areas.find((a) => a.id === atlas.file.id);
    const point = this.file.points.find((p) => p.id === atlas.file.id);
    if (chosen && point) { this.byPoint = true; void this.atPoint(point.at[chosen - 1]); return; }
    if (!chosen || !own) { this.slot('here').textContent = words.nowhere; this.slot('calls').replaceChildren(); this.slot('default-of').textContent = ''; return; }
    this.slot('here').textContent = atlas.parcel(chosen).plain;
    const mine = this.labelsOf(own);
    this.list(this.file.areas.map((area) => {
      if (area === own) return [{ label: chosen, share: null }];
      const labels = this.labelsOf(area);
      const counts = new Map<number, number>();
      let n = 0;
      for (let v = 0; v < mine.length; v++) if (mine[v] === chosen) { n++; counts.set(labels[v], (counts.get(labels[v]) ?? 0) + 1); }
      return [...counts].sort((a, b) => b[1] - a[1]).filter(([, c], k) => k === 0 || c / n >= 0.2).slice(0, 3).map(([label, c]) => ({ label, share: c / n }));
    }));
  }

  /** One entry for each atlas: what it calls the place, largest share first. */
  private list(calls: { label: number; share: number | null }[][]): void {
    const words = this.ctx.words.atlases;
    this.slot('calls').replaceChildren(...calls.map((list, k) => {
      const area = this.file.areas[k];
      const rows = list.map(({ label, share }) => {
        const part = share === null ? '' : fill(words.covers, { share: fixed(100 * share, 0) });
        if (!label) return h('span', `${words.wall} ${part}`);
        const b = this.button({ atlas: area.id, title: area.title, index: label, plain: area.plain[label - 1], name: area.names[label - 1] }, part);
        b.querySelector('small')!.textContent = [area.names[label - 1], part].filter(Boolean).join(' · ');
        return b;
      });
      return h('li', h('em', area.title), ...rows);
    }));
    const shipped = calls.slice(0, this.file.compared);
    const n = shipped.filter((list, k) => this.file.areas[k].n7[list[0].label - 1] === 'Default').length;
    this.slot('default-of').textContent = fill(words.default_of, { n, all: shipped.length });
  }
}

/** Three numbers, however they are written, or null. */
export function coordinate(text: string): Vec3 | null {
  const found = /^\(?\s*([-−–+]?\s?\d{1,3}(?:\.\d+)?)[\s,;]+([-−–+]?\s?\d{1,3}(?:\.\d+)?)[\s,;]+([-−–+]?\s?\d{1,3}(?:\.\d+)?)\s*\)?$/.exec(text);
  return found ? (found.slice(1).map((s) => Number(s.replace(/[−–]/, '-').replace(/\s/g, ''))) as Vec3) : null;
}

/** The vertex nearest to a place, and how far it is (mm). */
function nearest(at: Vec3, vertices: Int32Array, scale: number): { vertex: number; mm: number } {
  let vertex = 0;
  let least = Infinity;
  for (let v = 0, k = 0; k < vertices.length; v++, k += 3) {
    const d = (vertices[k] * scale - at[0]) ** 2 + (vertices[k + 1] * scale - at[1]) ** 2 + (vertices[k + 2] * scale - at[2]) ** 2;
    if (d < least) { least = d; vertex = v; }
  }
  return { vertex, mm: Math.sqrt(least) };
}

const make: MakeBeside = (context) => new Atlases(context);
(window as unknown as { neuroviz: { addBeside(id: string, make: MakeBeside): void } }).neuroviz.addBeside('atlases', make);
