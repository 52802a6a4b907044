/** The one WebGL context of a page. A canvas gives one, and whoever asks first decides what it is like: the page, before its first frame or to
 *  see whether there is any; then the stage, which is given the same one. */
import { shared } from './shared';

/** Multisampling costs twice to three times as much without a graphics card; the stage smooths its own edges. */
export const CONTEXT: WebGLContextAttributes = { alpha: true, antialias: false, depth: true, stencil: false, preserveDrawingBuffer: false, powerPreference: 'high-performance' };

/** Those that three.js asks for. */
const EXTENSIONS = ['EXT_color_buffer_float', 'EXT_color_buffer_half_float', 'OES_texture_float_linear', 'WEBGL_clip_cull_distance', 'WEBGL_render_shared_exponent'];

/** The canvas that was made before the first frame, for the 3-D picture that comes at once. */
export const early = shared('early', () => ({ canvas: null as HTMLCanvasElement | null }));

/** What draws: the name of a graphics card, or of a program that stands for one. */
export function drawnBy(gl: WebGL2RenderingContext): string {
  const name = String(gl.getParameter(gl.RENDERER));
  // Chromium hides the name behind the extension; Firefox gives it at once and warns about the extension.
  const info = /^WebKit/i.test(name) ? gl.getExtension('WEBGL_debug_renderer_info') : null;
  return info ? String(gl.getParameter(info.UNMASKED_RENDERER_WEBGL)) : name;
}

/** Ask for everything while the graphics process has nothing else to do yet: later every question waits behind a frame of the page. */
export function makeEarly(): void {
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('webgl2', CONTEXT);
  if (!context) return;
  for (const name of EXTENSIONS) context.getExtension(name);
  remember(context, [context.SAMPLES, context.VERSION]);
  early.canvas = canvas;
}

/** Keep the answers that three.js and the stage want again and that the browser itself does not know. */
function remember(context: WebGL2RenderingContext, names: GLenum[]): void {
  const name = drawnBy(context);
  const ask = context.getParameter.bind(context);
  const known = new Map<GLenum, unknown>(names.map((each) => [each, ask(each)]));
  known.set(context.RENDERER, name);
  context.getParameter = (each: GLenum): unknown => (known.has(each) ? known.get(each) : ask(each));
}
