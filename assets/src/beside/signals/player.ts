/** Moves along the recording: play, pause, seek. Draws only while it plays; never by itself where motion is unwanted. */
export class Player {
  moment: number;
  playing = false;
  private frame = 0;
  private last = 0;
  private exact = 0;

  /** `length`: the last moment; `pace`: ms from the first to the last one. */
  constructor(readonly length: number, private pace: number, private changed: (at: number, playing: boolean) => void) {
    this.moment = length;
  }

  play(): void {
    if (this.playing) return;
    if (this.moment >= this.length) this.moment = 0;
    this.exact = this.moment;
    this.playing = true;
    this.last = 0;
    this.frame = requestAnimationFrame((t) => this.step(t));
    this.changed(this.moment, true);
  }

  pause(): void {
    cancelAnimationFrame(this.frame);
    if (!this.playing) return;
    this.playing = false;
    this.changed(this.moment, false);
  }

  seek(moment: number): void {
    cancelAnimationFrame(this.frame);
    this.playing = false;
    this.moment = Math.min(this.length, Math.max(0, Math.round(moment)));
    this.changed(this.moment, false);
  }

  private step(t: number): void {
    if (!this.playing) return;
    /* A tab that was away goes on where it was. */
    if (this.last) this.exact += (this.length * Math.min(100, t - this.last)) / this.pace;
    this.last = t;
    this.moment = Math.min(this.length, Math.floor(this.exact));
    this.playing = this.moment < this.length;
    if (this.playing) this.frame = requestAnimationFrame((u) => this.step(u));
    this.changed(this.moment, this.playing);
  }
}
