/** Where the stage is seen from: one camera on a sphere about the centre, its flights, its inertia and its idle drift. */
import { Matrix4, PerspectiveCamera, Vector3 } from 'three';
import { CENTRE, DISTANCE, FOV, VIEWS, panesOf, type Frame, type Pane, type ViewName } from '../picture';

const RAD = Math.PI / 180;
const NEAREST = 240;
const FARTHEST = 760;
const HIGHEST = 89.9;
const FLIGHT = 900;
const NUDGE = 320;
/** Drift: degrees to either side, and ms for one radian of its sine (a period of about 40 s). */
const SWAY = 5.7;
const SWAY_PACE = 6400;
const STEP_BACK = 0.17;

export interface Pose { azimuth: number; elevation: number; distance: number }
interface Flight { from: Pose; to: Pose; began: number; time: number; ease: (k: number) => number }

const inOut = (k: number): number => (k < 0.5 ? 4 * k ** 3 : 1 - (2 - 2 * k) ** 3 / 2);
const out = (k: number): number => 1 - (1 - k) ** 3;
const clamp = (x: number, low: number, high: number): number => Math.min(high, Math.max(low, x));

export class View {
  readonly camera = new PerspectiveCamera(FOV, 1, 10, 2000);
  pose: Pose;
  /** The pane that is drawn or measured; the last one unless `use` says otherwise. */
  pane: Pane | null = null;
  frame: Frame = { width: 1, height: 1, inset: { left: 0, top: 0, right: 0, bottom: 0 }, fit: 1 };
  drifting = false;
  /** 0..1: the inflated cortex is larger, so the camera steps back to keep it in the same frame. */
  spread = 0;
  private flight: Flight | null = null;
  private spin: [number, number] | null = null;
  private phase = 0;
  private last = 0;
  private all = new Matrix4();

  constructor(private still: boolean, view: ViewName) {
    this.pose = standard(view);
    this.camera.matrixAutoUpdate = false;
  }

  /** mm from the centre. */
  get distance(): number {
    return this.pose.distance * (1 + STEP_BACK * this.spread);
  }
  /** Frames will follow without being asked for. */
  get busy(): boolean {
    return this.flight !== null || this.spin !== null || this.drifting;
  }

  fly(view: ViewName): void {
    const to = standard(view);
    // The shorter way round.
    to.azimuth = this.pose.azimuth + ((((to.azimuth - this.pose.azimuth + 180) % 360) + 360) % 360) - 180;
    this.start(to, FLIGHT, inOut);
  }
  /** Eased turn in degrees; one that is under way is continued from its end. */
  nudge(azimuth: number, elevation: number, factor: number): void {
    const base = this.flight?.time === NUDGE ? this.flight.to : this.pose;
    this.start(limited({ azimuth: base.azimuth + azimuth, elevation: base.elevation + elevation, distance: base.distance / factor }), NUDGE, out);
  }
  private start(to: Pose, time: number, ease: (k: number) => number): void {
    this.drifting = false;
    this.spin = null;
    this.flight = this.still ? null : { from: { ...this.pose }, to, began: 0, time, ease };
    if (!this.flight) this.pose = to;
  }

  /** The hand has it: nothing moves by itself any more. */
  hold(): void {
    this.drifting = false;
    this.flight = null;
    this.spin = null;
  }
  drag(azimuth: number, elevation: number, factor: number): void {
    this.pose = limited({ azimuth: this.pose.azimuth + azimuth, elevation: this.pose.elevation + elevation, distance: this.pose.distance / factor });
  }
  /** Let go with a speed, degrees a ms. */
  release(azimuth: number, elevation: number): void {
    if (!this.still && Math.hypot(azimuth, elevation) > 0.02) this.spin = [azimuth, elevation];
  }

  /** Move on to time `t` (ms); true when the camera moved. */
  step(t: number): boolean {
    const dt = Math.min(60, t - this.last);
    if (this.flight) {
      const f = this.flight;
      f.began ||= t;
      const k = Math.min(1, (t - f.began) / f.time);
      const e = f.ease(k);
      const mix = (key: keyof Pose): number => f.from[key] + e * (f.to[key] - f.from[key]);
      this.pose = { azimuth: mix('azimuth'), elevation: mix('elevation'), distance: mix('distance') };
      if (k === 1) this.flight = null;
    } else if (this.spin) {
      this.drag(this.spin[0] * dt, this.spin[1] * dt, 1);
      const left = Math.exp(-dt / 150);
      this.spin = [this.spin[0] * left, this.spin[1] * left];
      if (Math.hypot(...this.spin) < 0.004) this.spin = null;
    } else if (this.drifting) {
      if (t - this.last < 31) return false;
      const was = Math.sin(this.phase);
      this.phase += dt / SWAY_PACE;
      this.pose.azimuth += SWAY * (Math.sin(this.phase) - was);
    } else {
      this.last = t;
      return false;
    }
    this.last = t;
    return true;
  }

  get panes(): Pane[] {
    return panesOf(this.frame);
  }
  /** Look through one pane from now on, through the last one when none is named. */
  use(pane = this.panes.length - 1): void {
    this.pane = this.panes[Math.min(pane, this.panes.length - 1)];
    this.aim();
  }
  get inset(): Frame['inset'] {
    return (this.pane ?? this.frame).inset;
  }

  /** Bring the camera to the present pose and frame. The canvas shows more than the inset box, so that nothing is cut off at the box. */
  aim(): void {
    const { width, height, fit } = this.frame;
    const { inset } = this;
    const c = this.camera;
    const w = Math.max(1, width - inset.left - inset.right);
    const h = Math.max(1, height - inset.top - inset.bottom);
    const az = this.pose.azimuth * RAD;
    const el = this.pose.elevation * RAD;
    const to = new Vector3(-Math.sin(az) * Math.cos(el), Math.cos(az) * Math.cos(el), Math.sin(el));
    const right = new Vector3(-Math.cos(az), -Math.sin(az), 0);
    c.matrix.makeBasis(right, new Vector3().crossVectors(to, right), to).setPosition(to.multiplyScalar(this.distance).add(new Vector3(...CENTRE)));
    c.matrix.decompose(c.position, c.quaternion, c.scale);
    c.updateMatrixWorld(true);
    c.aspect = w / h;
    c.zoom = Math.min(1.12, c.aspect / fit);
    c.setViewOffset(w, h, -inset.left, -inset.top, width, height);
    this.all.multiplyMatrices(c.projectionMatrix, c.matrixWorldInverse);
  }
  /** CSS px of the inset box's height that one mm takes at a depth of one mm. */
  pxPerMm(): number {
    const { inset } = this;
    return ((this.frame.height - inset.top - inset.bottom) / 2 / Math.tan((FOV / 2) * RAD)) * this.camera.zoom;
  }

  /** CSS px on the canvas of a place in mm. */
  project(x: number, y: number, z: number): { x: number; y: number } {
    const e = this.all.elements;
    const w = e[3] * x + e[7] * y + e[11] * z + e[15];
    return {
      x: (0.5 + (0.5 * (e[0] * x + e[4] * y + e[8] * z + e[12])) / w) * this.frame.width,
      y: (0.5 - (0.5 * (e[1] * x + e[5] * y + e[9] * z + e[13])) / w) * this.frame.height,
    };
  }
  /** Ray in mm through a place on the canvas. */
  ray(x: number, y: number): { from: number[]; dir: number[] } {
    const far = new Vector3((2 * x) / this.frame.width - 1, 1 - (2 * y) / this.frame.height, 0.5).unproject(this.camera);
    const from = this.camera.position;
    return { from: from.toArray(), dir: far.sub(from).normalize().toArray() };
  }
  /** Directions on screen (x to the right, y upwards) of the three axes. */
  axes(): { x: [number, number]; y: [number, number]; z: [number, number] } {
    const e = this.camera.matrixWorldInverse.elements;
    return { x: [e[0], e[1]], y: [e[4], e[5]], z: [e[8], e[9]] };
  }
}

function standard(view: ViewName): Pose {
  const [azimuth, elevation] = VIEWS[view];
  return { azimuth, elevation, distance: DISTANCE };
}
function limited(p: Pose): Pose {
  return { azimuth: p.azimuth, elevation: clamp(p.elevation, -HIGHEST, HIGHEST), distance: clamp(p.distance, NEAREST, FARTHEST) };
}
