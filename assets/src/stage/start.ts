/** The start in several short tasks, so that the page answers in between. */
import { breathe } from '../breathe';
import type { Cortex } from '../picture';
import { pause, type Painter } from './painter';

/** ms for the first picture to be drawn before the rest is made ready. */
const HEAD_START = 150;

/**
 * Programs are made first, beside the main thread, which gets the cortex ready meanwhile. `light`: the first picture is a draft with the light mesh,
 * which is all that is made ready for it. `paint` brings the picture to the buffers, `open` is called as soon as something can be drawn. False when
 * `over` said that it is not wanted any more.
 */
export async function start(painter: Painter, cortex: Promise<Cortex>, light: boolean, paint: () => void, open: () => void, over: () => boolean): Promise<boolean> {
  const inTurn = async (...tasks: (() => unknown)[]): Promise<void> => {
    for (const task of tasks) {
      await breathe();
      while (painter.lost && !over()) await pause(100);
      if (over()) return;
      await task();
    }
  };
  const programs = inTurn(() => painter.compile(painter.first(light)), () => painter.fence(), () => painter.warm(painter.first(light)));
  await inTurn(
    async () => {
      /* That it did not come is told by who asked for it. */
      const data = await cortex.catch(() => null);
      if (data) painter.cortex.fill(data, light);
    },
    () => painter.cortex.prepare(),
    () => programs,
    paint,
    open,
    // Where there is no graphics card programs are made by the same processors that draw.
    () => pause(HEAD_START),
    ...(light ? [() => painter.cortex.fill(painter.cortex.data!, false), () => painter.cortex.prepare(), paint] : []),
    () => painter.compile(painter.others(light)),
    () => painter.fence(),
    () => painter.warm(painter.others(light)),
    () => painter.compile(painter.spare(light)),
  );
  return !over();
}
