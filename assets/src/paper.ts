/**
 * On paper: while the page is printed it wears light colours and the layout of a desk, the drawn picture stands for the 3-D one, and the stage has
 * a size of its own (30-explore.css), in which names find their places before it is printed.
 */
import { apply } from './prefs';

const root = document.documentElement;
/** What is on screen meanwhile comes back. */
let screen: Partial<Record<'tier' | 'smooth', string>> = {};

function paper(on: boolean): void {
  if (on === 'print' in root.dataset) return;
  if (on) {
    const { tier, smooth } = root.dataset;
    screen = { tier, smooth };
    Object.assign(root.dataset, { print: '', tier: 'drawn', smooth: '' });
  } else {
    delete root.dataset.print;
    root.dataset.tier = screen.tier;
    if (screen.smooth === undefined) delete root.dataset.smooth;
  }
  apply();
  dispatchEvent(new Event('neuroviz:look'));
}

addEventListener('beforeprint', () => paper(true));
addEventListener('afterprint', () => paper(false));
matchMedia('print').addEventListener('change', (e) => paper(e.matches));
