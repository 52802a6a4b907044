/** Save text as a file of that name, and rows as text. */

/** ms until the browser has surely begun to read what it saves. */
const BEGUN = 1000;

export function save(name: string, text: string, type: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), BEGUN);
}

/** Rows as CSV, with the minus that a spreadsheet reads. */
export const sheet = (rows: string[][]): string => rows.map((row) => row.map((x) => `"${x.replace(/−/g, '-')}"`).join(',')).join('\r\n');
