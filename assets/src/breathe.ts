/** Give the browser a chance to draw and to listen between two pieces of work. Unlike one of a timer its turn comes at once. */
export const breathe = (): Promise<void> => new Promise((done) => {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => { port1.close(); done(); };
  port2.postMessage(null);
});

/** When the next frame has been handed over; a window that nobody sees has none. */
export const frame = (): Promise<void> => new Promise((done) => { if (document.hidden) setTimeout(done); else requestAnimationFrame(() => setTimeout(done)); });

/** Does something after the size of what it observes has changed: a frame later, since fitting a picture holds up the frame that brings the change. */
export function afterResize(job: () => void): ResizeObserver {
  let waits = false;
  return new ResizeObserver(() => {
    if (waits) return;
    waits = true;
    void frame().then(() => { waits = false; job(); });
  });
}
