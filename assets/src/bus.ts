/** The one small bus: a state, its listeners, and the address that mirrors it. Listeners are called at once, so that
 *  what a person touches is drawn in the very next frame. */
import { clean, parse, query, type State } from './state';

/** `drag`: one of many changes in a row, by a hand or by the clock that plays. */
export type Change = { state: State; changed: Set<string>; drag?: boolean };
export type Listener = (change: Change) => void;
/** drag: the address follows quietly; move: a step that Back returns from; follow: the address itself changed. */
export type Manner = 'drag' | 'move' | 'follow';

export class Bus {
  state: State;
  readonly ignored: string[];
  private listeners = new Set<Listener>();
  private timer = 0;

  constructor(search: string) {
    const read = parse(search);
    this.state = read.state;
    this.ignored = read.ignored;
    addEventListener('popstate', () => this.set(parse(location.search).state, 'follow'));
  }

  on(listener: Listener): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Change some keys; returns the keys that were not understood. */
  set(wish: Record<string, unknown>, manner: Manner = 'move'): string[] {
    const { state, ignored } = clean(wish);
    const changed = new Set(Object.keys(state).filter((k) => state[k] !== this.state[k]));
    if (!changed.size) return ignored;
    this.state = { ...this.state, ...state };
    for (const listener of [...this.listeners]) listener({ state: this.state, changed, drag: manner === 'drag' });
    if (manner !== 'follow') this.write(manner);
    return ignored;
  }

  /** Put a state that is about to be reached into the address, as a step that Back returns from; the way there is set with 'follow'. */
  ahead(state: State): void {
    clearTimeout(this.timer);
    history.pushState(null, '', location.pathname + query({ ...this.state, ...state }) + location.hash);
  }

  private write(manner: Manner): void {
    clearTimeout(this.timer);
    const url = location.pathname + query(this.state) + location.hash;
    if (manner === 'move') history.pushState(null, '', url);
    /* Browsers refuse more than about a hundred changes of the address in half a minute. */
    else this.timer = window.setTimeout(() => history.replaceState(null, '', location.pathname + query(this.state) + location.hash), 200);
  }
}
