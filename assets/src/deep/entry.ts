/** The bundle of the deep landmarks: loaded when they are first asked for. */
import { DeepView, type MakeDeep } from './view';

const makeDeep: MakeDeep = (stage) => DeepView.make(stage);
const home = window as unknown as { neuroviz?: Record<string, unknown> };
home.neuroviz = Object.assign(home.neuroviz ?? {}, { makeDeep });
