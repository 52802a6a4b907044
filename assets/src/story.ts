/** The words of what has changed: the panel of the moment, the list beside it, and the table that equals the picture. */
import { FADED, LEAST, rank, type Change, type PairState } from './change';
import { fill } from './config';
import type { Film } from './film';
import type { Move } from './labels';
import { moving } from './network';
import type { Levels } from './picture';
import { write } from './slots';
import type { State } from './state';

const ARROW = { up: '▲', down: '▼' };

export class Story {
  private moment: HTMLElement;
  private list: HTMLElement;
  private rows: HTMLElement;
  private others: HTMLElement;
  /** That time changes nothing on this map. */
  private unlinked: HTMLElement;
  private shown = '';
  private listed = '';
  /** What is said of the changes of this moment that are not in the picture. */
  private unseen = '';

  constructor(private root: HTMLElement, private film: Film) {
    this.moment = root.querySelector<HTMLElement>('.moment')!;
    this.list = root.querySelector<HTMLElement>('.moves')!;
    this.rows = root.querySelector<HTMLElement>('[data-slot="changes"]')!;
    this.others = root.querySelector<HTMLElement>('[data-slot="others"]')!;
    this.unlinked = root.querySelector<HTMLElement>('.unlinked')!;
  }

  /** Whether the panel tells of the moment, instead of the network at rest. */
  told(state: State, change: Change | null): boolean { return Boolean(change) && moving(state) && !Number(state.parcel); }

  /** Every change that the picture shows, the largest first, as it is told beside it. `here`: pairs with a link in it; `own`: those that do not step back. */
  moves(change: Change, state: State, states: PairState[], { shown }: Levels, here: Set<number>, own: Set<number>): Move[] {
    const { words, pairs } = change.file;
    const all = states.map((s, pair) => ({ s, pair })).filter(({ s }) => s.kind !== 'same');
    const there = all.filter(({ pair }) => own.has(pair));
    const clear = there.filter(({ pair }) => shown[pair] >= FADED);
    const told = (key: string, n: number): string[] => (n ? [fill(words[`${key}_${n === 1 ? 'one' : 'other'}`], { n })] : []);
    this.unseen = [...told('absent', all.filter(({ pair }) => !here.has(pair)).length), ...told('faded', there.length - clear.length)].join(' ');
    return clear
      .sort((x, y) => Math.abs(y.s.delta) - Math.abs(x.s.delta) || x.pair - y.pair)
      .map(({ s, pair }): Move => ({
        pair,
        name: pairs[pair].name,
        way: s.delta > 0 ? 'up' : 'down',
        text: way(change, s, pair),
        sure: s.status === 'none' ? 0 : rank(s.confidence),
        sureText: s.status === 'none' ? words.held : s.status === 'between' ? words.between : words[s.confidence ?? 'low'],
        lines: state.dissent && change.file.changes[s.change]?.dissent ? [change.file.changes[s.change].against] : [],
      }));
  }

  show(change: Change | null, state: State, states: PairState[], moves: Move[]): void {
    const told = this.told(state, change);
    this.moment.hidden = !told;
    this.list.hidden = !told || !(moves.length || this.unseen);
    this.unlinked.hidden = Boolean(change) || !moving(state);
    this.who(change, state);
    if (!change) return;
    const index = change.file.stops[`${state.people}/${state.baseline}`][Math.round(Number(state.t))];
    if (String(index) !== this.shown) { this.shown = String(index); this.moment.innerHTML = change.file.moments[index]; }
    const key = `${state.dissent}${this.unseen}${moves.map((m) => `${m.pair}${m.text}${m.sureText}`).join()}`;
    if (!told || key === this.listed) return;
    this.listed = key;
    const rest = this.unseen ? `<li class="unseen">${this.unseen}</li>` : '';
    this.list.innerHTML = moves.map((m) => {
      const made = change.file.changes[states[m.pair].change];
      return `<li class="${m.way}"><b>${m.name}</b><span class="say">${ARROW[m.way]} ${m.text}</span>${sure(m.sure, m.sureText)}${state.dissent && made ? made.dissent || '' : ''}</li>`;
    }).join('') + rest;
  }

  /** Beside the choice of people: that others were measured at this moment, and who. */
  private who(change: Change | null, state: State): void {
    const people = change ? change.part(state).people : state.people;
    this.others.hidden = people === state.people;
    write(this.others, change && !this.others.hidden ? change.file.words.others.replace('{people}', change.file.words[`measured_${people}`]) : '');
  }

  /** The table: every change of the moment, whichever way the picture compares; `here`: pairs with a link in it. */
  table(change: Change | null, state: State, states: PairState[], here: Set<number>): void {
    const box = this.root.querySelector<HTMLElement>('.change-table')!;
    box.hidden = !change;
    if (!change || this.root.dataset.side !== 'tables') return;
    const { words, pairs } = change.file;
    const order = states.map((_, k) => k).sort((a, b) => Math.abs(states[b].delta) - Math.abs(states[a].delta) || a - b);
    const levels = change.levels(state, states);
    this.rows.innerHTML = order.map((k) => {
      const s = states[k];
      const made = change.file.changes[s.change];
      const said = s.kind === 'same' ? words.same : `${ARROW[s.delta > 0 ? 'up' : 'down']} ${way(change, s, k)}`;
      const status = s.status === 'none' ? (Math.abs(s.now) < LEAST && s.change < 0 ? words.none : words.held) : s.status === 'seen' && s.kind !== 'same' ? words.seen_way : words[s.status];
      const how = made ? `${sure(s.status === 'none' ? 0 : rank(s.confidence), words[s.confidence ?? 'low'])}<small>${status}; ${made.measured}</small>` : `<small>${status}</small>`;
      const absent = s.kind !== 'same' && !here.has(k);
      const faded = absent ? `<small>${words.absent}</small>` : levels.shown[k] < FADED ? `<small>${words.faded}</small>` : '';
      return `<tr role="row" data-pair="${pairs[k].id}" data-delta="${s.delta.toFixed(3)}" data-before="${s.before.toFixed(3)}" data-now="${s.now.toFixed(3)}" class="${s.kind}"><th scope="row" role="rowheader">${pairs[k].name}<small>${pairs[k].about}</small></th><td role="cell" class="way">${said}</td><td role="cell">${how}${faded}</td><td role="cell" class="studies">${made?.studies ?? words.no_studies}${state.dissent && made ? made.dissent : ''}</td></tr>`;
    }).join('');
  }

  /** What is on screen, for those who hear it. */
  spoken(change: Change | null, state: State, moves: Move[]): string {
    if (!moving(state)) return '';
    if (!change) return `${this.film.time(Number(state.t))}. ${this.unlinked.textContent}`;
    const { words } = change.file;
    const index = change.file.stops[`${state.people}/${state.baseline}`][Math.round(Number(state.t))];
    const list = moves.slice(0, 4).map((m) => words.spoken_change.replace('{name}', m.name).replace('{way}', m.text).replace('{sure}', m.sureText));
    const mode = state.compare === 'now' ? '' : `${words[`mode_${state.compare}`]} `;
    if (this.unseen) list.push(this.unseen);
    return mode + (this.unseen && !moves.length ? words.spoken_unseen : words.spoken)
      .replace('{time}', this.film.time(Number(state.t)))
      .replace('{people}', words[`measured_${change.part(state).people}`])
      .replace('{headline}', change.file.headlines[index])
      .replace('{changes}', list.length ? list.join(' ') : words.spoken_none);
  }
}

const way = (change: Change, s: PairState, pair: number): string => {
  const { words, pairs } = change.file;
  if (s.kind === 'same') return words.same;
  if (pairs[pair].said === 'distance') return s.delta > 0 ? words.closer : words.farther;
  return s.delta > 0 ? words.stronger : words.weaker;
};

const sure = (n: number, text: string): string => `<span class="sure"><span class="bars" aria-hidden="true">${[1, 2, 3].map((k) => `<i${k <= n ? ' class="on"' : ''}></i>`).join('')}</span>${text}</span>`;
