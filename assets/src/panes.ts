/** How the stage is parted for a way of comparing: all panes are seen by the same camera. */
import type { Frame, Pane } from './picture';
import { phone } from './prefs';
import type { State } from './state';

/** Two panes stand side by side when there is more width than height, else, and on a phone, one above the other. */
const WIDE = 0.9;

export function panes({ width, height, inset }: Frame, state: State): Pane[] {
  const w = width - inset.left - inset.right;
  const h = height - inset.top - inset.bottom;
  const whole = { x: 0, y: 0, width, height };
  if (state.compare === 'side' && w > WIDE * h && !phone()) {
    const x = inset.left + w / 2;
    return [
      { kind: 'before', inset: { ...inset, right: width - x }, clip: { ...whole, width: x } },
      { kind: 'now', inset: { ...inset, left: x }, clip: { ...whole, x, width: width - x } },
    ];
  }
  if (state.compare === 'side') {
    const y = inset.top + h / 2;
    return [
      { kind: 'before', inset: { ...inset, bottom: height - y }, clip: { ...whole, height: y } },
      { kind: 'now', inset: { ...inset, top: y }, clip: { ...whole, y, height: height - y } },
    ];
  }
  if (state.compare === 'wipe') {
    const x = seam({ width, inset } as Frame, state);
    return [{ kind: 'before', inset, clip: { ...whole, width: x } }, { kind: 'now', inset, clip: { ...whole, x, width: width - x } }];
  }
  return [{ kind: state.compare === 'difference' ? 'difference' : 'now', inset, clip: whole }];
}

/** CSS px from the left at which the wipe parts the stage. */
export const seam = ({ width, inset }: Frame, state: State): number => inset.left + ((width - inset.left - inset.right) * Number(state.wipe)) / 100;
