/** How much this machine can be asked for. */

/**
 * 2: everything in full quality, also while moving. 1: while moving the full mesh without smooth edges.
 * 0: while moving the light mesh at reduced resolution, and no idle drift; without a graphics card the start is here.
 */
export type Tier = 0 | 1 | 2;

const SLOW_FRAME = 40;
const PATIENCE = 9;

/** Tier to begin with, from the name of what draws. */
export function tierOf(gl: WebGL2RenderingContext): Tier {
  let name = String(gl.getParameter(gl.RENDERER));
  // Chromium hides the name behind the extension; Firefox gives it at once and warns about the extension.
  if (/^WebKit/i.test(name)) {
    const info = gl.getExtension('WEBGL_debug_renderer_info');
    if (info) name = String(gl.getParameter(info.UNMASKED_RENDERER_WEBGL));
  }
  return /swiftshader|llvmpipe|softpipe|software|basic render/i.test(name) ? 0 : 2;
}

/** Watches the time between frames that follow each other, and steps down when nine of them take too long. */
export class Speed {
  private last = 0;
  private slow = 0;
  constructor(public tier: Tier) {}
  /** A frame of a movement at `t`; true when the tier has just fallen. */
  frame(t: number): boolean {
    const dt = t - this.last;
    this.last = t;
    // Longer pauses are no slow frames, the movement had stopped.
    if (this.tier === 0 || dt > 600) return false;
    if (dt > SLOW_FRAME) this.slow++;
    else if (this.slow > 0) this.slow -= 0.25;
    if (this.slow < PATIENCE) return false;
    this.slow = 0;
    this.tier = (this.tier - 1) as Tier;
    return true;
  }
}
