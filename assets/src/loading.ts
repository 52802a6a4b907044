/** Loads the 3-D stage over the drawn picture, and lets it go again when WebGL is not there, too slow, or lost. */
import { breathe } from './breathe';
import { CONTEXT, early } from './context';
import { need, unpack, type Packed } from './files';
import { config, url } from './config';
import { still } from './prefs';
import type { Cortex, MakeStage, StageApi, StageEvents, ViewName } from './picture';
import { script } from './scripts';

/** ms to wait for the first frame. */
const PATIENCE = 1500;

interface CortexFile { pial: Packed; scale: number; sulc: Packed; faces: Packed; facesLight: Packed }

const millimetres = (packed: Packed, scale: number): Float32Array => {
  const whole = unpack(packed);
  const out = new Float32Array(whole.length);
  for (let i = 0; i < whole.length; i++) out[i] = whole[i] * scale;
  return out;
};

async function loadCortex(): Promise<Cortex> {
  const file = await need<CortexFile>('cortex');
  const pial = millimetres(file.pial, file.scale);
  await breathe();
  /* The many triangles are unpacked when they are first wanted, which is not for the first picture of a slow machine. */
  let faces: Uint16Array | undefined;
  return { pial, faces: () => (faces ??= new Uint16Array(unpack(file.faces))), facesLight: new Uint16Array(unpack(file.facesLight)), sulc: Float32Array.from(unpack(file.sulc), (x) => x / 63) };
}

export async function loadInflated(): Promise<Float32Array> {
  const file = await need<{ inflated: Packed; scale: number }>('inflated');
  return millimetres(file.inflated, file.scale);
}

const root = document.documentElement;

/** When the first frame is on screen; a window that nobody sees has none. */
const firstFrame = (): Promise<void> => new Promise((done) => {
  setTimeout(done, document.hidden ? 0 : PATIENCE);
  new PerformanceObserver((list) => { if (list.getEntriesByName('first-contentful-paint').length) done(); }).observe({ type: 'paint', buffered: true });
});

/**
 * Whether a 3-D picture comes. Its files are asked for when the first frame is on screen; on Explore boot.ts has asked for stage.js at load. The
 * context is asked for after the first frame too, unless the page began with one: the graphics process has nothing to do then, while a little
 * earlier or later these questions would wait behind a frame of the page.
 */
export const coming = (): Promise<boolean> => (asked ??= (async () => {
  const canvas = document.querySelector<HTMLCanvasElement>('[data-layer="network"]:not([hidden]) > canvas');
  const wanted = canvas && root.dataset.hold !== undefined;
  if (canvas && early.canvas) {
    for (const { name, value } of canvas.attributes) early.canvas.setAttribute(name, value);
    canvas.replaceWith(early.canvas);
  }
  await firstFrame();
  if (!wanted) return false;
  for (const loading of [script(url('stage.js')), need('cortex')]) loading.catch(() => undefined); /* said by `raise` */
  if (early.canvas) return true;
  const context = canvas.getContext('webgl2', CONTEXT);
  await breathe();
  /* The first extension brings the list of all. */
  context?.getExtension('EXT_color_buffer_float');
  await breathe();
  return context !== null;
})());
let asked: Promise<boolean> | undefined;

/** What waited for the picture is shown: the page around it, and the drawn network. */
export function unveil(): void {
  delete root.dataset.first;
  delete root.dataset.hold;
}

/** A stage, and the cortex that it waits for. */
export async function raise(canvas: HTMLCanvasElement, view: ViewName, events: StageEvents): Promise<{ stage: StageApi; cortex: Promise<Cortex> }> {
  await script(url('stage.js'));
  const { makeStage } = (window as unknown as { neuroviz: { makeStage: MakeStage } }).neuroviz;
  const cortex = loadCortex();
  return { cortex, stage: makeStage(canvas, cortex, { still: still(), view, span: [config.weight.low, config.weight.high] }, events) };
}
