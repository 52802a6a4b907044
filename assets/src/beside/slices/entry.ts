/** The bundle of the slices. */
import type { MakeBeside } from '../../beside';
import { Slices } from './view';

(window as unknown as { neuroviz: { addBeside(id: string, make: MakeBeside): void } }).neuroviz.addBeside('slices', (context) => new Slices(context));
