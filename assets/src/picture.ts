/** What is on screen, as plain data. Every view (drawn, 3-D, table, words) is made from one Picture and from nothing else. */

export type Vec3 = [number, number, number];

/** A place that is drawn: a parcel, or a point of a coordinate atlas. */
export interface PictureNode {
  /** Parcel index of the atlas, from 1; below 0 for a place outside the cortex, which has no parcel. */
  index: number;
  /** Where it is drawn on the pial surface, MNI152 mm. */
  at: Vec3;
  /** Vertex it sits on (0..20483), -1 for a point of a coordinate atlas: it stays where it is when the cortex is inflated. */
  vertex: number;
  /** Name of the CSS custom property with its colour, e.g. "--node-core". */
  colour: string;
  /** Silhouette: circle, diamond, square, a small plain disc, or a hollow one where nothing was measured. */
  shape: 'circle' | 'diamond' | 'square' | 'dot' | 'ring';
  /** 0..1, drives size and halo. */
  strength: number;
}

/** A link between two nodes of the picture. */
export interface PictureLink {
  /** Positions in `nodes`. */
  a: number;
  b: number;
  /** Measured r at rest in healthy people, which width and opacity start from. */
  r: number;
  /** 0..1: how wide that r is drawn. */
  weight: number;
  /** Position of its pair of networks in `Levels`, -1 for none: such a link never changes. */
  pair: number;
  /** Pointed at, here or in a view beside the brain: drawn over all others. */
  lit?: boolean;
  /** Too weak to be on screen otherwise. */
  extra?: boolean;
}

/** What the clock does to the links: for each pair of networks how far it is from healthy people at rest (-1..1), before and now, and how
 *  much of a change is shown (0..1; less where it rests on little). A link is drawn with r × (1 + level). */
export interface Levels {
  before: number[];
  now: number[];
  shown: number[];
}

/** What one pane shows: the links before, now, or only how they differ. */
export type PaneKind = 'before' | 'now' | 'difference';

/** A part of the stage with a picture of its own: css px kept free around the brain, and what is cut out of the whole. */
export interface Pane {
  kind: PaneKind;
  inset: { left: number; top: number; right: number; bottom: number };
  clip: { x: number; y: number; width: number; height: number };
}

export interface Picture {
  nodes: PictureNode[];
  links: PictureLink[];
  /** Null where nothing changes with the clock. */
  levels: Levels | null;
  /** Position in `nodes` of the chosen and of the pointed-at node, or -1. */
  selected: number;
  hovered: number;
  /** The other end of a link that is pointed at, or -1. */
  pointed: number;
  /** Positions in `nodes` that stay bright while something is chosen; null when nothing is dimmed. */
  bright: Set<number> | null;
  /** Parcel index of each of the 20,484 vertices, LH then RH; 0 is the medial wall. */
  labels: Uint16Array;
  /** The same for what is painted, where that is not the parcels. */
  paint: Uint16Array;
  /** Layer of the drawn picture that holds the areas, and whether there are none. */
  areas: string;
  bare: boolean;
  /** Colour (CSS custom property name) of each parcel's territory by parcel index, '' for an untinted one. Index 0 is ''. */
  territory: string[];
  /** Changes whenever `labels` or `territory` do, so that the cortex is only repainted then. */
  territoryKey: string;
  /** The colours of the territories stand for values, so they cover the cortex: no glass. */
  painted: boolean;
}

export type ViewName = 'hero' | 'left' | 'right' | 'medial-left' | 'medial-right' | 'top' | 'below' | 'front' | 'back';

/** Azimuth from anterior (degrees, left is positive), elevation, hemispheres shown. */
export const VIEWS: Record<ViewName, [number, number, 'both' | 'left' | 'right']> = {
  hero: [57, 17, 'both'],
  left: [90, 0, 'both'],
  right: [-90, 0, 'both'],
  'medial-left': [-90, 4, 'left'],
  'medial-right': [90, 4, 'right'],
  top: [180, 89.9, 'both'],
  below: [0, -89.9, 'both'],
  front: [0, 6, 'both'],
  back: [180, 6, 'both'],
};

/** Centre of every camera move, MNI152 mm. */
export const CENTRE: Vec3 = [0, -17, 12];
export const DISTANCE = 470;
export const FOV = 24;

/** Middle control point of the quadratic curve of a link: midline pairs arch up as the cingulum does, others are pulled inwards. */
export function bend(a: Vec3, c: Vec3): Vec3 {
  const d = Math.hypot(a[0] - c[0], a[1] - c[1], a[2] - c[2]);
  const m: Vec3 = [(a[0] + c[0]) / 2, (a[1] + c[1]) / 2, (a[2] + c[2]) / 2];
  if (Math.abs(a[0]) < 18 && Math.abs(c[0]) < 18) return [m[0], m[1], m[2] + 0.42 * d];
  return [0, 1, 2].map((k) => m[k] + 0.34 * (CENTRE[k] - m[k]) + (k === 2 ? 0.16 * d : 0)) as Vec3;
}

/** Middle of that curve. */
export function middleOf(a: Vec3, c: Vec3): Vec3 {
  const m = bend(a, c);
  return [0, 1, 2].map((k) => 0.25 * a[k] + 0.5 * m[k] + 0.25 * c[k]) as Vec3;
}

/** Radius of a node, mm. */
export function radiusOf(shape: PictureNode['shape'], strength: number): number {
  if (shape === 'ring') return 2.4;
  return shape === 'dot' ? 1.25 : 1.35 + 2.5 * Math.sqrt(strength);
}

/** The rules of neuroviz/scenes/links.py. How far unchanged links step back at the most, and from which largest change of a level on. */
const QUIET = 0.6;
const FULL = 0.22;
/** How far they step back beside a largest change. */
export const stepBack = (most: number): number => QUIET * Math.min(1, most / FULL);

/** Arrows: at most so many each way, of changes of r of at least this. */
export const EACH_WAY = 3;
export const LEAST_R = 0.03;

/** The pairs of networks whose links are on screen; of one node alone, where it is given. */
export const pairsOf = (links: PictureLink[], node = -1): Set<number> => new Set(links.filter((l) => node < 0 || l.a === node || l.b === node).map((l) => l.pair));

/** The meshes, unpacked. Vertices are mm: pial in MNI152, inflated with the hemispheres moved apart. LH then RH. */
export interface Cortex {
  pial: Float32Array;
  /** Sulcal depth 0 (crown) .. 1 (depth). */
  sulc: Float32Array;
  /** Triangles of one hemisphere, full (20,480) and light (5,120, over the first 2,562 vertices); add 10,242 for the right one. */
  faces(): Uint16Array;
  facesLight: Uint16Array;
}

/** A closed surface, mm in MNI152. */
export interface Solid { vertices: Float32Array; faces: Uint16Array }

/** What the stage needs to know about its box. `inset`: css px kept free; `fit`: zoom = min(1.12, aspect / fit). */
export interface Frame {
  width: number;
  height: number;
  inset: { left: number; top: number; right: number; bottom: number };
  fit: number;
  /** The panes, from left to right or from above; one that fills the stage where this is left out. All are seen by the same camera. */
  panes?: Pane[];
}

/** The panes of a frame: at least one. */
export const panesOf = (frame: Frame): Pane[] =>
  frame.panes?.length ? frame.panes : [{ kind: 'now', inset: frame.inset, clip: { x: 0, y: 0, width: frame.width, height: frame.height } }];

/** The 3-D tier. Made by `window.neuroviz.makeStage` once the stage bundle is there. */
export interface StageApi {
  /** Draw this picture at the next frame. Links-only changes must not redraw the cortex. */
  show(picture: Picture): void;
  /** Only the levels have changed: nothing but a few numbers is sent, and only links are drawn again. */
  move(levels: Levels): void;
  /** Glass or matte cortex. */
  setMatte(matte: boolean): void;
  /** 0 pial .. 1 inflated; `inflated` (61,452 numbers, mm) must have been given before a value above 0. */
  setMorph(amount: number): void;
  setInflated(vertices: Float32Array): void;
  /** Solids under the cortex (none: an empty list), and which of them is pointed at (-1: none). */
  setDeep(solids: Solid[]): void;
  pointDeep(index: number): void;
  /** Fly to a viewpoint (900 ms, shorter way round). */
  look(view: ViewName): void;
  /** Where the camera is: azimuth, elevation (degrees) and distance (mm); and be there at once. */
  pose(): [number, number, number];
  place(pose: [number, number, number]): void;
  /** Turn by degrees (azimuth, elevation) and zoom by a factor, eased unless still. */
  turn(azimuth: number, elevation: number): void;
  zoom(factor: number): void;
  resize(frame: Frame): void;
  /** Read colours and gains again from the CSS custom properties (after a theme change). */
  repaint(): void;
  /** CSS px of a node of the picture in a pane (the last one where it is left out), and whether it is in the hemisphere shown. */
  project(node: number, pane?: number): { x: number; y: number; shown: boolean };
  /** CSS px of a place in the head. */
  projectAt(x: number, y: number, z: number): { x: number; y: number };
  /** CSS px of the middle of a link between two nodes, whether or not it is drawn. */
  middle(a: number, b: number, pane?: number): { x: number; y: number; shown: boolean };
  /** Box of the brain on screen, CSS px. */
  bounds(pane?: number): { x0: number; y0: number; x1: number; y1: number };
  /** What the links of a pane are drawn with, for tests: r × (1 + level), and the level against before. */
  drawn(pane?: number): { a: number; b: number; value: number; delta: number }[];
  /** Screen direction of +x (right), +y (anterior), +z (superior), for the compass. */
  axes(): { x: [number, number]; y: [number, number]; z: [number, number] };
  /** Nearest node within reach px (-1: none) and the parcel index under the point on the cortex (0: none). */
  pick(x: number, y: number, reach: number): { node: number; parcel: number };
  /** Whether there is a graphics card, and time for movement that is only pleasant. */
  readonly swift: boolean;
  dispose(): void;
}

export interface StageEvents {
  /** After every drawn frame. `moving`: more frames will follow. */
  frame(moving: boolean): void;
  /** The person turned or zoomed by hand, so the picture is at no standard viewpoint any more. */
  turned(): void;
  /** The WebGL context went away, or came back and is drawn again. */
  lost(): void;
  restored(): void;
}

/** The cortex may still be on its way: programs are made meanwhile, and nothing is drawn until it is there. */
export type MakeStage = (canvas: HTMLCanvasElement, cortex: Promise<Cortex>, options: { still: boolean; view: ViewName; span: [number, number] }, events: StageEvents) => StageApi;

/** Unit normals of the vertices, each triangle counting by its size. */
export function normalsOf({ vertices: p, faces }: Solid): Float32Array {
  const out = new Float32Array(p.length);
  for (let f = 0; f < faces.length; f += 3) {
    const [a, b, c] = [3 * faces[f], 3 * faces[f + 1], 3 * faces[f + 2]];
    const u = [0, 1, 2].map((k) => p[b + k] - p[a + k]);
    const v = [0, 1, 2].map((k) => p[c + k] - p[a + k]);
    const n = [u[1] * v[2] - u[2] * v[1], u[2] * v[0] - u[0] * v[2], u[0] * v[1] - u[1] * v[0]];
    for (const i of [a, b, c]) for (let k = 0; k < 3; k++) out[i + k] += n[k];
  }
  for (let i = 0; i < out.length; i += 3) {
    const length = Math.hypot(out[i], out[i + 1], out[i + 2]) || 1;
    for (let k = 0; k < 3; k++) out[i + k] /= length;
  }
  return out;
}
