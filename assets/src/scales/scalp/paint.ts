/** A grid of values as colours on a small canvas, which the browser enlarges smoothly. Colours are tokens. */

/** one: from little to much; both: about zero; change: less and more than before. */
export type Look = 'one' | 'both' | 'change';

const SIZE = 64;
const STOPS: Record<Look, string[]> = {
  one: ['--fc-zero', '--fc-10', '--fc-12', '--fc-14', '--fc-16', '--fc-19'],
  both: ['--fc-0', '--fc-3', '--fc-6', '--fc-zero', '--fc-13', '--fc-16', '--fc-19'],
  change: ['--decrease', '--fc-zero', '--increase'],
};

function rgb(colour: string): [number, number, number] {
  const hex = colour.trim().replace('#', '');
  return [0, 2, 4].map((i) => parseInt(hex.slice(i, i + 2), 16)) as [number, number, number];
}

export class Paint {
  private tables = new Map<Look, Uint8ClampedArray>();

  /** The scheme has changed. */
  forget(): void { this.tables.clear(); }

  /** Values (64 rows from the back) between two ends as colours. */
  draw(canvas: HTMLCanvasElement, values: Float32Array, low: number, high: number, look: Look): void {
    const context = canvas.getContext('2d')!;
    const image = context.createImageData(SIZE, SIZE);
    const table = this.table(look);
    for (let y = 0; y < SIZE; y++) for (let x = 0; x < SIZE; x++) {
      const share = (values[(SIZE - 1 - y) * SIZE + x] - low) / (high - low || 1);
      const k = 3 * Math.round(255 * Math.min(1, Math.max(0, share)));
      image.data.set([table[k], table[k + 1], table[k + 2], 255], 4 * (y * SIZE + x));
    }
    context.putImageData(image, 0, 0);
  }

  /** The same colours as a strip. */
  bar(look: Look): string { return `linear-gradient(90deg, ${STOPS[look].map((name) => `var(${name})`).join(', ')})`; }

  private table(look: Look): Uint8ClampedArray {
    const known = this.tables.get(look);
    if (known) return known;
    const style = getComputedStyle(document.documentElement);
    const colours = STOPS[look].map((name) => rgb(style.getPropertyValue(name)));
    const made = new Uint8ClampedArray(3 * 256);
    for (let i = 0; i < 256; i++) {
      const at = (i / 255) * (colours.length - 1);
      const k = Math.min(colours.length - 2, Math.floor(at));
      for (let c = 0; c < 3; c++) made[3 * i + c] = colours[k][c] + (at - k) * (colours[k + 1][c] - colours[k][c]);
    }
    this.tables.set(look, made);
    return made;
  }
}
