/** Colours and gains of the stage, read from the CSS custom properties: a scheme is data, never code. */
import { Color, ColorManagement, Vector2, Vector3, Vector4, type IUniform } from 'three';

// The tokens are display colours and are blended as such, as the browser does with the drawn tier.
ColorManagement.enabled = false;

const COLOURS: Record<string, string> = {
  rimHigh: '--stage-rim-high', rimLow: '--stage-rim-low', body: '--stage-body', ink: '--stage-ink', paper: '--stage-top',
  thread: '--edge-same', increase: '--increase', decrease: '--decrease', top: '--stage-top', bottom: '--stage-bottom',
};
const GAINS: Record<string, string> = {
  rimPower: '--rim-power', rimGain: '--rim-gain', bodyGain: '--body-gain', tintGain: '--tint-gain', lineGain: '--line-gain', haloGain: '--halo-gain',
  glowGain: '--glow-gain', white: '--stage-white',
};

/** Most pairs of networks that may change. */
export const PAIRS = 16;

export type Uniforms = Record<string, IUniform>;

export class Tokens {
  private style: CSSStyleDeclaration;
  private known = new Map<string, Color>();
  constructor(private root: Element) {
    this.style = getComputedStyle(root);
  }
  /** Forget what was read; the scheme has changed. */
  refresh(): void {
    this.style = getComputedStyle(this.root);
    this.known.clear();
  }
  colour(name: string): Color {
    let c = this.known.get(name);
    if (!c) {
      const text = this.style.getPropertyValue(name).trim();
      c = text ? new Color(text) : new Color(0.5, 0.5, 0.5);
      this.known.set(name, c);
    }
    return c;
  }
  gain(name: string): number {
    return parseFloat(this.style.getPropertyValue(name)) || 0;
  }
  /** Write all tokens into the uniforms. */
  into(u: Uniforms): void {
    for (const [k, name] of Object.entries(COLOURS)) u[k].value.copy(this.colour(name));
    for (const [k, name] of Object.entries(GAINS)) u[k].value = this.gain(name);
    // The matte cortex: bone is the quiet ink on a dark ground, the body of the glass on a white one.
    u.bone.value.copy(this.colour(u.white.value > 0.5 ? '--stage-body' : '--stage-dim'));
  }
}

/** One set of uniforms, shared by every material of the stage. */
export function uniforms(): Uniforms {
  const u: Uniforms = {};
  for (const k of [...Object.keys(COLOURS), 'bone']) u[k] = { value: new Color() };
  for (const k of Object.keys(GAINS)) u[k] = { value: 0 };
  for (const k of ['painted', 'morph', 'pxPerMm', 'far0', 'far1', 'ratio']) u[k] = { value: 0 };
  for (const k of ['contour', 'scale', 'sharp', 'steps', 'glow', 'times']) u[k] = { value: 1 };
  for (const k of ['phase', 'low', 'high', 'quiet']) u[k] = { value: 0 };
  u.level = { value: Array.from({ length: PAIRS }, () => new Vector3(0, 0, 1)) };
  u.pane = { value: new Vector2(1, 1) };
  u.focus = { value: new Vector2(0.5, 0.5) };
  u.whole = { value: new Vector4(-1, -1, 1, 1) };
  u.brain = { value: new Vector4(-1, -1, 1, 1) };
  return u;
}
