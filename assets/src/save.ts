/** Save text as a file of that name. */

/** ms until the browser has surely begun to read what it saves. */
const BEGUN = 1000;

export function save(name: string, text: string, type: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), BEGUN);
}
