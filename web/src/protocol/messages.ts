/** The messages of the live stream; field names are the same in live, replay and shared views. */

export type LayerName = 'readings' | 'scenarios';

export interface ReadingColumns {
  id: string[];
  /** null: the device sent that it has no value. */
  v: (number | null)[];
  /** Device time in epoch milliseconds. */
  at: number[];
  q: number[];
}

export interface ScenarioColumns {
  id: string[];
  name_zh: string[];
  name_en: string[];
  started: number[];
  phase: string[];
}

export interface LayerPatch<Name extends LayerName, Columns> {
  type: 'snapshot' | 'patch';
  layer: Name;
  cursor: string;
  at: number;
  upserts: Columns;
  removals: string[];
}

export type ReadingPatch = LayerPatch<'readings', ReadingColumns>;
export type ScenarioPatch = LayerPatch<'scenarios', ScenarioColumns>;

export type ServerMessage =
  | ReadingPatch
  | ScenarioPatch
  | { type: 'heartbeat'; at: number; cursor: string }
  /** a source inside the server that stopped; `since` null: it is back */
  | { type: 'stale'; source: string; since: number | null }
  | { type: 'error'; detail: string }
  | { type: 'resync'; layer: LayerName };

export type ClientMessage =
  | { type: 'subscribe'; layers: LayerName[]; since?: Partial<Record<LayerName, string>> }
  | { type: 'unsubscribe'; layers: LayerName[] }
  | { type: 'ping' };

/** What a closing code of the server asks of us. */
export const CloseCode = { NOT_ALLOWED: 1008, TOO_SLOW: 1013, SIGNED_OUT: 4401 } as const;
