/** The deep landmarks on the stage: solids in the glass brain, a list of them for the keyboard, and the name of the one that is meant. */
import { axesOf } from '../camera';
import { fill, fixed } from '../config';
import { need } from '../files';
import { landmarks, solid, type DeepFile, type Landmark } from '../landmarks';
import { ParcelList } from '../listbox';
import type { Solid, Vec3, ViewName } from '../picture';
import type { Spot } from '../tiers';
import { drawSolids } from './drawn';

/** What the landmarks need of the stage. */
export interface DeepStage {
  layer: HTMLElement;
  placeAt(at: Vec3): Spot;
  setDeep(solids: Solid[]): void;
  pointDeep(index: number): void;
  /** The standard viewpoint of the drawn picture; null while the 3-D one is up. */
  drawn(): ViewName | null;
  /** A landmark is meant: go there. */
  chosen(at: Vec3): void;
}

export type MakeDeep = (stage: DeepStage) => Promise<DeepView>;

interface Item extends Landmark { i: number; solid: Solid; reach: number }

export class DeepView {
  private list: ParcelList<Item>;
  private tip: HTMLElement;
  private box: HTMLElement;
  private canvas: HTMLCanvasElement;
  private on = false;
  private pointed = -1;

  private constructor(private stage: DeepStage, private items: Item[], private words: Record<string, string>) {
    const { layer } = stage;
    this.box = layer.querySelector<HTMLElement>('.deeps')!;
    this.tip = layer.querySelector<HTMLElement>('.deep-tip')!;
    /* Under the drawn glass, and only there. */
    const under = Object.assign(document.createElement('div'), { className: 'deep-drawn', ariaHidden: 'true' });
    this.canvas = document.createElement('canvas');
    under.append(this.canvas);
    layer.querySelector('.tier-drawn')!.before(under);
    this.list = new ParcelList<Item>(this.box, (item) => this.told(item), {
      focused: (i) => this.point(i - 1),
      chosen: (i) => stage.chosen(items[i - 1].at),
      left: () => this.point(-1),
    });
    this.list.fill(items, 0);
    addEventListener('neuroviz:look', () => requestAnimationFrame(() => this.arrange()));
  }

  static async make(stage: DeepStage): Promise<DeepView> {
    const [found, file] = await Promise.all([landmarks(), need<DeepFile>('deep')]);
    const items = found.map((l, k): Item => {
      const own = solid(l);
      let reach = 0;
      for (let v = 0; v < own.vertices.length; v += 3) reach = Math.max(reach, Math.hypot(own.vertices[v] - l.at[0], own.vertices[v + 1] - l.at[1], own.vertices[v + 2] - l.at[2]));
      return { ...l, i: k + 1, solid: own, reach };
    });
    return new DeepView(stage, items, file.words);
  }

  show(on: boolean): void {
    if (on === this.on) return;
    this.on = on;
    this.box.hidden = !on;
    this.stage.layer.toggleAttribute('data-deep', on);
    this.stage.setDeep(on ? this.items.map((item) => item.solid) : []);
    this.point(-1);
    this.arrange();
  }

  /** After a frame: the options on their solids, the tip beside the one meant, and the drawing where there is no 3-D. */
  arrange(): void {
    if (this.on) this.list.place((i) => this.stage.placeAt(this.items[i - 1].at));
    this.placeTip();
    const { clientWidth: w } = this.canvas;
    /* Two drawn panes are too small for them. */
    const view = this.on && this.stage.layer.dataset.panes !== 'beside' ? this.stage.drawn() : null;
    if (!view || !w) { this.canvas.width = 0; return; }
    const { back } = axesOf(view);
    const depth = (at: Vec3): number => at[0] * back[0] + at[1] * back[1] + at[2] * back[2];
    const order = this.items.filter((item) => this.stage.placeAt(item.at).shown).sort((a, b) => depth(a.at) - depth(b.at));
    drawSolids(this.canvas, order.map((item) => ({ solid: item.solid, lit: item.i - 1 === this.pointed })), (at) => this.stage.placeAt(at), back);
  }

  /** The landmark under a place of the layer, -1 for none: the nearest to the eye is not known, so the smallest is meant. */
  under(x: number, y: number): number {
    if (!this.on) return -1;
    let best = -1;
    this.items.forEach((item, k) => {
      const centre = this.stage.placeAt(item.at);
      const side = this.stage.placeAt([item.at[0], item.at[1], item.at[2] + 10]);
      const away = this.stage.placeAt([item.at[0] + 10, item.at[1], item.at[2]]);
      const scale = Math.max(Math.hypot(side.x - centre.x, side.y - centre.y), Math.hypot(away.x - centre.x, away.y - centre.y)) / 10;
      if (!centre.shown || Math.hypot(centre.x - x, centre.y - y) > 1.2 * scale * item.reach) return;
      if ((best < 0 || item.reach < this.items[best].reach) && this.covers(item.solid, x, y)) best = k;
    });
    return best;
  }

  private covers({ vertices, faces }: Solid, x: number, y: number): boolean {
    const points: [number, number][] = [];
    for (let v = 0; v < vertices.length; v += 3) { const p = this.stage.placeAt([vertices[v], vertices[v + 1], vertices[v + 2]]); points.push([p.x - x, p.y - y]); }
    const cross = ([ax, ay]: [number, number], [bx, by]: [number, number]): boolean => ax * by - ay * bx >= 0;
    for (let f = 0; f < faces.length; f += 3) {
      const [a, b, c] = [points[faces[f]], points[faces[f + 1]], points[faces[f + 2]]];
      const side = cross(a, b);
      if (side === cross(b, c) && side === cross(c, a)) return true;
    }
    return false;
  }

  /** Mean one of them; -1 for none. */
  point(index: number): void {
    if (index === this.pointed) return;
    this.pointed = index;
    this.stage.pointDeep(index);
    this.tip.hidden = index < 0;
    if (index >= 0) {
      const item = this.items[index];
      this.tip.replaceChildren(Object.assign(document.createElement('b'), { textContent: item.name }), Object.assign(document.createElement('i'), { textContent: item.note }));
    }
    if (this.stage.drawn()) this.arrange();
    else this.placeTip();
  }

  at(index: number): Vec3 { return this.items[index].at; }

  private placeTip(): void {
    if (this.pointed < 0) return;
    const p = this.stage.placeAt(this.items[this.pointed].at);
    const most = this.stage.layer.clientWidth - this.tip.offsetWidth - 8;
    this.tip.style.transform = `translate(${Math.max(8, Math.min(most, p.x + 18)).toFixed(0)}px, ${(p.y + 18).toFixed(0)}px)`;
  }

  private told(item: Item): string {
    const [x, y, z] = item.at.map((k) => fixed(k, 0));
    return fill(this.words.deep_where, { name: item.name, x, y, z, note: item.note });
  }
}
