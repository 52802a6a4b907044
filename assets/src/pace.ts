/** Draws a picture while the clock runs. Where that takes long, the playhead and what moves by itself go on, and the picture follows at its own pace. */

/** ms that three frames may take; how long the pause after a slower picture is, in times of it, and at most in ms. */
const SLOW = 90;
const PAUSE = 3;
const LONGEST = 500;
/** What waits for its turn waits for the same beat, in ms: where drawing is slow, one frame with much in it costs less than several. */
const BEAT = 160;
const untilBeat = (from = 0): number => from + BEAT - ((performance.now() + from) % BEAT);

export class Pace {
  private late = 0;
  /** When the next picture may be drawn. */
  private free = 0;

  constructor(private draw: () => void) {}

  /** The state has changed. A step is drawn at once; of a drag each picture that there is time for, the last one in any case. */
  follow(drag = false): void {
    clearTimeout(this.late);
    const wait = this.free - performance.now();
    if (drag && wait > 0) this.late = window.setTimeout(() => this.picture(true), untilBeat(wait));
    else this.picture(drag);
  }

  private picture(drag: boolean): void {
    const began = performance.now();
    this.draw();
    const after = (frames: number, then: () => void): void => { if (frames) requestAnimationFrame(() => after(frames - 1, then)); else then(); };
    /* A frame is drawn beside the main thread: what it took is seen in those that follow. */
    if (drag) after(3, () => { const took = performance.now() - began; this.free = took > SLOW ? began + took + Math.min(LONGEST, PAUSE * took) : 0; });
  }

  stop(): void { clearTimeout(this.late); }
}

/** Does something on each beat while much changes in a row, and in the end: words that change faster cannot be read, only drawn. */
export class Seldom {
  private late = 0;

  constructor(private job: () => void) {}

  follow(drag = false): void {
    if (drag) this.late ||= window.setTimeout(() => this.follow(), untilBeat());
    else { clearTimeout(this.late); this.late = 0; this.job(); }
  }
}
