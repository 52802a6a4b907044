/** The words beside the picture: what is seen now, the card of a parcel, the tables. Sentences come from Python; this fills the gaps. */
import { config, count, fill, fixed, say } from './config';
import { reflectMean } from './key';
import { isSeedMap, moving, type Atlas, type Pair, type Parcel } from './network';
import { slot } from './slots';
import { fillStrips } from './strips';
import type { State } from './state';


export const coordinate = (p: Parcel): string => (p.mni ? say('coordinate', { x: fixed(p.mni[0], 0), y: fixed(p.mni[1], 0), z: fixed(p.mni[2], 0) }) : say('no_coordinate'));

/** Network in plain words, with the subsystem where there is one. */
export function networkName(p: Parcel): string {
  const net = config.networks[p.n7]?.name ?? p.n7;
  const sub = config.subsystems[p.sub]?.name;
  return sub ? say('network_and_subsystem', { network: net, subsystem: sub }) : net;
}

export class Panel {
  private words: HTMLElement;
  private card: HTMLElement;
  private tables: HTMLElement;
  private cardKey = '';
  private chosen = 0;
  /** Whether all partners are listed, and not the closest alone. */
  private ranked = false;

  constructor(private root: HTMLElement) {
    this.words = root.querySelector('.words')!;
    this.card = root.querySelector('.card')!;
    this.tables = root.querySelector('.tables')!;
  }

  /** One sentence that says what is on screen now. */
  summary(atlas: Atlas, state: State, pairs: Pair[]): string {
    const parcels = count(atlas.file.kind === 'networks' ? 'networks' : atlas.file.kind === 'points' ? 'points' : 'parcels', atlas.members(state).length);
    const values = { atlas: atlas.file.title, what: say(`show_${state.show}`), parcels };
    if (!atlas.measured) return say('summary_unmeasured', values);
    return say(moving(state) ? 'summary_rest' : 'summary', { ...values, links: count('links', pairs.length), r: fixed(atlas.threshold(state)) });
  }

  /** `told`: the panel tells of the moment instead. */
  show(atlas: Atlas, state: State, told = false): void {
    const chosen = Number(state.parcel);
    const markup = atlas.show(state).words;
    if (this.words.dataset.key !== `${atlas.file.id} ${state.show}`) {
      this.words.dataset.key = `${atlas.file.id} ${state.show}`;
      this.words.innerHTML = markup;
    }
    this.words.hidden = chosen > 0 || told;
    this.card.hidden = !chosen;
    if (chosen) this.fillCard(atlas, atlas.parcel(chosen), state);
    else this.cardKey = '';
    if (chosen !== this.chosen) this.root.closest('.panel')?.scrollTo(0, 0);
    this.chosen = chosen;
    const isolate = this.card.querySelector<HTMLElement>('[data-do="isolate"]');
    isolate?.setAttribute('aria-pressed', String(Boolean(state.isolate)));
    if (!chosen) return;
    this.seed(atlas, state);
    // what is listed was measured without the drug, whatever the clock says
    slot(this.card, 'partners-before').hidden = !(Number(state.t) > 0 && atlas.measured);
  }

  /** The switches of the seed map. */
  private seed(atlas: Atlas, state: State): void {
    const box = this.card.querySelector<HTMLElement>('.seed')!;
    box.hidden = !atlas.measured;
    const paint = box.querySelector<HTMLElement>('[data-do="seed"]')!;
    paint.setAttribute('aria-pressed', String(isSeedMap(atlas, state)));
    reflectMean(this.card, state);
  }

  /** List every partner, or the closest alone again. */
  rank(atlas: Atlas, state: State): void {
    this.ranked = !this.ranked;
    this.cardKey = '';
    this.fillCard(atlas, atlas.parcel(Number(state.parcel)), state);
    this.seed(atlas, state);
    this.card.querySelector<HTMLElement>('[data-do="ranked"]')!.focus({ preventScroll: true });
  }

  /** What the pointer is on, as regions: a row of a table, a partner, a dot of a strip. */
  under(el: HTMLElement): number[] {
    const row = el.closest<HTMLElement>('[data-pair]');
    if (row) return row.dataset.pair!.split('-').map(Number);
    const one = el.closest<HTMLElement>('[data-point], button[data-parcel]');
    const other = Number(one?.dataset.point ?? one?.dataset.parcel ?? 0);
    const seed = Number(this.card.dataset.parcel ?? 0);
    return !other ? [] : seed && !this.card.hidden && this.card.contains(one) ? [seed, other] : [other];
  }

  /** Mark the row of the link that is pointed at. */
  point(parcels: number[]): void {
    this.tables.querySelector('tr.is')?.classList.remove('is');
    if (this.tables.hidden || parcels.length !== 2) return;
    const [a, b] = [...parcels].sort((x, y) => x - y);
    this.tables.querySelector(`[data-pair="${a}-${b}"]`)?.classList.add('is');
  }

  private fillCard(atlas: Atlas, p: Parcel, state: State): void {
    const key = `${atlas.file.id} ${p.i} ${atlas.meanRemoved}`;
    if (key === this.cardKey) return;
    this.cardKey = key;
    this.card.dataset.parcel = String(p.i);
    const card = this.root.querySelector<HTMLTemplateElement>('#card-template')!.content.cloneNode(true) as DocumentFragment;
    slot(card, 'title').textContent = p.plain;
    slot(card, 'atlas-name').textContent = p.name;
    slot(card, 'coordinate').textContent = coordinate(p);
    slot(card, 'network').textContent = networkName(p);
    slot(card, 'size').textContent = p.n ? count('vertices', p.n) : say('a_point');
    const jobs = p.hubs.map((id) => config.hubs[id]).filter(Boolean);
    if (jobs.length) slot(card, 'does').innerHTML = jobs.join('');
    else slot(card, 'does').textContent = say('no_job');
    this.fillPartners(card, atlas, p);
    const isolate = card.querySelector<HTMLButtonElement>('[data-do="isolate"]')!;
    isolate.hidden = !atlas.measured;
    isolate.setAttribute('aria-pressed', String(Boolean(state.isolate)));
    const strips = slot(card, 'strips');
    for (const el of card.querySelectorAll<HTMLElement>('.by-network')) el.hidden = !atlas.measured;
    if (atlas.measured) fillStrips(strips, atlas, p);
    this.card.replaceChildren(card);
  }

  private fillPartners(card: DocumentFragment, atlas: Atlas, p: Parcel): void {
    const list = slot(card, 'partners');
    const partners = atlas.partners(p.i, this.ranked ? atlas.count : 6);
    const more = slot(card, 'more');
    more.hidden = !partners.length;
    more.textContent = this.ranked ? config.seed.fewer_partners : fill(config.seed.all_partners, { n: atlas.count - 1 });
    slot(card, 'partners-head').textContent = atlas.measured ? say('partners') : say('no_partners');
    list.hidden = !partners.length;
    slot(card, 'partners-note').hidden = !partners.length;
    list.replaceChildren(...partners.map((pair) => {
      const other = atlas.parcel(pair.b);
      const row = (this.root.querySelector<HTMLTemplateElement>('#partner-template')!.content.cloneNode(true)) as DocumentFragment;
      const button = row.querySelector('button')!;
      button.dataset.parcel = String(other.i);
      slot(row, 'name').textContent = other.plain;
      slot(row, 'network').textContent = config.networks[other.n7]?.name ?? other.n7;
      slot(row, 'r').textContent = fixed(pair.r);
      button.style.setProperty('--r', String(Math.max(0, pair.r)));
      button.style.setProperty('--c', `var(${config.networks[other.n7]?.token ?? '--node-other'})`);
      return row;
    }));
  }

  /** The same as the picture, as tables. */
  fillTables(atlas: Atlas, state: State, pairs: Pair[]): void {
    if (this.tables.hidden) return;
    const most = config.limits.rows;
    const cell = (text: string, header = false): HTMLTableCellElement => {
      const el = document.createElement(header ? 'th' : 'td') as HTMLTableCellElement;
      if (header) el.scope = 'row';
      el.textContent = text;
      return el;
    };
    const row = (...cells: HTMLTableCellElement[]): HTMLTableRowElement => { const tr = document.createElement('tr'); tr.append(...cells); return tr; };
    slot(this.tables, 'summary').textContent = this.summary(atlas, state, pairs);
    /* The links of the chosen region stand first. */
    const mine = (p: Pair): boolean => p.a === Number(state.parcel) || p.b === Number(state.parcel);
    slot(this.tables, 'links').replaceChildren(...[...pairs.filter(mine), ...pairs.filter((p) => !mine(p))].slice(0, most).map((p) => {
      const tr = row(cell(atlas.parcel(p.a).plain, true), cell(atlas.parcel(p.b).plain), cell(fixed(p.r)));
      tr.classList.toggle('of-chosen', mine(p));
      tr.dataset.pair = p.a < p.b ? `${p.a}-${p.b}` : `${p.b}-${p.a}`;
      return tr;
    }));
    const cut = slot(this.tables, 'cut');
    cut.hidden = pairs.length <= most;
    cut.textContent = pairs.length > most ? say('rows_cut', { most, n: pairs.length.toLocaleString('en') }) : '';
    slot(this.tables, 'links-table').hidden = !pairs.length;
    slot(this.tables, 'no-links').hidden = pairs.length > 0;
    slot(this.tables, 'no-links').textContent = say(atlas.measured ? 'no_links' : 'no_partners');
    slot(this.tables, 'parcels').replaceChildren(...atlas.members(state).map((i) => {
      const p = atlas.parcel(i);
      return row(cell(p.plain, true), cell(p.name), cell(networkName(p)), cell(p.mni ? p.mni.map((x) => fixed(x, 0)).join(', ') : '–'));
    }));
  }

  /** Show the tables or the words. */
  turn(tables: boolean): void {
    this.root.dataset.side = tables ? 'tables' : 'words';
    this.tables.hidden = !tables;
    for (const b of this.root.querySelectorAll<HTMLElement>('[data-side-button]')) b.setAttribute('aria-pressed', String((b.dataset.sideButton === 'tables') === tables));
  }
}

/** The links on screen as comma-separated text, its terms first. */
export function csv(atlas: Atlas, pairs: Pair[]): string {
  const quote = (s: string): string => `"${s.replace(/"/g, '""')}"`;
  const head = say('csv_notice').split('\n').map((line) => `# ${line}`);
  const rows = pairs.map((p) => [atlas.parcel(p.a).name, atlas.parcel(p.a).plain, atlas.parcel(p.b).name, atlas.parcel(p.b).plain].map(quote).join(',') + `,${p.r.toFixed(4)}`);
  return [...head, 'parcel_a,plain_a,parcel_b,plain_b,r', ...rows].join('\n') + '\n';
}
