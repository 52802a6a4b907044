/** Keys of the presenter, as reveal.js and clickers have them. Single letters can be switched off; arrows, Page keys, Home, End stay. */
import { keep, recall } from './memory';

export interface Does {
  next(): void; back(): void; first(): void; last(): void; black(): void; full(): void; overview(): void; goto(): void;
  notes(): void; compare(): void; spot(): void; white(): void; home(): void; help(): void; answer(k: number): void;
}

const ALWAYS: Record<string, keyof Does> = {
  ArrowRight: 'next', ArrowDown: 'next', PageDown: 'next', ArrowLeft: 'back', ArrowUp: 'back', PageUp: 'back', Home: 'first', End: 'last', Escape: 'overview',
};
const LETTERS: Record<string, keyof Does> = {
  ' ': 'next', n: 'next', l: 'next', j: 'next', p: 'back', h: 'back', k: 'back', b: 'black', v: 'black', '.': 'black', f: 'full', o: 'overview', g: 'goto',
  s: 'notes', c: 'compare', x: 'spot', w: 'white', '0': 'home', '?': 'help',
};

export class Keys {
  /**
   * @param wake - ends a black screen; true if there was one, and the key then does nothing else.
   * @param pressed - called with each key that does something.
   */
  constructor(host: HTMLElement, private does: Does, private wake: () => boolean, private pressed: () => void) {
    addEventListener('keydown', (e) => this.key(e));
    const box = host.querySelector<HTMLInputElement>('[data-letters]')!;
    box.checked = this.letters;
    box.addEventListener('change', () => { keep('letters', box.checked); });
  }

  private get letters(): boolean { return recall('letters', true); }

  private key(e: KeyboardEvent): void {
    if (e.defaultPrevented || e.altKey || e.ctrlKey || e.metaKey || document.querySelector('dialog[open]')) return;
    const target = e.target as HTMLElement;
    if (target.matches('input, select, textarea')) return;
    /* A button that has the focus keeps the keys that press it. */
    if ((e.key === ' ' || e.key === 'Enter') && target.closest('button, a')) return;
    if (this.wake()) { e.preventDefault(); this.pressed(); return; }
    const digit = /^[1-9]$/.test(e.key) ? Number(e.key) : 0;
    const name = ALWAYS[e.key] ?? (this.letters ? LETTERS[e.key.length === 1 ? e.key.toLowerCase() : e.key] : undefined);
    if (!name && !(digit && this.letters)) return;
    e.preventDefault();
    this.pressed();
    if (digit) this.does.answer(digit - 1);
    else (this.does[name as keyof Does] as () => void)();
  }
}
