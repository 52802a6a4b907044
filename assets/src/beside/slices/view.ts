/** Slices through the head beside the brain: one crosshair, three slices, and what is there. It follows the state and changes two keys of it:
 *  the place (`mni`) and the chosen region (`parcel`). */
import type { BesideContext, BesideView } from '../../beside';
import { config, fill, fixed } from '../../config';
import { need, type Packed } from '../../files';
import { landmarks, type Landmark } from '../../landmarks';
import { look, makePicture, type Atlas } from '../../network';
import type { Picture, Vec3 } from '../../picture';
import { slot } from '../../slots';
import type { State } from '../../state';
import { cut, within, type Loop } from './contour';
import { PlaneView, type Overlay, type Spot, type Tint } from './plane';
import { Head, nearest, type HeadFile, type PlaneName } from './volume';

interface SlicesFile extends HeadFile {
  tissues: string[];
  start: Vec3;
  html: string;
  words: Record<string, string> & Record<'planes' | 'axes' | 'letters' | 'said', Record<string, string>>;
}

/** ms of rest before the place is spoken and descriptions follow. */
const REST = 350;
/** mm within which a point of a coordinate atlas is meant, and within which it is drawn in a slice. */
const REACH = 6;
const THICK = 4;
/** Most names in a spoken list. */
const MOST = 5;
const NAMES: PlaneName[] = ['coronal', 'sagittal', 'axial'];

export class Slices implements BesideView {
  private file!: SlicesFile;
  private head!: Head;
  private planes: PlaneView[] = [];
  private at: Vec3 | null = null;
  private atlas!: Atlas;
  private picture!: Picture;
  /** Region at each voxel; null for an atlas of points. */
  private labels: Uint16Array | null = null;
  private deep: Landmark[] = [];
  private overlay: Overlay | null = null;
  private overlayKey = '';
  private frame = 0;
  private speaking = 0;
  private describing = 0;
  private shown = false;

  constructor(private ctx: BesideContext) {}

  // ---- what the frame asks for

  async enter(): Promise<void> {
    if (!this.file) {
      const [file, deep] = await Promise.all([need<SlicesFile>('slices'), landmarks()]);
      this.deep = deep;
      this.build(file);
    }
    this.shown = true;
    await this.take(new Set());
    if (this.at) this.paint();
  }

  leave(): void {
    this.shown = false;
    cancelAnimationFrame(this.frame);
    this.frame = 0;
    clearTimeout(this.speaking);
  }

  follow(changed: Set<string>): void { if (this.shown) void this.take(changed); }

  fit(): void {
    if (!this.shown) return;
    for (const plane of this.planes) plane.repaint();
    this.draw();
  }

  private build(file: SlicesFile): void {
    const { host, bus } = this.ctx;
    this.file = file;
    this.head = new Head(file);
    host.querySelector('.room')!.innerHTML = file.html;
    this.planes = NAMES.map((name) => new PlaneView(host.querySelector<HTMLElement>(`[data-plane="${name}"] .slice-picture`)!, name, this.head, {
      moved: (at, choose, dragging) => this.move(at, choose, dragging),
      over: (at) => { const i = at ? this.parcelAt(at) : 0; this.ctx.point(i ? [i] : []); },
    }));
    for (const input of host.querySelectorAll<HTMLInputElement>('[data-sides]')) input.addEventListener('change', () => bus.set({ sides: input.dataset.sides }));
  }

  /** Take over the state; the labels of another atlas are loaded first. */
  private async take(changed: Set<string>): Promise<void> {
    const { atlas } = this.ctx.now();
    if (atlas !== this.atlas) {
      const points = atlas.file.kind === 'points';
      const file = points ? null : await need<{ labels: Packed }>(`slices/${atlas.file.id}`);
      if (this.ctx.now().atlas !== atlas) return; /* another one came in between */
      this.labels = file && this.head.labels(file.labels);
      this.atlas = atlas;
      this.overlay = null;
    }
    this.place(changed);
    this.draw();
  }

  private get state(): State { return this.ctx.now().state; }

  // ---- the crosshair

  /** Where the crosshair belongs: where the address says; in a region that was chosen elsewhere; at first in one that is chosen already. */
  private place(changed: Set<string>): void {
    const chosen = Number(this.state.parcel);
    const first = !this.at;
    if (this.state.mni) this.at = this.head.inside(String(this.state.mni).split(',').map(Number) as Vec3);
    else if (first) this.at = chosen ? this.middle(chosen) : this.file.start;
    const elsewhere = changed.has('parcel') || changed.has('atlas') || (!first && this.wasChosen !== chosen);
    this.wasChosen = chosen;
    if (elsewhere && chosen && this.parcelAt(this.at!) !== chosen) {
      this.at = this.middle(chosen);
      this.ctx.bus.set({ mni: this.at.join(',') }, 'drag');
    }
  }
  private wasChosen = 0;

  /** A place inside a region: the voxel of it that is nearest to its centre, or the point itself. */
  private middle(index: number): Vec3 {
    const p = this.atlas.parcel(index);
    const centre = p.mni ?? p.at;
    const voxel = this.labels ? nearest(this.head, this.labels, index, centre) : -1;
    return this.head.inside(voxel < 0 ? centre : this.head.place(voxel));
  }

  private move(at: Vec3, choose: boolean, dragging: boolean): void {
    this.at = at;
    const wish: Record<string, unknown> = { mni: at.join(',') };
    const parcel = this.parcelAt(at);
    if (choose && parcel !== Number(this.state.parcel)) Object.assign(wish, { parcel, isolate: false });
    this.ctx.bus.set(wish, choose ? 'move' : 'drag');
    if (!dragging) this.speak();
    this.draw();
  }

  /** Region at a place, 0 for none. */
  private parcelAt(at: Vec3): number {
    if (this.labels) {
      const v = this.head.voxel(at);
      return v < 0 ? 0 : this.labels[v];
    }
    let best = 0;
    let d = REACH;
    for (const p of this.atlas.file.parcels) {
      const e = Math.hypot(p.at[0] - at[0], p.at[1] - at[1], p.at[2] - at[2]);
      if (e < d) { d = e; best = p.i; }
    }
    return best;
  }

  // ---- drawing

  private draw(): void {
    if (!this.at) return; /* the first labels are still on their way */
    for (const plane of this.planes) plane.at = this.at;
    if (this.shown && !this.frame) this.frame = requestAnimationFrame(() => { this.frame = 0; this.paint(); });
  }

  private paint(): void {
    const at = this.at!;
    const flipped = this.state.sides === 'radiological';
    this.picture = makePicture(this.atlas, this.state).picture;
    const { nodes, selected, territoryKey } = this.picture;
    this.colours();
    const spots = this.labels ? [] : nodes.map((n, k): Spot => ({ at: n.at, token: n.colour, chosen: k === selected }));
    for (const plane of this.planes) {
      const { cuts } = plane.plane;
      plane.show(this.overlay, spots, () => this.loops(cuts), flipped, `${territoryKey} ${selected}`);
      this.slot('mm', plane.box.parentElement!).textContent = this.tell('slice', { axis: this.file.words.axes[plane.name], mm: fixed(at[cuts], 0) });
    }
    this.slot('place').textContent = this.tell('place', this.coordinate());
    this.slot('what').textContent = this.what();
    this.reflect(flipped);
    this.describe();
  }

  private slot(name: string, root: Element = this.ctx.host): HTMLElement { return slot(root, name); }

  private loops(axis: 0 | 1 | 2): Loop[][] { return this.deep.map((l) => cut(l, axis, this.at![axis])).filter((loops) => loops.length); }

  /** The territories of the picture as groups of labels, one for each colour; the chosen region is one of its own. */
  private colours(): void {
    if (!this.labels) { this.overlay = null; return; }
    const chosen = Number(this.state.parcel);
    const { territory, territoryKey } = this.picture;
    const key = `${territoryKey} ${chosen}`;
    if (key === this.overlayKey && this.overlay) return;
    this.overlayKey = key;
    const tints: Tint[] = [...new Set(territory.filter(Boolean))].map((token) => ({ token, chosen: false }));
    const group = new Int8Array(this.atlas.count + 1).fill(-1);
    territory.forEach((token, i) => { if (token) group[i] = tints.findIndex((t) => t.token === token); });
    if (chosen) {
      group[chosen] = tints.length;
      tints.push({ token: territory[chosen] || look(this.atlas.parcel(chosen), this.state, this.atlas.parted).colour, chosen: true });
    }
    this.overlay = { labels: this.labels, group, tints };
  }

  /** Choice, letters and sentence of the convention. */
  private reflect(flipped: boolean): void {
    const { letters, said } = this.file.words;
    for (const input of this.ctx.host.querySelectorAll<HTMLInputElement>('[data-sides]')) input.checked = (input.dataset.sides === 'radiological') === flipped;
    this.slot('said').textContent = said[flipped ? 'radiological' : 'neurological'];
    const across = flipped ? [letters.right, letters.left] : [letters.left, letters.right];
    const sides: Record<PlaneName, string[]> = {
      coronal: [...across, letters.top, letters.bottom],
      axial: [...across, letters.front, letters.back],
      sagittal: [letters.back, letters.front, letters.top, letters.bottom],
    };
    for (const { box, name } of this.planes) {
      ['left', 'right', 'top', 'bottom'].forEach((side, k) => {
        const el = box.querySelector<HTMLElement>(`.letter.${side}`)!;
        el.textContent = sides[name][k];
        el.classList.toggle('is-left', sides[name][k] === letters.left);
      });
    }
    this.slot('basis').textContent = this.tell(this.labels ? 'basis' : 'basis_points', { atlas: this.atlas.file.title });
  }

  // ---- words

  private tell(key: string, values: Record<string, string | number> = {}): string { return fill(this.file.words[key], values); }

  private coordinate(): Record<'x' | 'y' | 'z', string> {
    const [x, y, z] = this.at!.map((k) => fixed(k, 0));
    return { x, y, z };
  }

  /** What is at the crosshair: a landmark, a region; where there is neither, the tissue. */
  private what(): string {
    const at = this.at!;
    const found = this.deep.filter((l) => within(cut(l, 2, at[2]), at[0], at[1])).map((l) => this.tell('landmark', { name: l.name }));
    const parcel = this.parcelAt(at);
    if (parcel) {
      const p = this.atlas.parcel(parcel);
      const name = this.tell('region', { name: p.plain, network: config.networks[p.n7]?.name ?? p.n7 });
      found.push(parcel === Number(this.state.parcel) ? this.tell('chosen', { name }) : name);
    }
    const voxel = this.head.voxel(at);
    if (!found.length) found.push(this.file.tissues[voxel < 0 ? 0 : this.head.tissue[voxel]]);
    return found.join('; ');
  }

  private speak(): void {
    clearTimeout(this.speaking);
    this.speaking = window.setTimeout(() => this.ctx.announce(this.tell('spoken', { ...this.coordinate(), what: this.what() })), REST);
  }

  /** Descriptions of the slices and their table, once the hand rests. */
  private describe(): void {
    clearTimeout(this.describing);
    this.describing = window.setTimeout(() => {
      for (const plane of this.planes) {
        const { planes, axes } = this.file.words;
        const names = this.cuts(plane);
        const few = names.length > MOST ? this.tell('more', { names: names.slice(0, MOST).join(', '), n: names.length - MOST }) : names.join(', ');
        const values = { plane: planes[plane.name], axis: axes[plane.name], mm: fixed(this.at![plane.plane.cuts], 0), cuts: few || this.tell('cuts_nothing'), ...this.coordinate() };
        plane.box.setAttribute('aria-label', this.tell('picture', values));
        this.ctx.host.querySelector(`[data-cuts="${plane.name}"]`)!.textContent = names.join(', ') || this.tell('cuts_nothing');
      }
    }, REST / 2);
  }

  /** Regions shown that a slice cuts, the widest first, and landmarks. */
  private cuts({ plane }: PlaneView): string[] {
    const mm = this.at![plane.cuts];
    const deep = this.deep.filter((l) => cut(l, plane.cuts, mm).length).map((l) => l.name);
    if (!this.labels) return [...this.picture.nodes.filter((n) => Math.abs(n.at[plane.cuts] - mm) <= THICK).map((n) => this.atlas.parcel(n.index).plain), ...deep];
    const { group } = this.overlay!;
    const wide = [...this.head.cut(plane, mm, this.labels)].filter(([label]) => group[label] >= 0).sort((a, b) => b[1] - a[1]);
    return [...wide.map(([label]) => this.atlas.parcel(label).plain), ...deep];
  }
}
