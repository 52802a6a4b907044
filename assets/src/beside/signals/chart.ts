/** Small pictures on a canvas, in the colours of the scheme. What they say in words stands beside them. */

/** A canvas that is as fine as the screen; coordinates are CSS px. */
export class Chart {
  readonly context: CanvasRenderingContext2D;
  width = 0;
  height = 0;
  private style: CSSStyleDeclaration;

  constructor(readonly canvas: HTMLCanvasElement) {
    this.context = canvas.getContext('2d')!;
    this.style = getComputedStyle(canvas);
  }

  /** Make room and begin anew; false where there is none. */
  begin(): boolean {
    const ratio = Math.min(2, devicePixelRatio || 1);
    const { clientWidth: w, clientHeight: h } = this.canvas;
    if (w < 8 || h < 8) return false;
    if (this.canvas.width !== Math.round(w * ratio) || this.canvas.height !== Math.round(h * ratio)) {
      this.canvas.width = Math.round(w * ratio);
      this.canvas.height = Math.round(h * ratio);
    }
    this.width = w;
    this.height = h;
    this.context.setTransform(ratio, 0, 0, ratio, 0, 0);
    this.context.clearRect(0, 0, w, h);
    return true;
  }

  colour(token: string): string { return this.style.getPropertyValue(token).trim(); }

  line(points: Iterable<[number, number]>, token: string, width: number, opacity = 1): void {
    const c = this.context;
    c.beginPath();
    for (const [x, y] of points) c.lineTo(x, y);
    c.strokeStyle = this.colour(token);
    c.globalAlpha = opacity;
    c.lineWidth = width;
    c.lineJoin = c.lineCap = 'round';
    c.stroke();
    c.globalAlpha = 1;
  }

  dots(points: Iterable<[number, number]>, token: string, radius: number, opacity = 1): void {
    const c = this.context;
    c.beginPath();
    for (const [x, y] of points) {
      c.moveTo(x + radius, y);
      c.arc(x, y, radius, 0, 2 * Math.PI);
    }
    c.fillStyle = this.colour(token);
    c.globalAlpha = opacity;
    c.fill();
    c.globalAlpha = 1;
  }

  box(x: number, y: number, w: number, h: number, token: string, opacity = 1): void {
    this.context.fillStyle = this.colour(token);
    this.context.globalAlpha = opacity;
    this.context.fillRect(x, y, w, h);
    this.context.globalAlpha = 1;
  }
}

/** From values to px. */
export const scale = (low: number, high: number, from: number, to: number) => (x: number): number => from + ((x - low) / (high - low)) * (to - from);
