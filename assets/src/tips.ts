/** What a term means, beside it: on hover, on focus, on tap. The words come from the glossary, in one small file that is fetched
 *  when the first term is touched. The tip stays while the pointer is on the term or on the tip, and goes with Escape. */
import { need } from './files';

type Terms = { terms: Record<string, [name: string, meaning: string, say: string]> };

const GAP = 8;
/** Pages that are not left by a click on a term: somebody is being taught, or asked. */
const STAY = ['lesson', 'present', 'quiz'];
const PATIENCE = 140;

let tip: HTMLElement | null = null;
let owner: HTMLElement | null = null;
let timer = 0;
let dismissed: HTMLElement | null = null;
/** The kind of the last press, so that a tap shows the tip first and follows the link only when it is shown. */
let touch = false;

const term = (target: EventTarget | null): HTMLElement | null => (target instanceof Element ? target.closest<HTMLElement>('a.term') : null);

function make(): HTMLElement {
  const el = document.createElement('div');
  el.id = 'term-tip';
  el.className = 'term-tip';
  el.setAttribute('role', 'tooltip');
  el.hidden = true;
  el.append(document.createElement('b'), document.createElement('small'), document.createElement('span'));
  el.addEventListener('pointerenter', () => clearTimeout(timer));
  el.addEventListener('pointerleave', later);
  document.body.append(el);
  return el;
}

function place(el: HTMLElement, at: HTMLElement): void {
  const box = at.getClientRects()[0] ?? at.getBoundingClientRect();
  const { offsetWidth: w, offsetHeight: h } = el;
  const left = Math.max(GAP, Math.min(box.left + box.width / 2 - w / 2, innerWidth - w - GAP));
  const above = box.top - h - GAP;
  el.style.left = `${left}px`;
  el.style.top = `${above > GAP ? above : Math.min(box.bottom + GAP, innerHeight - h - GAP)}px`;
}

async function show(at: HTMLElement): Promise<void> {
  clearTimeout(timer);
  if (owner === at) return;
  hide();
  owner = at;
  const { terms } = await need<Terms>('terms');
  const words = terms[at.dataset.term ?? ''];
  if (owner !== at || !words) return;
  tip ??= make();
  [...tip.children].forEach((child, i) => { child.textContent = words[[0, 2, 1][i]]; });
  /* A popover lies over everything, dialogs and other popovers included. */
  tip.hidden = false;
  at.setAttribute('aria-describedby', tip.id);
  place(tip, at);
}

function hide(): void {
  clearTimeout(timer);
  owner?.removeAttribute('aria-describedby');
  owner = null;
  if (tip) tip.hidden = true;
}

function later(): void {
  clearTimeout(timer);
  timer = window.setTimeout(() => { if (!owner || owner !== document.activeElement) hide(); }, PATIENCE);
}

/** One set of listeners for all terms, those that come later included. */
export function tips(): void {
  addEventListener('pointerover', (e) => {
    const at = term(e.target);
    if (at && e.pointerType !== 'touch' && at !== dismissed) void show(at);
    if (!at) dismissed = null;
  });
  addEventListener('pointerout', (e) => { if (term(e.target) && e.pointerType !== 'touch') later(); });
  addEventListener('focusin', (e) => { const at = term(e.target); if (at && !touch) void show(at); else if (!at) hide(); });
  addEventListener('focusout', (e) => { if (term(e.target) === owner) later(); });
  addEventListener('pointerdown', (e) => {
    touch = e.pointerType === 'touch';
    if (!term(e.target) && !(e.target instanceof Node && tip?.contains(e.target))) hide();
  }, true);
  addEventListener('click', (e) => {
    const at = term(e.target);
    if (!at) return;
    const shown = owner === at && !tip?.hidden;
    if (STAY.includes(document.documentElement.dataset.page ?? '') || (touch && !shown)) { e.preventDefault(); void show(at); }
  });
  addEventListener('keydown', (e) => {
    touch = false;
    if (e.key !== 'Escape' || !owner) return;
    dismissed = owner;
    hide();
    e.stopPropagation();
  }, true);
  addEventListener('scroll', () => { if (owner && tip && !tip.hidden) place(tip, owner); }, { capture: true, passive: true });
}
