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
