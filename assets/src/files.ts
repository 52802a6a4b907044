/** Data files are classic scripts that hand over one value, so that they load from a server and from a folder alike. */
import { url } from './config';
import { here, script, waiting } from './scripts';
import { shared } from './shared';

const asked = shared('filesAsked', () => new Map<string, Promise<unknown>>());

/** The value of a data file, loading it when it is first needed. A failed load may be tried again. */
export function need<T>(name: string): Promise<T> {
  if (here.has(name)) return Promise.resolve(here.get(name) as T);
  let promise = asked.get(name);
  if (!promise) {
    promise = new Promise((done, fail) => {
      waiting.set(name, done);
      /* A file that the page itself asks for is on its way already. */
      if (!document.querySelector(`script[data-file="${name}"]`)) script(url(`data/${name}.js`)).catch(fail);
    });
    promise.catch(() => asked.delete(name));
    asked.set(name, promise);
  }
  return promise as Promise<T>;
}

/** A packed array: columns of whole numbers, each as differences, zig-zag coded, low bytes before high bytes, base64. */
export interface Packed {
  data: string;
  bytes: 1 | 2;
  columns: number;
}

export function unpack(packed: Packed): Int32Array {
  const text = atob(packed.data);
  const raw = new Uint8Array(text.length);
  for (let i = 0; i < raw.length; i++) raw[i] = text.charCodeAt(i);
  const n = raw.length / packed.bytes;
  const rows = n / packed.columns;
  const out = new Int32Array(n);
  for (let c = 0, k = 0; c < packed.columns; c++) {
    for (let i = 0, last = 0; i < rows; i++, k++) {
      const z = packed.bytes === 2 ? raw[c * rows * 2 + i] | (raw[c * rows * 2 + rows + i] << 8) : raw[k];
      last += (z >>> 1) ^ -(z & 1);
      out[i * packed.columns + c] = last;
    }
  }
  return out;
}
