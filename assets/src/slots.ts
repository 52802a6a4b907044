/** Places for words in markup that Python wrote. */

export const slot = (root: ParentNode, name: string): HTMLElement => root.querySelector<HTMLElement>(`[data-slot="${name}"]`)!;

/** Write text where it differs: the same text again would be laid out and drawn again, and a status would be said twice. */
export function write(el: Element, text: string): void {
  if (el.textContent !== text) el.textContent = text;
}

/** The same by the name of the place; nothing where there is none. */
export function put(root: ParentNode, name: string, text: string): void {
  const el = slot(root, name);
  if (el) write(el, text);
}
