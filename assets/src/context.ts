/** The one WebGL context of a page. A canvas gives one, and whoever asks first decides what it is like: the page, before its first frame or to
 *  see whether there is any; then the stage, which is given the same one. */
import { shared } from './shared';

/** Multisampling costs twice to three times as much without a graphics card; the stage smooths its own edges. */
export const CONTEXT: WebGLContextAttributes = { alpha: true, antialias: false, depth: true, stencil: false, preserveDrawingBuffer: false, powerPreference: 'high-performance' };

/** Those that three.js asks for. */
const EXTENSIONS = ['EXT_color_buffer_float', 'EXT_color_buffer_half_float', 'OES_texture_float_linear', 'WEBGL_clip_cull_distance', 'WEBGL_render_shared_exponent'];

/** The canvas that was made before the first frame, for the 3-D picture that comes at once. */
export const early = shared('early', () => ({ canvas: null as HTMLCanvasElement | null }));

/** Ask for everything while the graphics process has nothing else to do yet: later every question waits behind a frame of the page. */
export function makeEarly(): void {
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('webgl2', CONTEXT);
  if (!context) return;
  for (const name of EXTENSIONS) context.getExtension(name);
  early.canvas = canvas;
}
