/** How much this machine can be asked for. */
import { drawnBy } from '../context';

/**
 * 2: everything in full quality, also while moving. 1: while moving the full mesh without smooth edges.
 * 0: while moving the light mesh at reduced resolution, and no idle drift; without a graphics card the start is here.
 */
export type Tier = 0 | 1 | 2;

/** ms that a slow frame takes, how many slow ones are too many, and the pause after which a hand had simply stopped. */
const SLOW_FRAME = 40;
const PATIENCE = 9;
const PAUSE = 250;

/** Tier to begin with, from the name of what draws. */
export const tierOf = (gl: WebGL2RenderingContext): Tier => (/swiftshader|llvmpipe|softpipe|software|basic render/i.test(drawnBy(gl)) ? 0 : 2);

/** Watches the time between frames of a movement, and steps down when nine of them take too long. */
export class Speed {
  private last = 0;
  private slow = 0;
  private ran = false;
  constructor(public tier: Tier) {}
  /** A frame at `t` (ms); `running`: the next one follows by itself. True when the tier has just fallen. */
  frame(t: number, running: boolean): boolean {
    const dt = t - this.last;
    const follows = this.ran || dt < PAUSE;
    this.last = t;
    this.ran = running;
    if (this.tier === 0 || !follows) return false;
    // A very slow frame counts for several.
    this.slow = dt > SLOW_FRAME ? this.slow + Math.min(3, dt / SLOW_FRAME) : Math.max(0, this.slow - 0.25);
    if (this.slow < PATIENCE) return false;
    this.slow = 0;
    this.tier = (this.tier - 1) as Tier;
    return true;
  }
}
