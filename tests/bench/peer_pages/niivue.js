/* Cortex of glass and a network with NiiVue; the slider hides the weaker links. */
import { Niivue } from '@niivue/niivue';

const view = new Niivue({ show3Dcrosshair: false, backColor: [1, 1, 1, 1], isResizeCanvas: true, loadingText: '' });
await view.attachToCanvas(document.getElementById('view'));
view.setSliceType(view.sliceTypeRender);
const glass = { rgba255: [220, 220, 220, 255], opacity: 0.35 };
await view.loadMeshes([{ url: 'left.mz3', ...glass }, { url: 'right.mz3', ...glass }, { url: 'network.jcon' }]);
const network = view.meshes.at(-1);
document.getElementById('t').addEventListener('input', ({ target }) => {
  view.setMeshProperty(network.id, 'edgeMin', 0.01 * target.value);
});
