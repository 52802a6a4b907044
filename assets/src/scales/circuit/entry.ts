/** The circuit scale, loaded when it is first asked for. */
import { addScale } from '../../scales';
import { SceneView } from '../scene/view';

addScale('circuit', (context) => new SceneView(context));
