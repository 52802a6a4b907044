/** The keyboard in a drawn scene: arrows go from part to part, Enter explains, T leads to all in words, Page keys step. */
import type { Pane } from './pane';

interface Hands { chosen(id: string): void; left(): void; twin(): void; step(by: number): void }

export function keys(layer: HTMLElement, pane: Pane, hands: Hands): void {
  let last = '';
  const reachable = (): SVGElement[] => pane.reachable();
  const rove = (to: SVGElement, focus: boolean): void => {
    for (const el of reachable()) el.setAttribute('tabindex', el === to ? '0' : '-1');
    last = to.dataset.part!;
    if (focus) to.focus();
  };
  pane.svg.addEventListener('focusin', (e) => { const el = (e.target as Element).closest<SVGElement>('.part'); if (el) rove(el, false); });
  pane.svg.addEventListener('keydown', (e) => {
    const all = reachable();
    const here = all.findIndex((el) => el === document.activeElement);
    if (here < 0 || e.altKey || e.ctrlKey || e.metaKey) return;
    const to = { ArrowRight: here + 1, ArrowDown: here + 1, ArrowLeft: here - 1, ArrowUp: here - 1, Home: 0, End: all.length - 1 }[e.key];
    if (to !== undefined) rove(all[(to + all.length) % all.length], true);
    else if (e.key === 'Enter' || e.key === ' ') hands.chosen(all[here].dataset.part!);
    else if (e.key === 'Escape') hands.left();
    else if (e.key === 't' || e.key === 'T') hands.twin();
    else return;
    e.preventDefault();
  });
  layer.addEventListener('keydown', (e) => {
    if (e.key === 'PageDown' || e.key === 'PageUp') { hands.step(e.key === 'PageDown' ? 1 : -1); e.preventDefault(); }
  });
  /* One part can always be reached with Tab, also after the part that was has gone. */
  const settle = (): void => {
    const all = reachable();
    if (all.length && !all.some((el) => el.getAttribute('tabindex') === '0')) (all.find((el) => el.dataset.part === last) ?? all[0]).setAttribute('tabindex', '0');
  };
  new MutationObserver(settle).observe(pane.svg, { subtree: true, attributes: true, attributeFilter: ['style'] });
  settle();
}
