/** The opened clock, a bundle of its own: charts made in Python, whose curves follow schedule, weight and time. */
import { need } from '../files';
import { addScale, type ScaleContext, type ScaleView } from '../scales';
import { TimeCourse } from './view';
import type { TimeFile } from './model';

class Opened implements ScaleView {
  private made: Promise<TimeCourse> | null = null;
  private course: TimeCourse | null = null;
  constructor(private at: ScaleContext) {}

  async enter(): Promise<void> {
    this.made ??= need<TimeFile>('time').then((file) => (this.course = new TimeCourse(this.at, file)));
    this.made.catch(() => { this.made = null; });
    (await this.made).enter();
  }

  leave(): void { this.course?.leave(); }
  follow(change: { changed: Set<string> }): void { this.course?.follow(change.changed); }
}

addScale('time', (at) => new Opened(at));
