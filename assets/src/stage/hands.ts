/** Drag, inertia, wheel and pinch on the canvas. Small enough to own: two fingers, no pan, and nothing outside the canvas is touched. */
import type { View } from './camera';

export interface HandEvents {
  /** First touch, before anything is turned. */
  touched(): void;
  /** The view was turned or zoomed by hand. */
  turned(): void;
}

/** Degrees for a drag over the shorter side of the canvas. */
const SWEEP = 230;
/** px a finger may tremble before it counts as a drag. */
const TREMBLE = 3;

export class Hands {
  private fingers = new Map<number, { x: number; y: number }>();
  private began = { x: 0, y: 0 };
  private moved = false;
  private speed: [number, number] = [0, 0];
  private when = 0;
  private leave = new AbortController();

  constructor(private canvas: HTMLCanvasElement, private view: View, private events: HandEvents) {
    canvas.style.touchAction = 'none';
    const on = <K extends keyof HTMLElementEventMap>(type: K, f: (e: HTMLElementEventMap[K]) => void, passive = true): void =>
      canvas.addEventListener(type, f, { passive, signal: this.leave.signal });
    on('pointerdown', (e) => this.down(e));
    on('pointermove', (e) => this.move(e));
    on('pointerup', (e) => this.up(e));
    on('pointercancel', (e) => this.up(e));
    on('lostpointercapture', (e) => this.up(e));
    on('wheel', (e) => this.wheel(e), false);
  }

  private down(e: PointerEvent): void {
    if (e.button !== 0) return;
    this.events.touched();
    this.view.hold();
    this.fingers.set(e.pointerId, { x: e.clientX, y: e.clientY });
    if (this.fingers.size === 1) {
      this.moved = false;
      this.began = { x: e.clientX, y: e.clientY };
    }
    this.speed = [0, 0];
  }
  private move(e: PointerEvent): void {
    const finger = this.fingers.get(e.pointerId);
    if (!finger) return;
    if (!this.moved) {
      if (Math.hypot(e.clientX - this.began.x, e.clientY - this.began.y) <= TREMBLE && this.fingers.size === 1) return;
      this.moved = true;
      // Captured only now: a plain click must reach whatever listens to it as usual.
      this.canvas.setPointerCapture(e.pointerId);
    }
    const spread = this.spread();
    const share = this.fingers.size;
    const perPx = SWEEP / Math.max(240, Math.min(this.canvas.clientWidth, this.canvas.clientHeight)) / share;
    const az = -(e.clientX - finger.x) * perPx;
    const el = (e.clientY - finger.y) * perPx;
    finger.x = e.clientX;
    finger.y = e.clientY;
    this.view.drag(az, el, share === 2 && spread > 0 ? this.spread() / spread : 1);
    const dt = Math.max(1, e.timeStamp - this.when);
    this.when = e.timeStamp;
    const k = Math.min(1, dt / 40);
    this.speed = [this.speed[0] + k * (az / dt - this.speed[0]), this.speed[1] + k * (el / dt - this.speed[1])];
    this.events.turned();
  }
  private up(e: PointerEvent): void {
    if (!this.fingers.delete(e.pointerId) || this.fingers.size || !this.moved) return;
    if (e.timeStamp - this.when < 60) this.view.release(...this.speed);
    this.moved = false;
    this.events.turned();
  }
  /** Distance of two fingers, px. */
  private spread(): number {
    const [a, b] = [...this.fingers.values()];
    return b ? Math.hypot(a.x - b.x, a.y - b.y) : 0;
  }
  private wheel(e: WheelEvent): void {
    e.preventDefault();
    const px = e.deltaY * (e.deltaMode === 1 ? 16 : e.deltaMode === 2 ? 400 : 1) * (e.ctrlKey ? 6 : 1);
    this.events.touched();
    this.view.hold();
    this.view.drag(0, 0, Math.exp(-Math.max(-240, Math.min(240, px)) * 0.0012));
    this.events.turned();
  }
  dispose(): void {
    this.leave.abort();
  }
}
