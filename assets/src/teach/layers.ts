/** What opens over the slide: all steps, go to, the keys, and the black screen. */
import type { Course } from './course';

export class Layers {
  private dark: HTMLButtonElement;

  constructor(private host: HTMLElement, private go: (place: number) => void, private changed: () => void) {
    this.dark = host.querySelector<HTMLButtonElement>('.black')!;
    this.dark.addEventListener('click', () => this.black());
    for (const dialog of host.querySelectorAll('dialog')) {
      dialog.querySelector('[data-close]')!.addEventListener('click', () => dialog.close());
      dialog.addEventListener('click', (e) => { if (e.target === dialog) dialog.close(); });
    }
    this.dialog('goto').querySelector('form')!.addEventListener('submit', () => {
      const n = Number(this.dialog('goto').querySelector('input')!.value);
      if (Number.isInteger(n) && n > 0) this.go(n - 1);
    });
    this.dialog('overview').addEventListener('keydown', (e) => this.walk(e));
  }

  private dialog(id: string): HTMLDialogElement { return this.host.querySelector<HTMLDialogElement>(`#${id}`)!; }

  get isBlack(): boolean { return !this.dark.hidden; }

  black(): void {
    this.dark.hidden = !this.dark.hidden;
    if (this.dark.hidden) this.host.querySelector<HTMLElement>('.slide h2')!.focus({ preventScroll: true });
    else this.dark.focus();
    this.changed();
  }

  help(): void { this.dialog('keys').showModal(); }

  goto(course: Course): void {
    if (!course.file) return;
    const input = this.dialog('goto').querySelector('input')!;
    input.max = String(course.steps.length);
    input.value = '';
    this.dialog('goto').showModal();
  }

  overview(course: Course): void {
    if (!course.file) return;
    const dialog = this.dialog('overview');
    dialog.querySelector('.cards')!.replaceChildren(...course.steps.map((id, k) => {
      const li = document.createElement('li');
      const b = document.createElement('button');
      b.type = 'button';
      const n = document.createElement('b');
      n.textContent = String(k + 1);
      const name = document.createElement('span');
      name.textContent = course.file!.steps[id].title;
      b.append(n, name);
      if (k === course.place) b.setAttribute('aria-current', 'step');
      b.addEventListener('click', () => { dialog.close(); this.go(k); });
      li.append(b);
      return li;
    }));
    dialog.showModal();
    dialog.querySelector<HTMLElement>('[aria-current]')?.focus();
  }

  /** Arrows go from card to card; up and down by rows. */
  private walk(e: KeyboardEvent): void {
    const cards = [...this.dialog('overview').querySelectorAll<HTMLButtonElement>('.cards button')];
    const at = cards.indexOf(document.activeElement as HTMLButtonElement);
    if (at < 0) return;
    const row = cards.filter((c) => c.offsetTop === cards[0].offsetTop).length;
    const by: Record<string, number> = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: row, ArrowUp: -row, Home: -at, End: cards.length - 1 - at };
    if (!(e.key in by)) return;
    e.preventDefault();
    cards[Math.max(0, Math.min(cards.length - 1, at + by[e.key]))].focus();
  }
}
