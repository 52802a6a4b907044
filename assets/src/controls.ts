/** Native controls that carry data-key set that key of the state, and follow it. */
import type { Bus } from './bus';
import { phone } from './prefs';
import type { State } from './state';

type Control = HTMLInputElement | HTMLSelectElement;

const valueOf = (el: Control): unknown => (el.type === 'checkbox' ? (el as HTMLInputElement).checked : el.type === 'range' ? Number(el.value) : el.value);

export class Controls {
  private byKey = new Map<string, Control[]>();

  constructor(private root: HTMLElement, bus: Bus) {
    for (const el of root.querySelectorAll<Control>('[data-key]')) {
      const key = el.dataset.key!;
      this.byKey.set(key, [...(this.byKey.get(key) ?? []), el]);
      const range = el.type === 'range';
      el.addEventListener('input', () => bus.set(this.wish(el), range ? 'drag' : 'move'));
    }
    for (const b of root.querySelectorAll<HTMLElement>('[data-set]')) b.addEventListener('click', () => bus.set(JSON.parse(b.dataset.set!)));
  }

  /** Another atlas or another selection starts at its own threshold. */
  private wish(el: Control): Record<string, unknown> {
    const key = el.dataset.key!;
    if (key === 'view') return { view: valueOf(el), camera: null };
    /* A phone begins with the drawn picture: there 3-D has to be asked for by its own name. */
    if (key === 'tier' && valueOf(el) === 'auto' && phone()) return { tier: '3d' };
    return key === 'atlas' || key === 'show' ? { [key]: valueOf(el), r: null, isolate: false, block: null, ...(key === 'atlas' ? { parcel: 0 } : {}) } : { [key]: valueOf(el) };
  }

  reflect(state: State, changed: Set<string>): void {
    for (const key of changed) {
      const value = key === 'view' && state.camera ? null : key === 'tier' && state.tier === '3d' ? 'auto' : state[key];
      for (const el of this.byKey.get(key === 'camera' ? 'view' : key) ?? []) {
        const wanted = key === 'camera' ? (value ? null : state.view) : value;
        if (el.type === 'radio') (el as HTMLInputElement).checked = el.value === String(wanted);
        else if (el.type === 'checkbox') (el as HTMLInputElement).checked = Boolean(wanted);
        else if (wanted !== null && el.value !== String(wanted)) el.value = String(wanted);
      }
    }
    for (const b of this.root.querySelectorAll<HTMLElement>('[data-set]')) {
      const wish = Object.entries(JSON.parse(b.dataset.set!));
      b.setAttribute('aria-pressed', String(wish.every(([k, v]) => state[k] === v)));
    }
  }
}
