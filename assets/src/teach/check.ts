/** The room check: looks at what the machine can do, says it in a sentence each, and picks the picture for the doors below. */
import { keep, recall } from './memory';
import { page, put, tell } from './words';

/** ms of drawing that are timed, triangles in each frame, and frames in a second below which the drawn picture is calmer. */
const TIMED = 900;
const TRIANGLES = 40_000;
const SLOW = 20;
/** Width from which a screen is good for a class (CSS px). */
const WIDE = 1000;
/** ms that a second window has to answer. */
const PATIENCE = 4000;

const SHADER = ['attribute vec2 p;void main(){gl_Position=vec4(p,0.,1.);}', 'void main(){gl_FragColor=vec4(.1,.2,.4,.02);}'];

export class RoomCheck {
  constructor(private host: HTMLElement) {
    host.addEventListener('click', (e) => {
      const what = (e.target as HTMLElement).closest<HTMLElement>('[data-check]')?.dataset.check;
      if (what === 'run') void this.run();
      if (what === 'window') this.window();
    });
  }

  start(): void {
    /* The second window of another check: it answers and is done. */
    if (new URLSearchParams(location.search).get('embed') === '1' && window.opener) {
      (window.opener as Window).postMessage({ neuroviz: 'room' }, location.protocol === 'file:' ? '*' : location.origin);
      document.querySelector('.lead')!.textContent = tell('check.answered');
      window.setTimeout(() => window.close(), 600);
      return;
    }
    void this.run();
  }

  private found(name: string, good: boolean, text: string): void {
    put(this.host, name, text);
    this.host.querySelector<HTMLElement>(`[data-test="${name}"]`)!.dataset.found = good ? 'good' : 'note';
  }

  private async run(): Promise<void> {
    put(this.host, 'result', tell('check.running'));
    const gl = document.createElement('canvas').getContext('webgl2');
    this.found('webgl', Boolean(gl), tell(gl ? 'check.webgl_yes' : 'check.webgl_no'));
    const stored = keep('room', Date.now());
    this.found('storage', stored, tell(stored ? 'check.storage_yes' : 'check.storage_no'));
    const wide = innerWidth >= WIDE;
    this.found('screen', wide, tell('check.screen_is', { w: innerWidth, h: innerHeight, size: tell(wide ? 'check.screen_good' : 'check.screen_small') }));
    const frames = gl ? await this.speed(gl) : 0;
    const fast = frames >= SLOW;
    if (gl) this.found('speed', fast, tell(fast ? 'check.speed_fast' : 'check.speed_slow', { n: Math.round(frames) }));
    else put(this.host, 'speed', '–');
    put(this.host, 'result', tell(fast ? 'check.tier_3d' : 'check.tier_drawn'));
    for (const door of this.host.querySelectorAll<HTMLAnchorElement>('[data-door]')) {
      const address = new URL(door.href);
      if (fast) address.searchParams.delete('tier');
      else address.searchParams.set('tier', 'drawn');
      door.href = address.href;
    }
    this.host.dataset.done = recall('room', '') === '' ? 'no' : 'yes';
  }

  /** Frames in a second of a scene about as heavy as the brain while it moves. */
  private async speed(gl: WebGL2RenderingContext): Promise<number> {
    gl.canvas.width = 1280;
    gl.canvas.height = 720;
    const program = gl.createProgram()!;
    SHADER.forEach((source, k) => {
      const shader = gl.createShader(k ? gl.FRAGMENT_SHADER : gl.VERTEX_SHADER)!;
      gl.shaderSource(shader, k ? `precision mediump float;${source}` : source);
      gl.compileShader(shader);
      gl.attachShader(program, shader);
    });
    gl.linkProgram(program);
    gl.useProgram(program);
    const points = new Float32Array(TRIANGLES * 6);
    for (let i = 0; i < points.length; i++) points[i] = Math.sin(i * 12.9898) * 0.9 + (i % 6) * 0.008;
    gl.bindBuffer(gl.ARRAY_BUFFER, gl.createBuffer());
    gl.bufferData(gl.ARRAY_BUFFER, points, gl.STATIC_DRAW);
    gl.enableVertexAttribArray(0);
    gl.vertexAttribPointer(0, 2, gl.FLOAT, false, 0, 0);
    const pixel = new Uint8Array(4);
    const began = performance.now();
    let n = 0;
    while (performance.now() - began < TIMED) {
      gl.drawArrays(gl.TRIANGLES, 0, TRIANGLES * 3);
      gl.readPixels(0, 0, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, pixel); /* waits until it is drawn */
      n += 1;
      await new Promise((done) => requestAnimationFrame(done));
    }
    const rate = (n * 1000) / (performance.now() - began);
    gl.getExtension('WEBGL_lose_context')?.loseContext();
    return rate;
  }

  private window(): void {
    const answered = (e: MessageEvent): void => {
      if ((e.data as { neuroviz?: string } | null)?.neuroviz !== 'room') return;
      finish(true);
    };
    const finish = (good: boolean): void => {
      removeEventListener('message', answered);
      clearTimeout(timer);
      this.found('window', good, tell(good ? 'check.window_yes' : 'check.window_no'));
    };
    const timer = window.setTimeout(() => finish(false), PATIENCE);
    addEventListener('message', answered);
    put(this.host, 'window', tell('check.running'));
    if (!window.open(`${page.pages.check}?embed=1`, 'neuroviz-room', 'popup,width=420,height=300')) finish(false);
  }
}
