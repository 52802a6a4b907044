/** Entry of the stage bundle: hands the maker to the shell, which loads this file when it wants the 3-D tier. */
import { makeStage } from './index';

const home = window as unknown as { neuroviz?: Record<string, unknown> };
home.neuroviz = Object.assign(home.neuroviz ?? {}, { makeStage });
