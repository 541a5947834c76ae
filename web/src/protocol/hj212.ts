/** The answers about stations that speak HJ 212, and about who changed what. */

/** What a station is told whenever it connects; null leaves its own setting. */
export interface Hj212Welcome {
  set_time: boolean;
  overtime_s: number | null;
  retry_count: number | null;
  real_time_interval_s: number | null;
  minute_interval_min: number | null;
}

export interface Hj212Mapping {
  factor: string;
  period: string;
  statistic: string;
  /** null: the value is left out on purpose */
  sensor: string | null;
  unit: string | null;
  range_low: number | null;
  range_high: number | null;
}

export interface Hj212Settings {
  station: string;
  mn: string | null;
  mn_from: 'register' | 'setting' | null;
  password: 'set' | 'device-secret' | 'missing';
  sources: string[];
  welcome: Hj212Welcome;
  mapping: Hj212Mapping[];
}

export interface Hj212Line {
  connected: boolean;
  edition?: string;
  st?: string;
  last_command?: string;
  waiting?: number;
  paused?: boolean;
}

export interface Hj212Refusals {
  since: string;
  counts: Record<string, number>;
  items: {
    at: string;
    address: string;
    mn: string | null;
    reason: string;
    detail: string;
    raw: string;
  }[];
}

export interface CommandStep {
  at: string;
  what: 'sent' | 'sent-again' | 'request-answer' | 'notice' | 'data' | 'result';
  cn: string;
  number?: number;
  meaning_zh?: string;
  meaning_en?: string;
  text: string;
}

export interface CommandAnswer {
  command: string;
  cn: string;
  outcome: 'done' | 'refused' | 'failed' | 'no-answer' | 'no-result' | 'disconnected';
  steps: CommandStep[];
}

export interface HistoryEntry {
  seq: number;
  at: string;
  event_time: string;
  who: string;
  kind: string;
  subject: string;
  body: Record<string, unknown>;
}
