/** Loads the 3-D stage over the drawn picture, and lets it go again when WebGL is not there, too slow, or lost. */
import { need, script, unpack, type Packed } from './files';
import { config, url } from './config';
import { still } from './prefs';
import type { Cortex, Frame, MakeStage, StageApi, StageEvents, ViewName } from './picture';

interface CortexFile { pial: Packed; scale: number; sulc: Packed; faces: Packed; facesLight: Packed }

/** Give the browser a chance to draw and to listen between two pieces of work. */
export const breathe = (): Promise<void> => new Promise((done) => setTimeout(done, 0));

const millimetres = (packed: Packed, scale: number): Float32Array => {
  const whole = unpack(packed);
  const out = new Float32Array(whole.length);
  for (let i = 0; i < whole.length; i++) out[i] = whole[i] * scale;
  return out;
};

export async function loadCortex(): Promise<Cortex> {
  const file = await need<CortexFile>('cortex');
  const pial = millimetres(file.pial, file.scale);
  await breathe();
  const faces = new Uint16Array(unpack(file.faces));
  await breathe();
  return { pial, faces, facesLight: new Uint16Array(unpack(file.facesLight)), sulc: Float32Array.from(unpack(file.sulc), (x) => x / 63) };
}

export async function loadInflated(): Promise<Float32Array> {
  const file = await need<{ inflated: Packed; scale: number }>('inflated');
  return millimetres(file.inflated, file.scale);
}

export async function raise(canvas: HTMLCanvasElement, view: ViewName, frame: Frame, events: StageEvents): Promise<StageApi> {
  const [cortex] = await Promise.all([loadCortex(), script(url('stage.js'))]);
  await breathe();
  const make = (window as unknown as { neuroviz: { makeStage: MakeStage } }).neuroviz.makeStage;
  const stage = make(canvas, cortex, { still: still(), view, span: [config.weight.low, config.weight.high] }, events);
  stage.resize(frame);
  return stage;
}
