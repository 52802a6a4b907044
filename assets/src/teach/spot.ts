/** A point of light that follows the pointer, or a light around it while the rest is dimmed. */
import { tell } from './words';

const MODES = ['off', 'laser', 'light'] as const;

export class Spot {
  private el: HTMLElement;
  private mode = 0;

  constructor(host: HTMLElement) {
    this.el = host.querySelector<HTMLElement>('.spot')!;
    addEventListener('pointermove', (e) => {
      if (!this.mode) return;
      this.el.style.setProperty('--x', `${e.clientX}px`);
      this.el.style.setProperty('--y', `${e.clientY}px`);
    });
  }

  /** The next mode; returns the sentence that says so. */
  next(): string {
    this.mode = (this.mode + 1) % MODES.length;
    this.el.hidden = this.mode === 0;
    this.el.dataset.mode = MODES[this.mode];
    document.documentElement.toggleAttribute('data-laser', this.mode === 1);
    return tell(`present.spot_${MODES[this.mode]}`);
  }
}
