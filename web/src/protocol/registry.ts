/** The answers of the registers, of the stations' health and of their tickets. */
import type { SeriesInfo } from './http';

export interface Maintenance {
  id: string;
  from: string;
  to: string | null;
  reason: string;
  who: string;
}

export interface StationEntry {
  code: string;
  kind: string;
  name_zh: string;
  name_en: string;
  enterprise: string | null;
  asset: string | null;
  position: [number, number];
  height_m: number | null;
  protocol?: string | null;
  gateway?: string | null;
  properties: Record<string, unknown>;
  mn?: string | null;
  addresses?: string[];
  by_broker?: boolean;
  origin?: string;
  version?: number;
  has_secret?: boolean;
  maintenance?: Maintenance | null;
  series?: SeriesInfo[];
  retired_at?: string;
}

export interface UnknownDevice {
  channel: string;
  name: string;
  address: string;
  /** not-registered, no-name, token, mn, gateway */
  class: string;
  /** one English sentence */
  reason: string;
  first_seen: string;
  last_seen: string;
  count: number;
}

/** Where devices reach the server; null: the listener is off. */
export interface Listeners {
  mqtt_port: number | null;
  mqtt_tls: boolean;
  hj212_port: number | null;
}

export interface RawFrame {
  received: string;
  channel: string;
  login: string;
  payload: string;
  bytes: number;
  /** null while it is not decided yet */
  accepted: number | null;
  quarantined: string | null;
}

export interface LimitVersion {
  version: number;
  low2: number | null;
  low1: number | null;
  high1: number | null;
  high2: number | null;
  unit: string;
  source: string;
  state: 'proposed' | 'confirmed' | 'superseded' | 'withdrawn';
  why: string | null;
  set_at: string;
  set_by: string;
  confirmed_at: string | null;
  confirmed_by: string | null;
}

export interface Limits {
  series: string;
  in_force: {
    low2: number | null;
    low1: number | null;
    high1: number | null;
    high2: number | null;
    unit: string;
    source: string | null;
    confirmed: boolean;
    version: number | null;
  };
  versions: LimitVersion[];
}

export interface LimitProposal {
  unit: string;
  low2: number | null;
  low1: number | null;
  high1: number | null;
  high2: number | null;
  source: string;
  confidence: string;
  note_zh: string;
  note_en: string;
}

export interface ImportReport {
  dry_run: boolean;
  fingerprint: string;
  rows: number;
  problems: {
    row: number;
    column: string;
    value: string | null;
    detail_zh: string;
    detail_en: string;
  }[];
  problem_count: number;
  created: string[];
  changed: { id: string; fields: string[] }[];
  unchanged: number;
  ok: boolean;
}

export type ConnectionState =
  'online' | 'late' | 'silent' | 'never_seen' | 'maintenance' | 'retired';

export interface HealthItem {
  id: string;
  name_zh: string;
  name_en: string;
  enterprise: string | null;
  line?: string;
  state?: ConnectionState;
  states?: Partial<Record<ConnectionState, number>>;
  since?: string | null;
  last_received?: string | null;
  stations: number;
  online_rate: number | null;
  gap_minutes: number;
  data_rate: number | null;
  received: number;
  expected: number;
  delay_p95_s: number | null;
  readings: number;
  bad: number;
  bad_share: number | null;
}

export interface HealthHour {
  from: string;
  online_minutes: number;
  due_minutes: number;
  gap_minutes: number;
  received: number;
  expected: number;
  bad: number;
  readings: number;
  delay_p95_s: number | null;
}

export interface Formula {
  zh: string;
  en: string;
}

export interface Health {
  window: string;
  from: string;
  to: string;
  zone: string;
  formulas: Record<string, Formula>;
  items: HealthItem[];
  total: HealthItem;
  states: Partial<Record<ConnectionState, number>>;
}

export interface AccessFigure {
  formula: Formula;
  from: string;
  to: string;
  numerator: number;
  denominator: number;
  value: number | null;
  by_enterprise: {
    enterprise: string | null;
    name_zh: string;
    name_en: string;
    numerator: number;
    denominator: number;
    value: number | null;
  }[];
  missing: {
    code: string;
    name_zh: string;
    name_en: string;
    enterprise: string | null;
    last_received: string | null;
  }[];
}

export interface CoverageFigure {
  formula: Formula;
  numerator_m2: number;
  denominator_m2: number;
  value: number | null;
  detectors: { code: string; radius_m: number; radius_source: string; counted: boolean }[];
  without_radius: { code: string; reason_zh: string; reason_en: string }[];
  map: GeoJSON.FeatureCollection;
}

export type TicketState = 'open' | 'acknowledged' | 'repaired' | 'closed';

export interface Ticket {
  id: string;
  number: number;
  station: string;
  station_name_zh: string;
  station_name_en: string;
  enterprise: string | null;
  cause: string;
  title: string | null;
  state: TicketState;
  version: number;
  opened_by: string;
  opened_at: string;
  down_since: string | null;
  relapses: number;
  assignee: string | null;
  acknowledged_at: string | null;
  repaired_at: string | null;
  repaired_by: string | null;
  closed_at: string | null;
  closed_by: string | null;
  measure: string | null;
  minutes_to_repair: number | null;
  children?: string[];
  events?: { at: string; who: string; kind: string; text: string | null }[];
}

export interface TicketList {
  items: Ticket[];
  next: string | null;
  counts: Partial<Record<TicketState, number>>;
  mttr_minutes: number | null;
  mtta_minutes: number | null;
  repaired_30d: number;
}

export interface QuarantineGroup {
  station: string;
  /** unreadable, no-number, no-sensor, bad-time */
  class: string;
  /** as the device called it; empty when the whole message is at fault */
  sensor: string;
  count: number;
  /** messages beyond the limit that were only counted */
  not_kept: number;
  first: string;
  last: string;
}

export interface QuarantineItem {
  id: number | string;
  received: string;
  channel: string;
  login: string;
  station: string;
  /** one English sentence */
  reason: string;
  faults: { class: string; sensor: string }[];
  payload: string;
  bytes: number;
}

export interface Alias {
  sent: string;
  sensor: string;
  factor: number;
}
