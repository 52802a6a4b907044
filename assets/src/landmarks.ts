/** The landmarks under the cortex: meshes and balls in MNI152, and their names. Shared by the slices and the stage. */
import { need, unpack, type Packed } from './files';
import type { Solid, Vec3 } from './picture';
import { shared } from './shared';

interface LandmarkFile { id: string; name: string; note: string; at: Vec3; radius: number | null; vertices: Packed | null; faces: Packed | null }
export interface DeepFile {
  /** mm in a unit of a vertex. */
  scale: number;
  landmarks: LandmarkFile[];
  words: Record<string, string>;
}

export interface Landmark {
  id: string;
  name: string;
  note: string;
  at: Vec3;
  /** Radius of the ball that stands for it in the stage, mm; null where its mesh does. */
  radius: number | null;
  /** Its own shape; null where only a place is known. */
  mesh: Solid | null;
}

const loaded = shared('landmarks', () => ({ promise: null as Promise<Landmark[]> | null }));

/** All of them; loaded when first asked for. A failed load may be tried again. */
export function landmarks(): Promise<Landmark[]> {
  loaded.promise ??= need<DeepFile>('deep').then((file) => file.landmarks.map((l) => ({
    id: l.id,
    name: l.name,
    note: l.note,
    at: l.at,
    radius: l.radius,
    mesh: l.vertices && l.faces ? { vertices: Float32Array.from(unpack(l.vertices), (x) => x * file.scale), faces: Uint16Array.from(unpack(l.faces)) } : null,
  })));
  loaded.promise.catch(() => { loaded.promise = null; });
  return loaded.promise;
}

/** Rings and corners of a ring of a ball. */
const RINGS = 10;
const CORNERS = 18;

/** What stands for a landmark in the stage: a ball where it is too small to be seen by its own shape, or has none. */
export function solid(landmark: Landmark): Solid {
  return landmark.radius === null ? landmark.mesh! : ball(landmark.at, landmark.radius);
}

function ball(at: Vec3, radius: number): Solid {
  const vertices: number[] = [];
  const faces: number[] = [];
  for (let i = 0; i <= RINGS; i++) {
    const polar = (Math.PI * i) / RINGS;
    for (let j = 0; j < CORNERS; j++) {
      const turn = (2 * Math.PI * j) / CORNERS;
      vertices.push(at[0] + radius * Math.sin(polar) * Math.cos(turn), at[1] + radius * Math.sin(polar) * Math.sin(turn), at[2] + radius * Math.cos(polar));
      if (i === RINGS) continue;
      const [a, b] = [i * CORNERS + j, i * CORNERS + ((j + 1) % CORNERS)];
      faces.push(a, a + CORNERS, b, b, a + CORNERS, b + CORNERS);
    }
  }
  return { vertices: Float32Array.from(vertices), faces: Uint16Array.from(faces) };
}

/** Unit normals of the vertices, each triangle counting by its size. */
export function normalsOf({ vertices: p, faces }: Solid): Float32Array {
  const out = new Float32Array(p.length);
  for (let f = 0; f < faces.length; f += 3) {
    const [a, b, c] = [3 * faces[f], 3 * faces[f + 1], 3 * faces[f + 2]];
    const u = [0, 1, 2].map((k) => p[b + k] - p[a + k]);
    const v = [0, 1, 2].map((k) => p[c + k] - p[a + k]);
    const n = [u[1] * v[2] - u[2] * v[1], u[2] * v[0] - u[0] * v[2], u[0] * v[1] - u[1] * v[0]];
    for (const i of [a, b, c]) for (let k = 0; k < 3; k++) out[i + k] += n[k];
  }
  for (let i = 0; i < out.length; i += 3) {
    const length = Math.hypot(out[i], out[i + 1], out[i + 2]) || 1;
    for (let k = 0; k < 3; k++) out[i + k] /= length;
  }
  return out;
}
