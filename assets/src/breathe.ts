/** Give the browser a chance to draw and to listen between two pieces of work. Unlike one of a timer its turn comes at once. */
export const breathe = (): Promise<void> => new Promise((done) => {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => { port1.close(); done(); };
  port2.postMessage(null);
});
