/** One slice: the brain as a picture, and over it outlines, crosshair and letters. Says where a person points, and which keys mean what. */
import type { Vec3 } from '../../picture';
import { outline, path, soften, type Loop } from './contour';
import { PLANES, type Head, type Plane, type PlaneName } from './volume';

/** A voxel belongs to an outline from here up; thin cortex would get lost at a half. */
const LEVEL = 0.42;
/** mm round the crosshair that its lines leave free. */
const GAP = 5;
/** mm beside the picture, for the letters; the style sheet knows it too. */
const SIDE = 10;
/** px by which the picture is drawn finer than its voxels. */
const FINER = 4;

/** One colour of the overlay: the labels that wear it. */
export interface Tint { token: string; chosen: boolean }
export interface Overlay { labels: Uint16Array; group: Int8Array; tints: Tint[] }
/** A point of a coordinate atlas. */
export interface Spot { at: Vec3; token: string; chosen: boolean }

export interface PlaneEvents {
  /** Moved to a place; `choose`: and what is there is meant. */
  moved(at: Vec3, choose: boolean, dragging: boolean): void;
  /** The pointer is over a place, or (null) over none. */
  over(at: Vec3 | null): void;
}

export class PlaneView {
  readonly plane: Plane;
  private canvas: HTMLCanvasElement;
  private svg: SVGSVGElement;
  private small = document.createElement('canvas');
  private tones: Uint8ClampedArray | null = null;
  private drawn = '';
  private flipped = false;

  constructor(readonly box: HTMLElement, readonly name: PlaneName, private head: Head, private events: PlaneEvents) {
    this.plane = PLANES[name];
    this.canvas = box.querySelector('canvas')!;
    this.svg = box.querySelector('svg')!;
    const { across, up } = this.plane;
    const [w, h] = [head.shape[across] * head.step, head.shape[up] * head.step];
    this.svg.setAttribute('viewBox', `${-SIDE} 0 ${w + 2 * SIDE} ${h}`);
    this.canvas.width = head.shape[across] * FINER;
    this.canvas.height = head.shape[up] * FINER;
    this.small.width = head.shape[across];
    this.small.height = head.shape[up];
    this.listen();
  }

  /** Colours are read again when they are next needed. */
  repaint(): void { this.tones = null; this.drawn = ''; }

  /** Draw the slice that holds the crosshair. What has not changed is not drawn again. */
  show(overlay: Overlay | null, spots: Spot[], deep: () => Loop[][], flipped: boolean, key: string): void {
    const { at } = this;
    this.flipped = flipped && this.plane.across === 0;
    const now = `${at[this.plane.cuts]} ${this.flipped} ${key}`;
    if (now !== this.drawn) {
      this.drawn = now;
      this.picture(at[this.plane.cuts]);
      this.layer('tints', overlay ? this.tints(at[this.plane.cuts], overlay) : this.spots(at[this.plane.cuts], spots));
      this.layer('deep', deep().map((loops) => `<path d="${path(loops, (x, y) => this.xy(x, y))}"/>`).join(''));
    }
    this.cross(at);
  }

  // ---- drawing

  private layer(name: string, inside: string): void { this.svg.querySelector(`.${name}`)!.innerHTML = inside; }

  /** mm in the head to units of the picture, which are mm too. */
  private xy(u: number, v: number): [number, number] {
    const { across, up } = this.plane;
    const x = u - this.head.low(across);
    return [this.flipped ? this.head.high(across) - this.head.low(across) - x : x, this.head.high(up) - v];
  }

  private picture(mm: number): void {
    const { width, height, values } = this.head.slice(this.plane, mm);
    const tones = (this.tones ??= palette(this.box));
    const brain = soften(soften(this.head.brain(this.plane, mm))).values;
    const image = new ImageData(width, height);
    for (let j = 0; j < height; j++) {
      for (let i = 0; i < width; i++) {
        const from = 4 * Math.round(255 * values[j * width + i]);
        const to = 4 * ((height - 1 - j) * width + (this.flipped ? width - 1 - i : i));
        image.data.set(tones.subarray(from, from + 4), to);
        image.data[to + 3] = 255 * Math.min(1, Math.max(0, (brain[j * width + i] - 0.2) / 0.6));
      }
    }
    this.small.getContext('2d')!.putImageData(image, 0, 0);
    const context = this.canvas.getContext('2d')!;
    context.clearRect(0, 0, this.canvas.width, this.canvas.height);
    context.imageSmoothingQuality = 'high';
    context.drawImage(this.small, 0, 0, this.canvas.width, this.canvas.height);
  }

  private tints(mm: number, { labels, group, tints }: Overlay): string {
    const { across, up } = this.plane;
    const grids = this.head.groups(this.plane, mm, labels, group, tints.length);
    const place = (x: number, y: number): [number, number] => this.xy(this.head.origin[across] + x * this.head.step, this.head.origin[up] + y * this.head.step);
    return grids.map((grid, k) => {
      const d = path(outline(soften(grid), LEVEL), place);
      return d ? `<path class="${tints[k].chosen ? 'chosen' : 'tint'}" style="--c:var(${tints[k].token})" d="${d}"/>` : '';
    }).join('');
  }

  private spots(mm: number, spots: Spot[]): string {
    const { across, up, cuts } = this.plane;
    const reach = 4;
    return spots.filter((s) => Math.abs(s.at[cuts] - mm) <= reach).map((s) => {
      const [x, y] = this.xy(s.at[across], s.at[up]);
      return `<circle class="${s.chosen ? 'chosen' : 'tint'}" style="--c:var(${s.token})" cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" r="${Math.sqrt(reach ** 2 - (s.at[cuts] - mm) ** 2).toFixed(1)}"/>`;
    }).join('');
  }

  private cross(at: Vec3): void {
    const { across, up } = this.plane;
    const [x, y] = this.xy(at[across], at[up]);
    const { width: w, height: h } = this.svg.viewBox.baseVal;
    const d = `M${-SIDE} ${y}H${x - GAP}M${x + GAP} ${y}H${w - SIDE}M${x} 0V${y - GAP}M${x} ${y + GAP}V${h}`;
    for (const line of this.svg.querySelectorAll('.cross path')) line.setAttribute('d', d);
  }

  // ---- hands

  /** Place in the head under a pointer. */
  private under(e: PointerEvent, at: Vec3): Vec3 {
    const point = new DOMPoint(e.clientX, e.clientY).matrixTransform(this.svg.getScreenCTM()!.inverse());
    const { across, up } = this.plane;
    const to = [...at] as Vec3;
    const x = this.flipped ? this.head.high(across) - this.head.low(across) - point.x : point.x;
    to[across] = this.head.low(across) + x;
    to[up] = this.head.high(up) - point.y;
    return this.head.inside(to);
  }

  /** Where the crosshair is; set by the owner. */
  at: Vec3 = [0, 0, 0];

  private listen(): void {
    const { box } = this;
    let dragging = false;
    box.addEventListener('pointerdown', (e) => {
      if (e.button) return;
      dragging = true;
      if (e.pointerType !== 'touch') { box.setPointerCapture(e.pointerId); this.events.moved(this.under(e, this.at), false, true); }
    });
    box.addEventListener('pointermove', (e) => {
      if (e.pointerType === 'touch') return;
      if (dragging) this.events.moved(this.under(e, this.at), false, true);
      else this.events.over(this.under(e, this.at));
    });
    box.addEventListener('pointerleave', () => this.events.over(null));
    box.addEventListener('pointerup', (e) => {
      if (!dragging) return;
      dragging = false;
      this.events.moved(this.under(e, this.at), true, false);
    });
    box.addEventListener('pointercancel', () => { dragging = false; });
    box.addEventListener('keydown', (e) => this.keys(e));
    box.addEventListener('wheel', (e) => {
      if (!box.contains(document.activeElement)) return;
      e.preventDefault();
      this.step(this.plane.cuts, Math.sign(e.deltaY));
    }, { passive: false });
  }

  private keys(e: KeyboardEvent): void {
    if (e.altKey || e.ctrlKey || e.metaKey) return;
    const by = e.shiftKey ? 5 : 1;
    const { across, up, cuts } = this.plane;
    const right = this.flipped ? -by : by;
    const steps: Record<string, [number, number]> = {
      ArrowLeft: [across, -right], ArrowRight: [across, right], ArrowUp: [up, by], ArrowDown: [up, -by], PageUp: [cuts, by], PageDown: [cuts, -by],
    };
    if (e.key in steps) {
      e.preventDefault();
      e.stopPropagation();
      this.step(...steps[e.key]);
    } else if (e.key === 'Enter' || e.key === ' ') {
      e.preventDefault();
      this.events.moved(this.at, true, false);
    }
  }

  private step(axis: number, by: number): void {
    const to = [...this.at] as Vec3;
    to[axis] += by;
    this.events.moved(this.head.inside(to), false, false);
  }
}

/** Tones of the slice from dark to bright, 256 times red, green, blue and room for the opacity, from the tokens of the scheme. */
function palette(box: HTMLElement): Uint8ClampedArray {
  const style = getComputedStyle(box);
  const colour = (token: string): number[] => {
    const hex = style.getPropertyValue(token).trim();
    return [1, 3, 5].map((k) => parseInt(hex.slice(k, k + 2), 16));
  };
  const [dark, bright] = [colour('--slice-dark'), colour('--slice-bright')];
  const out = new Uint8ClampedArray(4 * 256);
  for (let v = 0; v < 256; v++) {
    /* Brain begins at about a third of the brightest tone. */
    const t = Math.min(1, Math.max(0, (v / 255 - 0.3) / 0.62));
    for (let k = 0; k < 3; k++) out[4 * v + k] = dark[k] + t ** 1.35 * (bright[k] - dark[k]);
  }
  return out;
}
