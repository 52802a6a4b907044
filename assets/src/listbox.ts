/** What is on screen as one list with a roving focus: the same for the drawn and the 3-D picture. Each option lies on its node. */

export interface Events { focused(index: number): void; chosen(index: number): void; left(): void }

/** Parcels, or anything else that is numbered from 1. */
export class ParcelList<T extends { i: number }> {
  private key = '';
  private current = 0;

  constructor(private host: HTMLElement, private name: (p: T) => string, private events: Events) {
    host.addEventListener('keydown', (e) => this.keys(e));
    host.addEventListener('focusin', (e) => {
      const i = Number((e.target as HTMLElement).dataset.index);
      if (i) { this.rove(i); events.focused(i); }
    });
    host.addEventListener('focusout', (e) => { if (!host.contains(e.relatedTarget as Node)) events.left(); });
    host.addEventListener('click', (e) => { const i = Number((e.target as HTMLElement).closest<HTMLElement>('[data-index]')?.dataset.index); if (i) events.chosen(i); });
  }

  private options(): HTMLElement[] { return [...this.host.children] as HTMLElement[]; }

  fill(parcels: T[], selected: number): void {
    const key = parcels.map((p) => p.i).join();
    if (key !== this.key) {
      const hadFocus = this.host.contains(document.activeElement);
      this.key = key;
      this.host.replaceChildren(...parcels.map((p) => {
        const el = document.createElement('div');
        el.setAttribute('role', 'option');
        el.dataset.index = String(p.i);
        el.setAttribute('aria-label', this.name(p));
        el.tabIndex = -1;
        return el;
      }));
      const first = parcels.some((p) => p.i === this.current) ? this.current : parcels[0]?.i ?? 0;
      this.rove(selected || first);
      if (hadFocus) this.focus(this.current);
    }
    for (const el of this.options()) el.setAttribute('aria-selected', String(Number(el.dataset.index) === selected));
  }

  /** Put every option on its node. */
  place(at: (index: number, k: number) => { x: number; y: number; shown: boolean }): void {
    this.options().forEach((el, k) => {
      const p = at(Number(el.dataset.index), k);
      el.style.transform = `translate(${p.x.toFixed(0)}px, ${p.y.toFixed(0)}px)`;
    });
  }

  focus(index: number): void { this.options().find((el) => Number(el.dataset.index) === index)?.focus({ preventScroll: true }); }
  has(el: Element | null): boolean { return this.host.contains(el); }

  private rove(index: number): void {
    this.current = index;
    for (const el of this.options()) el.tabIndex = Number(el.dataset.index) === index ? 0 : -1;
  }

  private keys(e: KeyboardEvent): void {
    if (e.shiftKey || e.altKey || e.ctrlKey || e.metaKey) return;
    const all = this.options();
    const at = all.findIndex((el) => Number(el.dataset.index) === this.current);
    const to = { ArrowRight: at + 1, ArrowDown: at + 1, ArrowLeft: at - 1, ArrowUp: at - 1, Home: 0, End: all.length - 1 }[e.key];
    if (to !== undefined) {
      e.preventDefault();
      all[(to + all.length) % all.length]?.focus({ preventScroll: true });
    } else if (e.key === 'Enter' || e.key === ' ') {
      e.preventDefault();
      this.events.chosen(this.current);
    }
  }
}
