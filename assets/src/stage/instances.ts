/** Instanced geometry whose buffers grow and shrink with the picture. */
import { BufferAttribute, DynamicDrawUsage, InstancedBufferAttribute, InstancedBufferGeometry } from 'three';

export class Instances {
  readonly geometry = new InstancedBufferGeometry();
  private capacity = 0;
  private arrays: Record<string, Float32Array> = {};

  constructor(position: number[], index: number[], private fields: Record<string, number>) {
    this.geometry.setAttribute('position', new BufferAttribute(new Float32Array(position), 3));
    this.geometry.setIndex(index);
    this.geometry.instanceCount = 0;
    this.reserve(64);
  }

  /** Arrays with room for `n` instances; much too large ones are let go. */
  room(n: number): Record<string, Float32Array> {
    if (n > this.capacity || (this.capacity > 512 && n < this.capacity / 8)) this.reserve(Math.max(64, 2 ** Math.ceil(Math.log2(n))));
    return this.arrays;
  }
  /** Send the first `n` instances. */
  send(n: number): void {
    this.geometry.instanceCount = n;
    for (const [name, size] of Object.entries(this.fields)) {
      const a = this.geometry.getAttribute(name) as InstancedBufferAttribute;
      a.clearUpdateRanges();
      a.addUpdateRange(0, n * size);
      a.needsUpdate = true;
    }
  }

  private reserve(n: number): void {
    // Buffers on the GPU have a fixed size: let go of the old ones first.
    this.geometry.dispose();
    this.capacity = n;
    for (const [name, size] of Object.entries(this.fields)) {
      this.arrays[name] = new Float32Array(n * size);
      this.geometry.setAttribute(name, new InstancedBufferAttribute(this.arrays[name], size).setUsage(DynamicDrawUsage));
    }
  }
}

/** A square from -1 to 1. */
export const SQUARE: [number[], number[]] = [[-1, -1, 0, 1, -1, 0, 1, 1, 0, -1, 1, 0], [0, 1, 2, 0, 2, 3]];
