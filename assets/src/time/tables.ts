/** What is drawn, as a table on the page and as a file. */
import type { Film } from '../film';
import type { Course, TimeFile } from './model';

const cell = (tag: 'th' | 'td', text: string, scope?: string): HTMLElement => {
  const el = document.createElement(tag);
  el.textContent = text;
  if (scope) el.setAttribute('scope', scope);
  return el;
};

const row = (cells: string[], head: boolean): HTMLElement => {
  const el = document.createElement('tr');
  el.append(...cells.map((text, k) => (head ? cell('th', text, 'col') : k ? cell('td', text) : cell('th', text, 'row'))));
  return el;
};

/** Plasma level and range of channel block at each stop of the clock. */
export function fillLevels(table: HTMLTableElement, file: TimeFile, film: Film, courses: Course[]): void {
  const { words } = file;
  const names = courses.flatMap((c, k) => [`${words[`series_${'ab'[k]}`].replace('{name}', c.regimen.name)}, ${words.plasma_unit}`, words.low_high]);
  table.tHead!.replaceChildren(row([words.time, ...names], true));
  const rows = film.file.stops.map((stop, t) => {
    const values = courses.flatMap((c) => {
      const level = c.at(film.file.minutes[t], t < 1);
      return [level.toFixed(1), c.block(level).map((v) => v.toFixed(0)).join('–')];
    });
    return row([stop.name, ...values], false);
  });
  table.tBodies[0].replaceChildren(...rows);
}

const quoted = (value: unknown): string => (/[",\n]/.test(String(value)) ? `"${String(value).replace(/"/g, '""')}"` : String(value));

/** All that is plotted: curves of the schedules, quantities of the film, results of trials. */
export function csv(file: TimeFile, film: Film, courses: Course[]): string {
  const { words } = file;
  const out = [...words.csv_notice.trim().split('\n').map((l) => `# ${l}`), words.csv_columns];
  const add = (...values: unknown[]): void => void out.push(values.map((v) => quoted(v ?? '')).join(','));
  for (const c of courses) {
    c.regimen.minutes.forEach((m, k) => add(words.plasma, 'model', 'human', c.regimen.name, m, c.value(k).toFixed(2), '', '', words.plasma_unit));
    c.regimen.minutes.forEach((m, k) => add(words.block, 'model', 'human', c.regimen.name, m, '', ...c.block(c.value(k)).map((v) => v.toFixed(1)), words.block_unit));
  }
  for (const id of file.quantities) {
    const q = film.quantity(id);
    q.at.forEach((t, k) => { if (t >= 1) add(q.label, q.mark, q.species, '', film.minutes(Math.min(film.last, t)).toFixed(0), q.value[k], '', '', q.unit ?? ''); });
  }
  for (const trial of file.trials) {
    for (const [measure, day, drug, control] of trial.rows) {
      add(`${trial.name}, ${measure}`, 'data', 'human', trial.drug, day * 1440, drug, '', '', '%');
      if (control !== null) add(`${trial.name}, ${measure}`, 'data', 'human', trial.against, day * 1440, control, '', '', '%');
    }
  }
  return `${out.join('\n')}\n`;
}
