/** Islands: markup made by Python, brought to life by a named behaviour. The same in the app, in a frozen file, in another Dash app. */
export type Emit = (value: unknown) => void;
export interface Behaviour {
  attach(host: HTMLElement, emit: Emit): void;
  show?(host: HTMLElement, value: unknown): void;
}

const behaviours = new Map<string, Behaviour>();
const attached = new WeakMap<HTMLElement, Set<Emit>>();

export function behaviour(kind: string, what: Behaviour): void {
  behaviours.set(kind, what);
}

/** Attach the behaviour of one island once; further listeners (Dash, for one) may join. */
export function enliven(host: HTMLElement, emit?: Emit): void {
  let listeners = attached.get(host);
  if (!listeners) {
    listeners = new Set();
    attached.set(host, listeners);
    const all = listeners;
    behaviours.get(host.dataset.island ?? '')?.attach(host, (value) => all.forEach((f) => f(value)));
  }
  if (emit) listeners.add(emit);
}

export function show(host: HTMLElement, value: unknown): void {
  behaviours.get(host.dataset.island ?? '')?.show?.(host, value);
}

export function enlivenAll(root: ParentNode = document): void {
  root.querySelectorAll<HTMLElement>('[data-island]').forEach((host) => enliven(host));
}
