/** The scales of the one picture. Each is a view that is shown, follows the state, and is put away; all but the network come as
 *  bundles of their own (`<id>.js`), loaded when they are first asked for, which call `neuroviz.addScale(id, make)`. */
import { frame } from './breathe';
import type { Bus, Change } from './bus';
import { url } from './config';
import { script } from './scripts';
import type { Film } from './film';
import { machine, still } from './prefs';
import { shared } from './shared';

export interface ScaleContext {
  id: string;
  /** The whole of Explore, this scale's part of the stage, of the panel, and of the tools. */
  host: HTMLElement;
  layer: HTMLElement;
  side: HTMLElement;
  tools: HTMLElement;
  bus: Bus;
  film: Film;
  /** Say what is on screen now to those who do not see it; heard when the hand rests. */
  announce(text: string): void;
  /** A polite sentence on the stage, with something to try again; an empty one takes the last away. */
  notice(text: string, again?: () => void): void;
}

export interface ScaleView {
  /** Show it; fulfilled when all is on screen. */
  enter(): void | Promise<void>;
  /** Put it away: nothing moves and nothing is computed any more. */
  leave(): void;
  /** The state has changed, while it is on screen. */
  follow(change: Change): void;
  /** What it draws now, in numbers, for tests. */
  report?(): unknown;
  /** Where the next deeper scale begins, CSS px of the layer; its middle where this is left out. */
  gate?(): { x: number; y: number };
}

export type MakeScale = (context: ScaleContext) => ScaleView;

const makers = shared('scaleMakers', () => new Map<string, MakeScale>());

export function addScale(id: string, make: MakeScale): void { makers.set(id, make); }

/** The maker of a scale, loading its bundle when it is first needed. */
export async function scaleMaker(id: string): Promise<MakeScale> {
  if (!makers.has(id)) await script(url(`${id}.js`));
  return makers.get(id)!;
}

/** ms of a dive, of a fade, and how much larger or smaller the other scale is at its end. */
const DIVE = 900;
const FADE = 240;
const GROWTH = 2;

/**
 * From one layer into the next. It sets out before the new one is drawn (`show`), which may take a while. `gate`: the place in the outer one where
 * the inner one lies.
 */
export function dive(from: HTMLElement, to: HTMLElement, inwards: boolean, gate: () => string, show: () => void): Promise<void> {
  return machine.swift ? zoom(from, to, inwards, gate, show) : veil(from, show);
}

/** One continuous zoom: inwards the old one grows past the eye, outwards it shrinks away. */
async function zoom(from: HTMLElement, to: HTMLElement, inwards: boolean, gate: () => string, show: () => void): Promise<void> {
  const timing = { duration: still() ? FADE : DIVE, easing: 'cubic-bezier(.65, 0, .35, 1)' };
  const [grown, shrunk] = still() ? ['none', 'none'] : [`scale(${GROWTH})`, `scale(${1 / GROWTH})`];
  from.style.transformOrigin = inwards ? gate() : '';
  const moves = [from.animate([{ transform: 'none', opacity: 1 }, { transform: inwards ? grown : shrunk, opacity: 0 }], { ...timing, fill: 'forwards' })];
  await frame();
  show();
  to.style.transformOrigin = inwards ? '' : gate();
  moves.push(to.animate([{ transform: inwards ? shrunk : grown, opacity: 0 }, { transform: 'none', opacity: 1 }], timing));
  await Promise.all(moves.map((m) => m.finished.catch(() => undefined)));
  for (const m of moves) m.cancel();
}

/** A fade through the ground. A zoom has every layer drawn anew at another size, and a cross-fade both at once: seconds without a graphics card. */
async function veil(from: HTMLElement, show: () => void): Promise<void> {
  const cover = Object.assign(document.createElement('div'), { className: 'veil' });
  from.after(cover);
  const fade = (to: number): Promise<unknown> => cover.animate([{ opacity: 1 - to }, { opacity: to }], { duration: FADE, fill: 'forwards' }).finished;
  await fade(1);
  from.hidden = true;
  show();
  await frame();
  await fade(0);
  cover.remove();
}
