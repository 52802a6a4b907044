/** The synapse scale, loaded when it is first asked for. */
import { addScale } from '../../scales';
import { SceneView } from '../scene/view';

addScale('synapse', (context) => new SceneView(context));
