/** The public interface in the browser: window.neuroviz and its postMessage twin. Documented in docs/interfaces.md; keep it stable. */
import { explore } from './explore';
import type { State } from './state';

type Stop = () => void;

export interface Public {
  /** The state of the view; an empty object on pages without one. */
  state(): State;
  /** Change keys of the address. Returns the keys that were not understood. */
  set(wish: Record<string, unknown>): string[];
  /** Hear every change. Returns a function that ends it. */
  on(listener: (state: State) => void): Stop;
}

const api: Public = {
  state: () => ({ ...(explore?.state ?? {}) }),
  set: (wish) => explore?.bus.set(wish) ?? Object.keys(wish),
  on: (listener) => explore?.bus.on(({ state }) => listener({ ...state })) ?? (() => undefined),
};

/** {neuroviz: "state"} is answered; {neuroviz: "set", state: {...}} changes; {neuroviz: "on"} subscribes the sender. */
function listen(): void {
  addEventListener('message', (e: MessageEvent) => {
    const message = e.data as { neuroviz?: string; state?: Record<string, unknown> } | null;
    if (!message || typeof message !== 'object' || !e.source) return;
    const to = e.source as Window;
    const answer = (extra: Record<string, unknown> = {}): void => to.postMessage({ neuroviz: 'state', state: api.state(), ...extra }, e.origin === 'null' ? '*' : e.origin);
    if (message.neuroviz === 'state') answer();
    if (message.neuroviz === 'set' && message.state) answer({ ignored: api.set(message.state) });
    if (message.neuroviz === 'on') { answer(); api.on(() => answer()); }
  });
}

export function publish(more: Record<string, unknown>): void {
  const w = window as unknown as { neuroviz?: Record<string, unknown> };
  w.neuroviz = Object.assign(w.neuroviz ?? {}, api, more);
  listen();
}
