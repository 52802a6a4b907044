/** The bundle of the teaching pages: lesson, presenter, notes, room check, quiz. */
import type { Explore } from '../explore';
import { RoomCheck } from './check';
import { LessonPanel } from './lesson';
import { Notes } from './notes';
import { Presenter } from './present';
import { QuizPage } from './quiz';

interface Shell {
  behaviour(kind: string, what: { attach(host: HTMLElement): void }): void;
  explore(): Explore | null;
  waits: Promise<unknown>[];
}

const shell = (window as unknown as { neuroviz: Shell }).neuroviz;

function register(): void {
  shell.behaviour('lesson', { attach: (host) => { shell.waits.push(new LessonPanel(host, shell.explore()!).ready); } });
  shell.behaviour('present', { attach: (host) => { shell.waits.push(new Presenter(host, shell.explore()!).ready); } });
  shell.behaviour('notes', { attach: (host) => { shell.waits.push(new Notes(host).ready); } });
  shell.behaviour('check', { attach: (host) => { new RoomCheck(host).start(); } });
  shell.behaviour('quiz', { attach: (host) => { new QuizPage(host).start(); } });
}

/* The shell comes last: whoever is here before it is called before the page comes to life. */
addEventListener('neuroviz:shell', register, { once: true });
