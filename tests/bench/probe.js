/* Runs in a measured page before its own scripts. `usable` is put in front of it by visit.py: a function, or null.
 *
 * Pictures are read back from the drawing buffer in a microtask after the task that drew them, before they are composited.
 * Reading waits for the rasteriser, so that drawing time counts. It stops with the first picture, and is on again while
 * answers to keys are watched. */
(() => {
  if (window.bench || window !== window.top) return;
  const bench = window.bench = { long: [], picture: null, largest: null, usable: null, frames: [], errors: [] };
  const now = () => performance.now();
  const nextFrame = window.requestAnimationFrame.bind(window);
  new PerformanceObserver((list) => list.getEntries().forEach((e) => bench.long.push([e.startTime, e.duration])))
    .observe({ type: 'longtask', buffered: true });
  new PerformanceObserver((list) => { bench.largest = list.getEntries().at(-1).startTime; })
    .observe({ type: 'largest-contentful-paint', buffered: true });
  addEventListener('error', (e) => bench.errors.push(e.message));

  /* Told by the change that brought it about: a frame may come much later. */
  if (usable) {
    const seen = new MutationObserver(() => {
      if (!usable()) return;
      bench.usable = now();
      seen.disconnect();
    });
    seen.observe(document, { subtree: true, childList: true, attributes: true });
  }

  /* ---- what is on a canvas */

  const READ = 0x8ca8; /* READ_FRAMEBUFFER; the other targets set where is drawn */
  const FRAME = 0x8d40; /* FRAMEBUFFER */
  const target = new WeakMap(); /* context → framebuffer that is drawn to, null for the canvas itself */
  const plainBind = new Map();
  let store = new Uint8Array(0);

  function fromGL(gl) {
    const two = window.WebGL2RenderingContext && gl instanceof WebGL2RenderingContext;
    const [point, binding] = two ? [READ, gl.READ_FRAMEBUFFER_BINDING] : [FRAME, gl.FRAMEBUFFER_BINDING];
    const bind = plainBind.get(Object.getPrototypeOf(gl));
    const bytes = 4 * gl.drawingBufferWidth * gl.drawingBufferHeight;
    if (store.length !== bytes) store = new Uint8Array(bytes);
    const bound = gl.getParameter(binding);
    const pack = two && gl.getParameter(gl.PIXEL_PACK_BUFFER_BINDING);
    if (bound) bind.call(gl, point, null);
    if (pack) gl.bindBuffer(gl.PIXEL_PACK_BUFFER, null);
    gl.readPixels(0, 0, gl.drawingBufferWidth, gl.drawingBufferHeight, gl.RGBA, gl.UNSIGNED_BYTE, store);
    if (pack) gl.bindBuffer(gl.PIXEL_PACK_BUFFER, pack);
    if (bound) bind.call(gl, point, bound);
    return new Uint32Array(store.buffer);
  }
  function pixels(context) {
    if (context.readPixels) return fromGL(context);
    const { width, height } = context.canvas;
    return new Uint32Array(context.getImageData(0, 0, width, height).data.buffer);
  }
  /* 2 % of the canvas differ from its corner, in 8 colours at least (4 bits a channel). */
  function isPicture(all) {
    const colours = new Set();
    let other = 0;
    for (const p of all) if (p !== all[0] && (++other & 15) === 0) colours.add(p & 0xf0f0f0f0);
    return other > 0.02 * all.length && colours.size >= 8;
  }
  function digest(all) {
    let h = 0x811c9dc5;
    for (let i = 0; i < all.length; i++) h = Math.imul(h ^ all[i], 0x01000193);
    return h;
  }

  /* ---- from a key, a press or a move of the pointer to its paint */

  let question = null; /* { asked, done }: waits for a change */
  let watching = false;
  let last = null;
  const channel = new MessageChannel();
  const painted = [];
  channel.port1.onmessage = () => painted.splice(0).forEach((f) => f());
  const afterPaint = (f) => { painted.push(f); channel.port2.postMessage(0); };

  /* Something changed: the answer is given once the frame that shows it has been painted. */
  function changed(inFrame) {
    if (!question || question.asked === null) return;
    const { asked, done } = question;
    question = null;
    const tell = () => afterPaint(() => done(now() - asked));
    if (inFrame) tell(); else nextFrame(tell);
  }
  for (const kind of ['keydown', 'pointerdown', 'pointermove'])
    addEventListener(kind, (e) => { if (question) question.asked ??= e.timeStamp; }, true);
  bench.watch = (css) => {
    watching = !css;
    if (css) new MutationObserver(() => changed(false)).observe(document.querySelector(css), { subtree: true, childList: true, attributes: true });
  };
  /* `bench.answer` tells the ms from the next of them to its paint, or null after `patience` ms. */
  bench.ask = (patience) => {
    bench.answer = new Promise((done) => {
      const mine = question = { asked: null, done };
      setTimeout(() => { if (question === mine) { question = null; done(null); } }, patience);
    });
  };

  /* ---- hooks */

  let frameDepth = 0;
  window.requestAnimationFrame = (f) => nextFrame((t) => {
    frameDepth++;
    try { return f(t); } finally { frameDepth--; }
  });

  const drew = new Set();
  function look(context, inFrame) {
    drew.delete(context);
    const { canvas } = context;
    if (canvas.isConnected === false || canvas.width < 100 || canvas.height < 100) return;
    const frame = document.timeline.currentTime;
    if (bench.frames.at(-1)?.[0] !== frame) bench.frames.push([frame, now()]);
    if (bench.picture !== null && !watching) return;
    const all = pixels(context);
    if (bench.picture === null && isPicture(all)) bench.picture = now();
    if (!watching) return;
    const was = last;
    last = digest(all);
    if (last !== was) changed(inFrame);
  }
  function drawn(context) {
    if (target.get(context) || drew.has(context)) return;
    drew.add(context);
    const inFrame = frameDepth > 0;
    queueMicrotask(() => look(context, inFrame));
  }
  function after(prototype, names, then) {
    for (const name of names) {
      const plain = prototype?.[name];
      if (plain) prototype[name] = function (...given) { const out = plain.apply(this, given); then(this, given); return out; };
    }
  }
  const DRAW = ['drawArrays', 'drawElements', 'drawArraysInstanced', 'drawElementsInstanced', 'drawRangeElements', 'blitFramebuffer'];
  for (const prototype of [window.WebGLRenderingContext?.prototype, window.WebGL2RenderingContext?.prototype]) {
    if (!prototype) continue;
    plainBind.set(prototype, prototype.bindFramebuffer);
    after(prototype, ['bindFramebuffer'], (gl, [point, buffer]) => { if (point !== READ) target.set(gl, buffer); });
    after(prototype, DRAW, drawn);
  }
  after(CanvasRenderingContext2D.prototype, ['drawImage', 'putImageData'], drawn);
})();
