/** The tour of the Explore page. It lies beside what it points at and blocks nothing; Escape ends it, and once it was ended or
 *  declined it is not offered again in this browser. */

const root = document.documentElement;
const GAP = 14;
/** A place that takes more of the window than this has the card inside it, at its lower edge. */
const LARGE = 0.3;

function remember(): void {
  delete root.dataset.fresh;
  try { localStorage.setItem('neuroviz.tour', 'done'); } catch { /* storage is switched off: it is offered again next time */ }
}

const visible = (el: Element | null): el is HTMLElement => {
  const box = el?.getBoundingClientRect();
  return Boolean(box && box.width > 8 && box.height > 8 && getComputedStyle(el!).visibility !== 'hidden');
};

class Tour {
  private stops: { card: HTMLElement; at: string }[] = [];
  private now = 0;
  private readonly ring = document.createElement('div');
  private readonly place = (): void => this.put();

  constructor(private readonly box: HTMLElement) {
    this.ring.className = 'tour-ring';
    this.ring.hidden = true;
    box.after(this.ring);
    box.addEventListener('keydown', (e) => this.key(e));
    box.addEventListener('click', (e) => this.press((e.target as HTMLElement).closest<HTMLElement>('[data-tour]')?.dataset.tour));
  }

  async start(): Promise<void> {
    /* What stands around the picture is painted after it. */
    while ('first' in root.dataset) await new Promise(requestAnimationFrame);
    this.stops = [...this.box.querySelectorAll<HTMLElement>('li')].map((card) => ({ card, at: card.dataset.at! })).filter((s) => visible(document.querySelector(s.at)));
    if (!this.stops.length) return;
    delete root.dataset.fresh;
    this.box.hidden = false;
    this.ring.hidden = false;
    addEventListener('resize', this.place);
    this.show(0);
  }

  private show(i: number): void {
    this.now = i;
    for (const { card } of this.stops) card.hidden = true;
    const { card } = this.stops[i];
    card.hidden = false;
    const count = this.box.querySelector<HTMLElement>('[data-slot="count"]')!;
    count.textContent = count.dataset.words!.replace('{i}', String(i + 1)).replace('{n}', String(this.stops.length));
    const back = this.box.querySelector<HTMLButtonElement>('[data-tour="back"]')!;
    back.hidden = i === 0;
    const next = this.box.querySelector<HTMLButtonElement>('[data-tour="next"]')!;
    next.textContent = i === this.stops.length - 1 ? next.dataset.last! : next.dataset.more!;
    this.put();
    card.querySelector<HTMLElement>('h2')!.focus({ preventScroll: true });
  }

  /** The card goes where there is most room beside its place: right, left, above, below, or inside a large one. */
  private put(): void {
    const at = document.querySelector(this.stops[this.now].at)?.getBoundingClientRect();
    if (!at) return;
    Object.assign(this.ring.style, { left: `${at.left}px`, top: `${at.top}px`, width: `${at.width}px`, height: `${at.height}px` });
    const { offsetWidth: w, offsetHeight: h } = this.box;
    const rooms = [
      { room: innerWidth - at.right - w, left: at.right + GAP, top: at.top + (at.height - h) / 2 },
      { room: at.left - w, left: at.left - w - GAP, top: at.top + (at.height - h) / 2 },
      { room: at.top - h, left: at.left + (at.width - w) / 2, top: at.top - h - GAP },
      { room: innerHeight - at.bottom - h, left: at.left + (at.width - w) / 2, top: at.bottom + GAP },
    ].filter((r) => r.room > 2 * GAP && at.width * at.height < LARGE * innerWidth * innerHeight);
    const best = rooms.sort((a, b) => b.room - a.room)[0] ?? { left: at.left + (at.width - w) / 2, top: at.bottom - h - 3 * GAP };
    this.box.style.left = `${Math.round(Math.max(GAP, Math.min(best.left, innerWidth - w - GAP)))}px`;
    this.box.style.top = `${Math.round(Math.max(GAP, Math.min(best.top, innerHeight - h - GAP)))}px`;
  }

  private press(what?: string): void {
    if (what === 'skip' || (what === 'next' && this.now === this.stops.length - 1)) this.end();
    else if (what === 'next') this.show(this.now + 1);
    else if (what === 'back') this.show(this.now - 1);
  }

  private key(e: KeyboardEvent): void {
    /* With Shift they turn the brain. */
    if (e.shiftKey && e.key.startsWith('Arrow')) return;
    const step = { ArrowRight: 'next', ArrowLeft: 'back', Escape: 'skip' }[e.key];
    e.stopPropagation();
    if (!step || (step === 'back' && this.now === 0)) return;
    e.preventDefault();
    this.press(step);
  }

  private end(): void {
    remember();
    this.box.hidden = true;
    this.ring.hidden = true;
    removeEventListener('resize', this.place);
    document.querySelector<HTMLElement>('#main')?.focus({ preventScroll: true });
  }
}

const box = document.querySelector<HTMLElement>('.tour');
const tour = box && new Tour(box);

/** Start it from the address, as the link on the start page does. */
function fromAddress(): void {
  if (location.hash !== '#tour') return;
  history.replaceState(null, '', location.pathname + location.search);
  void tour?.start();
}

document.querySelector('.tour-offer')?.addEventListener('click', (e) => {
  const what = (e.target as HTMLElement).closest<HTMLElement>('[data-tour]')?.dataset.tour;
  if (what === 'start') void tour?.start();
  if (what === 'skip') remember();
});
addEventListener('hashchange', fromAddress);
if (root.dataset.ready) fromAddress();
else new MutationObserver((_, watcher) => { if (root.dataset.ready) { watcher.disconnect(); fromAddress(); } }).observe(root, { attributeFilter: ['data-ready'] });
