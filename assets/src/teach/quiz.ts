/** The quiz: one question at a time, answered at once with the reason; what was answered is kept in this browser only. */
import { save } from '../save';
import { keep, recall } from './memory';
import { put, slot, tell } from './words';

interface Answer { given: string | string[]; right: boolean; sure: string }

export class QuizPage {
  private quiz!: HTMLElement;
  private at = 0;
  private chooser: HTMLSelectElement;
  private level: HTMLSelectElement;

  constructor(private host: HTMLElement) {
    this.chooser = host.querySelector<HTMLSelectElement>('#quiz-choice')!;
    this.level = host.querySelector<HTMLSelectElement>('#quiz-level')!;
  }

  start(): void {
    const { host } = this;
    host.dataset.live = '';
    this.level.value = recall('quiz-level', 'intro');
    this.chooser.closest<HTMLElement>('.quiz-picker')!.dataset.many = String(this.chooser.options.length > 1);
    this.chooser.addEventListener('change', () => this.open());
    this.level.addEventListener('change', () => { keep('quiz-level', this.level.value); this.open(); });
    host.addEventListener('click', (e) => this.click(e.target as HTMLElement));
    host.addEventListener('submit', (e) => { e.preventDefault(); this.check(e.target as HTMLFormElement); });
    addEventListener('hashchange', () => this.jump());
    addEventListener('afterprint', () => delete host.dataset.key);
    this.open();
    this.jump();
  }

  private get id(): string { return this.quiz.dataset.quizId!; }
  private get items(): HTMLElement[] { return [...this.quiz.querySelectorAll<HTMLElement>('.item')].filter((li) => li.dataset.levels!.split(' ').includes(this.level.value)); }
  private get answers(): Record<string, Answer> { return recall(`quiz.${this.id}`, {}); }

  private open(): void {
    for (const one of this.host.querySelectorAll<HTMLElement>('.one-quiz')) one.hidden = one.dataset.quizId !== this.chooser.value;
    this.quiz = this.host.querySelector<HTMLElement>('.one-quiz:not([hidden])')!;
    const open = this.items.findIndex((li) => !(li.id in this.answers));
    this.at = open < 0 ? this.items.length : open;
    for (const li of this.items) this.restore(li);
    this.show(false);
  }

  /** An address that ends with a question goes there. */
  private jump(): void {
    const k = this.items.findIndex((li) => `#${li.id}` === location.hash);
    if (k >= 0) { this.at = k; this.show(true); }
  }

  private click(el: HTMLElement): void {
    const move = el.closest<HTMLElement>('[data-move]');
    if (move) { this.shift(move); return; }
    const does: Record<string, () => void> = {
      next: () => this.step(1),
      back: () => this.step(-1),
      restart: () => this.restart(),
      save: () => this.save(),
      print: () => { delete this.host.dataset.key; print(); },
      'print-key': () => { this.host.dataset.key = ''; print(); },
    };
    does[el.closest<HTMLElement>('[data-quiz]')?.dataset.quiz ?? '']?.();
    const to = el.closest<HTMLElement>('[data-to-item]')?.dataset.toItem;
    if (to) { this.at = Number(to); this.show(true); }
  }

  private step(by: number): void {
    this.at = Math.max(0, Math.min(this.items.length, this.at + by));
    this.show(true);
  }

  private show(focus: boolean): void {
    const { items, quiz } = this;
    const done = this.at >= items.length;
    for (const li of quiz.querySelectorAll<HTMLElement>('.item')) li.classList.toggle('is-now', li === items[this.at]);
    quiz.dataset.done = String(done);
    put(quiz, 'place', done ? '' : tell('quiz.place', { n: this.at + 1, of: items.length }));
    const bar = quiz.querySelector('progress')!;
    bar.max = items.length;
    bar.value = items.filter((li) => li.id in this.answers).length;
    quiz.querySelector<HTMLButtonElement>('.quiz-back')!.disabled = this.at === 0;
    const next = quiz.querySelector<HTMLButtonElement>('.quiz-next')!;
    next.hidden = done;
    next.firstChild!.textContent = tell(this.at === items.length - 1 ? 'quiz.finish' : 'quiz.next');
    if (done) this.result();
    if (focus) {
      (done ? quiz.querySelector<HTMLElement>('.quiz-result h2') : items[this.at].querySelector<HTMLElement>('h2'))!.focus();
      this.host.scrollTop = 0;
    }
  }

  // ---- one question

  private given(li: HTMLElement): string | string[] | null {
    if (li.dataset.kind === 'order') return [...li.querySelectorAll<HTMLElement>('.order > li')].map((row) => row.dataset.value!);
    return li.querySelector<HTMLInputElement>('.answers input:checked')?.value ?? null;
  }

  private check(form: HTMLFormElement): void {
    const li = form.closest<HTMLElement>('.item')!;
    const given = this.given(li);
    const need = form.querySelector<HTMLElement>('.need')!;
    need.textContent = given === null ? tell('quiz.need') : '';
    if (given === null) return;
    const right = JSON.stringify(given) === li.dataset.right;
    const sure = li.querySelector<HTMLInputElement>('.sure-how input:checked')?.value ?? '';
    keep(`quiz.${this.id}`, { ...this.answers, [li.id]: { given, right, sure } });
    this.answered(li, { given, right, sure });
    this.show(false);
  }

  private restore(li: HTMLElement): void {
    const answer = this.answers[li.id];
    li.querySelector('form')!.reset();
    li.classList.remove('is-answered');
    this.lock(li, false);
    if (!answer) return;
    if (Array.isArray(answer.given)) {
      const list = li.querySelector('.order')!;
      for (const value of answer.given) list.append(list.querySelector(`[data-value="${value}"]`)!);
    } else {
      const input = li.querySelector<HTMLInputElement>(`.answers input[value="${answer.given}"]`);
      if (input) input.checked = true;
    }
    const sure = li.querySelector<HTMLInputElement>(`.sure-how input[value="${answer.sure}"]`);
    if (sure) sure.checked = true;
    this.answered(li, answer);
  }

  private answered(li: HTMLElement, answer: Answer): void {
    li.classList.add('is-answered');
    li.dataset.good = String(answer.right);
    put(li, 'verdict', tell(answer.right ? 'quiz.right' : 'quiz.wrong'));
    put(li, 'was', answer.right ? '' : tell('quiz.was', { text: li.dataset.answer! }));
    const why = JSON.parse(li.dataset.why ?? '[]') as string[];
    put(li, 'why', (!answer.right && typeof answer.given === 'string' && why[Number(answer.given)]) || '');
    const right = JSON.parse(li.dataset.right!) as string | string[];
    for (const input of li.querySelectorAll<HTMLInputElement>('.answers input')) {
      const label = input.closest('label')!;
      label.classList.toggle('is-right', input.value === right);
      label.classList.toggle('is-wrong', input.checked && input.value !== right);
    }
    this.lock(li, true);
  }

  /** An answer that was checked stands. */
  private lock(li: HTMLElement, on: boolean): void {
    for (const el of li.querySelectorAll<HTMLInputElement | HTMLButtonElement>('form input, form button')) el.disabled = on;
    if (!on) for (const label of li.querySelectorAll('.answers label')) label.classList.remove('is-right', 'is-wrong');
  }

  /** Move an entry of an order up or down. */
  private shift(button: HTMLElement): void {
    const row = button.closest('li')!;
    const other = button.dataset.move === '1' ? row.nextElementSibling : row.previousElementSibling;
    if (!other) return;
    if (button.dataset.move === '1') other.after(row);
    else other.before(row);
    button.focus();
    const n = [...row.parentElement!.children].indexOf(row) + 1;
    row.closest('.item')!.querySelector('.moved')!.textContent = tell('quiz.order_now', { text: row.querySelector('span')!.textContent!, n });
  }

  // ---- the result

  private result(): void {
    const { items, answers, quiz } = this;
    const mine = items.map((li) => answers[li.id]);
    const given = mine.filter(Boolean);
    const good = given.filter((a) => a.right).length;
    put(quiz, 'score', tell('quiz.score', { right: good, of: items.length }));
    const of = (sure: string): [number, number] => { const set = given.filter((a) => a.sure === sure); return [set.filter((a) => a.right).length, set.length]; };
    const [[a, b], [c, d]] = [of('certain'), of('guess')];
    put(quiz, 'calibrated', b + d ? tell('quiz.calibrated', { a, b, c, d }) : '');
    put(quiz, 'open', given.length < items.length ? tell('quiz.open', { n: items.length - given.length }) : '');
    quiz.querySelector('.tally')!.replaceChildren(...items.map((li, k) => {
      const row = document.createElement('li');
      const b = document.createElement('button');
      b.type = 'button';
      b.dataset.toItem = String(k);
      b.textContent = li.querySelector('h2')!.textContent;
      const sign = document.createElement('b');
      sign.textContent = mine[k] ? tell(mine[k].right ? 'quiz.right_mark' : 'quiz.wrong_mark') : '–';
      row.append(b, sign);
      return row;
    }));
  }

  private restart(): void {
    keep(`quiz.${this.id}`, {});
    this.open();
    this.step(0);
  }

  /** All questions and answers as plain text, for a course page or a printout of one's own. */
  private save(): void {
    const lines = this.items.flatMap((li, k) => [`${k + 1}. ${li.querySelector('h2')!.textContent}`, `   ${tell('quiz.key')}: ${li.dataset.answer}`, '']);
    save(`neuroviz-${this.id}.txt`, `${slot(this.quiz, 'score').textContent}\n\n${lines.join('\n')}`, 'text/plain');
  }
}
