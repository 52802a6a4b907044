/** What every page does before its first paint. Python writes this bundle into the head of the page (neuroviz/ui/frame.py).
 *
 *  Scripts are fetched with the document but started when it is complete: while a page counts as loading, Chromium draws a turning circle in
 *  its tab, which without a graphics card takes half of two processors. Where the 3-D picture comes at once, its script is fetched then, and
 *  its canvas gets its context just before the first frame. */
import { frame } from './breathe';
import { makeEarly } from './context';
import { apply, kept, narrow } from './look';
import { give, script } from './scripts';
import { shared } from './shared';

/** ms after which what stands around the picture no longer waits for it. */
const PATIENCE = 2500;

const root = document.documentElement;
/** Address of the bundle of the 3-D picture with which this page begins. */
const { ahead } = document.currentScript!.dataset;
const in3d = 'WebGL2RenderingContext' in window && !narrow() && !/[?&](tier=drawn|clock=open|scale=(?!network))/.test(location.search);

apply();
if (in3d) root.dataset.hold = '';
root.dataset.first = '';
setTimeout(() => delete root.dataset.first, PATIENCE);
if (!kept('tour')) root.dataset.fresh = '';
if (/[?&]embed=1(&|$)/.test(location.search)) root.dataset.embed = '';
root.dataset.script = 'on';

shared('give', () => give);
shared('firstFrame', frame);

/** A script with data (its name in `data-run`) starts in any order, others as they stand. */
function run(link: HTMLLinkElement): void {
  const el = document.createElement('script');
  el.src = link.getAttribute('href')!;
  const file = link.dataset.run!;
  el.async = file !== '';
  if (file) el.dataset.file = file;
  document.head.append(el);
}

addEventListener('load', () => setTimeout(() => {
  document.querySelectorAll<HTMLLinkElement>('link[data-run]').forEach(run);
  if (in3d && ahead) script(ahead).catch(() => undefined); /* said by `raise` of loading.ts */
}));
if (in3d && ahead) addEventListener('DOMContentLoaded', makeEarly);
