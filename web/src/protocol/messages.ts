/** The messages of the live stream; field names are the same in live, replay and shared views. */

export type LayerName = 'readings' | 'scenarios' | 'alarms';

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

/** active: beyond its limit; signal_lost: nobody knows, so it counts as active; returned: back, shown for half an hour more */
export type AlarmState = 'active' | 'signal_lost' | 'returned';

/** One alarm as the server says it; times are epoch milliseconds of the device, `received_at` the server's. */
export interface AlarmFields {
  series: string;
  station: string;
  level: 1 | 2;
  side: 'high' | 'low';
  priority: 1 | 2 | 3;
  state: AlarmState;
  first_at: number;
  last_at: number;
  value: number | null;
  at: number;
  peak: number;
  peak_at: number;
  limit: number;
  unit: string;
  limit_source: string | null;
  limit_confirmed: boolean;
  /** how often it came within this alarm */
  count: number;
  received_at: number;
  /** the scenario it belongs to, when it is not real */
  drill: string | null;
}

export type AlarmColumns = { id: string[] } & { [Name in keyof AlarmFields]: AlarmFields[Name][] };

/** One event of one alarm; never merged with another. */
export interface AlarmMessage extends AlarmFields {
  type: 'alarm';
  kind: 'opened' | 'raised' | 'returned' | 'lost' | 'regained';
  id: string;
  cursor: string;
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

export type AlarmPatch = LayerPatch<'alarms', AlarmColumns>;

export type ServerMessage =
  | ReadingPatch
  | ScenarioPatch
  | AlarmPatch
  | AlarmMessage
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
