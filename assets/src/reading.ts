/** The evidence page and the glossary: search and filters, mirrored in the address. All text is on the page; what does not fit is hidden. */

const plain = (text: string): string => text.toLowerCase().normalize('NFKD').replace(/[̀-ͯ]/g, '').replace(/[’‘]/g, "'");

/** The words of a search that count, without a plural s. */
const words = (query: string, ignore: Set<string>): string[] =>
  plain(query).split(/[^a-z0-9'*.-]+/).filter((w) => w && !ignore.has(w)).map((w) => (w.length > 3 ? w.replace(/s$/, '') : w));

interface Reader {
  items: { el: HTMLElement; text: string }[];
  /** Keep an item? Asked after the search words have been found in it. */
  keep(el: HTMLElement): boolean;
}

class Finder {
  private readonly status: HTMLElement;
  private readonly input: HTMLInputElement;
  private readonly ignore: Set<string>;
  private timer = 0;

  constructor(private readonly main: HTMLElement, private readonly form: HTMLFormElement, private readonly reader: Reader) {
    this.status = form.querySelector('.status')!;
    this.input = form.querySelector('[type="search"]')!;
    this.ignore = new Set((form.dataset.ignore ?? '').split(' '));
    form.addEventListener('submit', (e) => { e.preventDefault(); this.apply(); });
    form.addEventListener('input', () => this.changed());
    form.addEventListener('reset', () => setTimeout(() => this.changed()));
  }

  /** Set the form from the address. */
  read(): void {
    const query = new URLSearchParams(location.search);
    this.input.value = query.get('q') ?? '';
    for (const box of this.form.querySelectorAll<HTMLInputElement>('[type="checkbox"]'))
      box.checked = (query.get(box.name) ?? '').split(',').includes(box.value);
    this.apply();
  }

  get active(): boolean {
    return Boolean(this.input.value.trim() || this.form.querySelector(':checked'));
  }

  reset(): void {
    this.form.reset();
    this.apply();
  }

  chosen(name: string): string[] {
    return [...this.form.querySelectorAll<HTMLInputElement>(`[name="${name}"]:checked`)].map((box) => box.value);
  }

  private changed(): void {
    this.apply();
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => write({ q: this.input.value.trim(), ...this.boxes() }), 250);
  }

  private boxes(): Record<string, string> {
    const names = new Set([...this.form.querySelectorAll<HTMLInputElement>('[type="checkbox"]')].map((b) => b.name));
    return Object.fromEntries([...names].map((n) => [n, this.chosen(n).join(',')]));
  }

  apply(): void {
    const asked = words(this.input.value, this.ignore);
    let n = 0;
    for (const { el, text } of this.reader.items) {
      const fits = asked.every((w) => text.includes(w)) && this.reader.keep(el);
      el.hidden = !fits;
      if (fits) n++;
    }
    for (const group of this.main.querySelectorAll<HTMLElement>('.part')) group.hidden = !group.querySelector('.claim:not([hidden]), .entry:not([hidden])');
    const { all, some, none } = this.status.dataset;
    const text = n === this.reader.items.length ? all! : n ? some!.replace('{n}', String(n)) : none!;
    if (this.status.textContent !== text) this.status.textContent = text;
    this.form.classList.toggle('is-active', this.active);
  }
}

/** Mirror values in the address; an empty value leaves it. */
function write(values: Record<string, string>): void {
  const query = new URLSearchParams(location.search);
  for (const [key, value] of Object.entries(values)) if (value) query.set(key, value); else query.delete(key);
  const text = query.toString().replace(/%2C/g, ',');
  history.replaceState(null, '', location.pathname + (text ? `?${text}` : '') + location.hash);
}

const items = (main: HTMLElement, selector: string): Reader['items'] =>
  [...main.querySelectorAll<HTMLElement>(selector)].map((el) => ({ el, text: plain(`${el.textContent} ${el.id.replace(/-/g, ' ')}`) }));

/** Bring what the address names on screen: its details open, nothing in the way. */
function follow(main: HTMLElement, finder: Finder, mode: (value: string) => void): void {
  const id = decodeURIComponent(location.hash.slice(1));
  const target = id ? document.getElementById(id) : null;
  if (!target || !main.contains(target)) return;
  if (target.closest('.conditions')) mode('conditions');
  else if (target.closest('.claim-list') && main.dataset.mode === 'conditions') mode('claims');
  if (target.closest('[hidden]')) { finder.reset(); write({ q: '', verdict: '', species: '', place: '' }); }
  if (target.matches('.claim')) target.querySelector('details')?.setAttribute('open', '');
  target.scrollIntoView();
}

function evidence(main: HTMLElement): void {
  const form = main.querySelector<HTMLFormElement>('form.filters')!;
  const finder: Finder = new Finder(main, form, {
    items: items(main, '.claim'),
    keep: (el) => ['verdict', 'species', 'place'].every((key) => {
      const wanted = finder.chosen(key);
      return !wanted.length || (el.dataset[key] ?? '').split(' ').some((value) => wanted.includes(value));
    }),
  });
  const radios = [...main.querySelectorAll<HTMLInputElement>('[name="mode"]')];
  const mode = (value: string): void => {
    const known = radios.some((r) => r.value === value) ? value : 'claims';
    main.dataset.mode = known;
    for (const radio of radios) radio.checked = radio.value === known;
    write({ mode: known === 'claims' ? '' : known });
  };
  for (const radio of radios) radio.addEventListener('change', () => mode(radio.value));
  const open = form.querySelector<HTMLButtonElement>('.open-filters')!;
  open.addEventListener('click', () => open.setAttribute('aria-expanded', String(form.classList.toggle('is-open'))));
  mode(new URLSearchParams(location.search).get('mode') ?? 'claims');
  finder.read();
  follow(main, finder, mode);
  addEventListener('hashchange', () => follow(main, finder, mode));
}

function glossary(main: HTMLElement): void {
  const finder = new Finder(main, main.querySelector<HTMLFormElement>('form.filters')!, { items: items(main, '.entry'), keep: () => true });
  finder.read();
  follow(main, finder, () => undefined);
  addEventListener('hashchange', () => follow(main, finder, () => undefined));
}

/** On paper nothing stays folded. */
addEventListener('beforeprint', () => { for (const d of document.querySelectorAll('details:not([open])')) { d.setAttribute('open', ''); d.setAttribute('data-for-print', ''); } });
addEventListener('afterprint', () => { for (const d of document.querySelectorAll('[data-for-print]')) { d.removeAttribute('open'); d.removeAttribute('data-for-print'); } });

const main = document.querySelector<HTMLElement>('main[data-reading]');
if (main) ({ evidence, glossary })[main.dataset.reading as 'evidence' | 'glossary'](main);
