/** The start in several short tasks, so that the page answers in between. */
import type { Cortex } from '../picture';
import { pause, type Painter } from './painter';

/** ms for the first picture to be drawn before the rest is made ready. */
const HEAD_START = 150;

/**
 * `light`: the first picture is a draft with the light mesh. `paint` brings the picture to the buffers, `open` is called as soon as something can
 * be drawn. False when `over` said that it is not wanted any more.
 */
export async function start(painter: Painter, data: Cortex, light: boolean, paint: () => void, open: () => void, over: () => boolean): Promise<boolean> {
  const tasks = [
    () => painter.build(data),
    () => painter.compile(painter.draft(light)),
    () => painter.cortex.prepare(),
    paint,
    () => painter.fence(),
    () => painter.warm(painter.draft(light)),
    open,
    () => painter.compile(painter.others()),
    // Where there is no graphics card programs are made ready by the same processors that draw.
    () => pause(HEAD_START),
    () => painter.fence(),
    () => painter.warm(painter.others()),
    () => painter.compile(painter.spare(light)),
  ];
  for (const task of tasks) {
    do await pause(painter.lost ? 100 : 0);
    while (painter.lost && !over());
    if (over()) return false;
    await task();
  }
  return true;
}
