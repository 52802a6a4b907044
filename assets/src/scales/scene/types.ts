/** What Python hands over for a drawn scene. */

export type View = 'wide' | 'half' | 'tall';

export interface PartFile {
  id: string;
  name: string;
  /** Second line of its label while nothing has changed. */
  second: string;
  says: string;
  /** Second line of its label at a stop, and the same in words. */
  changes: Record<string, string>;
  states: Record<string, string>;
  unknown: string[];
  people: string;
  quiet: boolean;
  /** Its label always shows. */
  titled: boolean;
  card: string;
}

export interface Moment { headline: string; says: string; labels: string[]; changed: string[]; words: string }

export interface SceneFile {
  svg: string;
  views: Record<View, [number, number, number, number]>;
  size: Record<View, number>;
  gate: [number, number];
  defaults: Record<string, number>;
  title: string;
  parts: PartFile[];
  flows: Record<string, string>;
  moments: Record<string, Moment>;
}

export interface Stage { parts: string[]; labels: string[]; flows: string[]; values: Record<string, number> }

export interface Step { title: string; says: string; t: number; who: string[]; people: string; card: string; circuit: Stage | null; synapse: Stage | null }

export interface Track { name: string; short: string; says: string; card: string; steps: Step[] }

export interface StepsFile {
  main: Step[];
  tracks: Record<string, Track>;
  meeting: { says: string; card: string };
  words: Record<string, string>;
}

/** What a picture shows now: everything that it needs beyond the values of quantities. */
export interface Look {
  stop: string;
  track: string;
  human: boolean;
  /** The step that is lit, if one is. */
  stage: Stage | null;
  stepPeople: string;
  /** Parts in full light; all where it is null. */
  lit: Set<string> | null;
  labels: string[];
  /** Flows that run; all where it is null, none where it is empty. */
  flows: Set<string> | null;
}
