/** The lesson beside the picture: guess, look, understand, go on. */
import type { Explore } from '../explore';
import { Course } from './course';
import { recall } from './memory';
import { page, slot, tell } from './words';

export class LessonPanel {
  readonly ready: Promise<void>;
  private course: Course;
  private box: HTMLElement;
  private shown = '';

  constructor(private host: HTMLElement, explore: Explore) {
    this.box = host.querySelector<HTMLElement>('.step')!;
    this.course = new Course(explore, (keys) => this.show(keys));
    host.addEventListener('click', (e) => this.click(e));
    host.addEventListener('change', (e) => this.choose(e.target as HTMLInputElement));
    this.ready = this.course.begin();
  }

  private click(e: Event): void {
    const el = (e.target as HTMLElement).closest<HTMLElement>('[data-step-do], [data-at]');
    if (!el) return;
    const { course } = this;
    if (el.dataset.at) course.go(el.dataset.at, this.answered(el.dataset.at));
    const does: Record<string, () => void> = {
      next: () => this.forward(),
      back: () => course.goPlace(course.place - 1, true),
      return: () => course.home(),
    };
    if (el.dataset.stepDo) does[el.dataset.stepDo]();
  }

  private answered(id: string): boolean { return id in recall<Record<string, number>>(`guess.${this.course.file!.id}`, {}); }

  private forward(): void {
    const picked = this.box.querySelector<HTMLInputElement>('input[name="guess"]:checked');
    if (!this.course.seen && picked) this.course.lock(Number(picked.value));
    if (!this.course.forward()) location.href = page.pages.quiz;
  }

  private choose(el: HTMLInputElement): void {
    if (el.matches('[data-do-level]')) this.course.setLevel(el.value);
    if (el.name === 'guess') this.buttons();
  }

  private show(keys: Set<string>): void {
    const { course, host } = this;
    const open = course.file !== null;
    host.dataset.mode = open ? 'step' : 'list';
    host.querySelector<HTMLElement>('.lesson-list')!.hidden = open;
    host.querySelector<HTMLElement>('.lesson-step')!.hidden = !open;
    if (!open) return;
    const key = `${course.file!.id} ${course.at} ${course.seen} ${course.seen ? course.level : ''}`;
    const again = this.shown !== '' && this.shown !== key;
    if (this.shown !== key) {
      this.shown = key;
      this.box.innerHTML = course.seen ? course.step.see[course.level] : course.step.ask;
      this.mark();
      this.box.closest<HTMLElement>('.panel')!.scrollTop = 0;
      this.box.scrollTop = 0;
    }
    if (keys.has('level') || keys.has('lesson') || keys.has('at') || keys.has('seen')) this.progress();
    this.buttons();
    /* The new words are read to those who do not see them, but a first visit keeps its place. */
    if (again) this.box.focus({ preventScroll: true });
    document.title = `${course.step.title}: ${course.file!.title} – NeuroViz`;
  }

  /** What was guessed, beside what is shown. */
  private mark(): void {
    const { course } = this;
    const guess = course.guess;
    if (!course.seen) {
      const input = guess === null ? null : this.box.querySelector<HTMLInputElement>(`input[value="${guess}"]`);
      if (input) input.checked = true;
      return;
    }
    const said = slot(this.box, 'guess');
    if (guess === null) return;
    const good = guess === course.step.right;
    const { text, why } = course.step.options[guess];
    said.textContent = `${tell('lesson.your', { text })} ${tell(good ? 'lesson.right' : 'lesson.wrong')}${good || !why ? '' : ` ${why}`}`;
    said.parentElement!.dataset.good = String(good);
  }

  private progress(): void {
    const { course, host } = this;
    const words = course.steps.map((id, i) => ({ id, name: tell('lesson.step', { n: i + 1, title: course.file!.steps[id].title }) }));
    slot(host, 'place').textContent = tell('lesson.place', { n: course.place + 1, of: words.length });
    host.querySelector('.dots')!.replaceChildren(...words.map(({ id, name }, i) => {
      const li = document.createElement('li');
      const b = document.createElement('button');
      Object.assign(b, { type: 'button', title: name });
      b.dataset.at = id;
      b.setAttribute('aria-label', name);
      if (i === course.place) b.setAttribute('aria-current', 'step');
      b.classList.toggle('past', i < course.place);
      li.append(b);
      return li;
    }));
    host.querySelector<HTMLSelectElement>('[data-do-level]')!.value = course.level;
  }

  private buttons(): void {
    const { course, host } = this;
    const next = host.querySelector<HTMLButtonElement>('.step-next')!;
    const picked = this.box.querySelector('input[name="guess"]:checked');
    const words = course.seen ? (course.last ? 'lesson.done' : 'lesson.next') : picked ? 'lesson.lock' : 'lesson.skip';
    next.querySelector('span')!.textContent = tell(words);
    next.classList.toggle('quiet', !course.seen && !picked);
    host.querySelector<HTMLButtonElement>('.step-back')!.disabled = course.place === 0;
    host.querySelector<HTMLElement>('[data-step-do="return"]')!.hidden = !course.moved;
  }
}
