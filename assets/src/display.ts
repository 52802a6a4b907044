/** The display menu and the copy-link button of the top bar. */
import { say } from './config';
import { explore } from './explore';
import type { Behaviour } from './islands';
import * as prefs from './prefs';

async function copy(button: HTMLElement): Promise<void> {
  const link = explore?.link() ?? location.href;
  const label = button.querySelector('span')!;
  try {
    await navigator.clipboard.writeText(link);
    label.textContent = say('copied');
  } catch {
    /* No permission, or a page from a folder: put the link where it can be taken by hand. */
    window.prompt(say('copy_by_hand'), link);
  }
  setTimeout(() => { label.textContent = say('copy_link'); }, 2500);
}

export const displayIsland: Behaviour = {
  attach(host) {
    const reflect = (): void => {
      for (const el of host.querySelectorAll<HTMLInputElement>('[name="scheme"]')) el.checked = el.value === prefs.scheme();
      const motion = host.querySelector<HTMLInputElement>('[name="still"]');
      if (motion) motion.checked = prefs.still();
    };
    host.addEventListener('change', (e) => {
      const el = e.target as HTMLInputElement;
      if (el.name === 'scheme') prefs.choose(el.value as prefs.Scheme);
      if (el.name === 'still') prefs.keepStill(el.checked);
    });
    host.querySelector<HTMLElement>('[data-copy]')?.addEventListener('click', (e) => void copy(e.currentTarget as HTMLElement));
    addEventListener('neuroviz:look', reflect);
    reflect();
  },
};
