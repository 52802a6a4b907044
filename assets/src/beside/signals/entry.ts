/** The bundle of the signals. */
import type { MakeBeside } from '../../beside';
import { Signals } from './view';

(window as unknown as { neuroviz: { addBeside(id: string, make: MakeBeside): void } }).neuroviz.addBeside('signals', (context) => new Signals(context));
