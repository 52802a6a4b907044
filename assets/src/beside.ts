/** What stands beside the brain at the network scale: a frame, and plugs that fill it.
 *
 *  A plug is a bundle of its own, `beside-<id>.js`, loaded when it is first asked for. It calls
 *  `neuroviz.addBeside('<id>', (context) => view)`. Its markup is already in `context.host` (neuroviz/ui/beside/<id>.py); its data
 *  comes from `need(...)`. While it is open, `follow` is called after every change of the state, `point` whenever regions are pointed
 *  at anywhere (one: a region, two: the link between them); it says where its own pointer is through `context.point`. Values come
 *  from `now().atlas.r(a, b)` and `now().edge(pair)` and from nowhere else, so that what changes them changes every view; while the clock
 *  is dragged, `follow` is called in each frame with nothing but `t` among what changed. `leave` stops all motion. */
import type { Bus } from './bus';
import type { EdgeState } from './change';
import { url } from './config';
import { need } from './files';
import type { Atlas, Pair } from './network';
import { script } from './scripts';
import { shared } from './shared';
import type { State } from './state';

/** What the network scale shows at this moment. */
export interface Now {
  state: State;
  atlas: Atlas;
  /** Regions on screen, and the links that are drawn, strongest first. */
  members: number[];
  pairs: Pair[];
  /** What the values rest on, one line. */
  basis: string;
  /** What the clock does to a link: before, now, and their difference; null while the picture is that of rest. */
  edge(pair: Pair): EdgeState | null;
}

export interface BesideContext {
  id: string;
  host: HTMLElement;
  bus: Bus;
  /** Words of content/words/beside.yaml. */
  words: Words;
  now(): Now;
  /** Light up a region, the link between two, or (nothing) neither: on the brain and in every view. */
  point(parcels: number[]): void;
  choose(parcel: number): void;
  announce(text: string): void;
  notice(text: string, again?: () => void): void;
}

export interface BesideView {
  enter(): void | Promise<void>;
  leave(): void;
  follow(changed: Set<string>): void;
  point?(parcels: number[]): void;
  /** The window or the colours have changed. */
  fit?(): void;
}

export type Words = Record<string, Record<string, string>>;
export type MakeBeside = (context: BesideContext) => BesideView;

const makers = shared('besideMakers', () => new Map<string, MakeBeside>());
export function addBeside(id: string, make: MakeBeside): void { makers.set(id, make); }

interface Owner {
  bus: Bus;
  now(): Now;
  point(parcels: number[]): void;
  choose(parcel: number): void;
  announce(text: string): void;
  notice(text: string, again?: () => void): void;
  /** The room for the brain has changed. */
  resized(): void;
  failed(again: () => void): void;
}

export class Beside {
  private tabs: HTMLElement;
  private region: HTMLElement;
  private made = new Map<string, BesideView>();
  /** Value of the state that is on screen, the one that was asked for last, and the views on screen. */
  private id = 'none';
  private wanted = 'none';
  private views: BesideView[] = [];
  /** Fulfilled when what was asked for last is on screen: whoever asks while it is still on its way waits for it too. */
  private coming: Promise<void> = Promise.resolve();
  /** The button that opened it gets the focus back. */
  private opener: HTMLElement | null = null;

  constructor(private layer: HTMLElement, private owner: Owner) {
    this.tabs = layer.querySelector<HTMLElement>('.besides')!;
    this.region = layer.querySelector<HTMLElement>('.beside-region')!;
    layer.addEventListener('click', (e) => this.click(e));
    this.region.addEventListener('keydown', (e) => {
      if (e.key !== 'Escape' || e.defaultPrevented) return;
      e.stopPropagation();
      this.close();
    });
    addEventListener('neuroviz:look', () => requestAnimationFrame(() => this.fit()));
    new ResizeObserver(() => this.fit()).observe(this.region);
  }

  get open(): boolean { return this.id !== 'none'; }

  /** Bring what the state asks for; fulfilled when it is on screen. */
  show(state: State, changed: Set<string>): Promise<void> {
    const id = String(state.beside);
    if (id === this.id && id === this.wanted) for (const view of this.views) view.follow(changed);
    else this.coming = this.bring(id);
    return this.coming;
  }

  private async bring(id: string): Promise<void> {
    this.wanted = id;
    const ids = this.viewsOf(id);
    if (id !== this.id) { this.leave(); this.reveal(id, ids); }
    try {
      const views = await Promise.all(ids.map((each) => this.view(each)));
      if (this.wanted !== id) return; /* another was asked for in between */
      this.views = views;
      await Promise.all(views.map((view) => view.enter()));
    } catch {
      this.owner.failed(() => { this.wanted = 'none'; void this.show(this.owner.bus.state, new Set()); });
    }
  }

  point(parcels: number[]): void { for (const view of this.views) view.point?.(parcels); }
  leave(): void { for (const view of this.views) view.leave(); }
  private fit(): void { for (const view of this.views) view.fit?.(); }

  private tab(id: string): HTMLElement | null { return this.tabs.querySelector<HTMLElement>(`[data-beside="${id}"]`); }
  private viewsOf(id: string): string[] { return this.tab(id)?.dataset.views!.split(' ') ?? []; }

  private reveal(id: string, ids: string[]): void {
    this.id = id;
    this.views = [];
    this.region.hidden = !ids.length;
    for (const el of this.region.querySelectorAll<HTMLElement>('[data-beside-of]')) el.hidden = !ids.includes(el.dataset.besideOf!);
    for (const b of this.tabs.querySelectorAll<HTMLElement>('[data-beside]')) b.setAttribute('aria-pressed', String(b.dataset.beside === id));
    this.layer.dataset.beside = id;
    this.owner.resized();
  }

  /** A view, made when it is first asked for. */
  private async view(id: string): Promise<BesideView> {
    const host = this.region.querySelector<HTMLElement>(`[data-beside-of="${id}"]`)!;
    if (!this.made.has(id)) {
      host.setAttribute('aria-busy', 'true');
      const [words] = await Promise.all([need<Words>('beside'), makers.has(id) ? null : script(url(`beside-${id}.js`))]);
      const { bus, now, point, choose, announce, notice } = this.owner;
      if (!this.made.has(id)) this.made.set(id, makers.get(id)!({ id, host, bus, words, now, point, choose, announce, notice }));
      host.removeAttribute('aria-busy');
    }
    return this.made.get(id)!;
  }

  private click(e: Event): void {
    const button = (e.target as HTMLElement).closest<HTMLElement>('button[data-beside]');
    if (!button) return;
    const id = button.dataset.beside!;
    if (id === 'none' || id === this.id) { this.close(); return; }
    this.opener = button;
    this.owner.bus.set({ beside: id, moment: null });
    this.region.querySelector<HTMLElement>('[data-beside-of]:not([hidden]) h2')?.focus({ preventScroll: true });
  }

  private close(): void {
    const [first] = this.viewsOf(this.id);
    this.owner.point([]);
    this.owner.bus.set({ beside: 'none', moment: null }); /* where signals rested is theirs alone */
    /* The button of two views together is gone with them. */
    const back = this.opener?.offsetParent ? this.opener : this.tab(first);
    back?.focus({ preventScroll: true });
  }
}
