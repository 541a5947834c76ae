import type { Note, RunQuestion, WeatherAnswer } from './consequence';

/** How probable it is that a level is exceeded, when wind, stability and rate may differ. */
export interface ProbableArea {
  probability: number;
  geometry: GeoJSON.MultiPolygon;
  reach_m?: number;
  people?: { day: number; night: number; sensitive_places: number };
}

export interface ProbableLevel {
  level: string;
  value: number;
  unit: string;
  meaning_zh: string;
  meaning_en: string;
  highest_probability: number;
  probabilities: ProbableArea[];
}

export interface ProbableHazard {
  hazard: string;
  model?: string;
  refused?: { field: string; zh: string; en: string };
  levels?: ProbableLevel[];
  notes?: Note[];
  slices?: { s: number; levels: { level: string; probabilities: ProbableArea[] }[] }[];
}

export interface ProbabilityAnswer {
  model_version: string;
  computed_at: string;
  substance: { cas: string; name_zh: string; name_en: string };
  weather: WeatherAnswer;
  source_assumed: boolean;
  kind: 'steady' | 'puffs';
  members: number;
  members_refused: number;
  case: { id: string; hole_mm: number | null };
  spreads: {
    field: string;
    value: number;
    how: 'typed' | 'derived' | 'assumed';
    zh: string;
    en: string;
  }[];
  hazards: ProbableHazard[];
  notes: Note[];
  until_s?: number;
  wind_history?: { s: number; wind_from_deg: number; wind_mps: number }[];
}

export interface ProbabilityQuestion extends RunQuestion {
  ensemble?: { members?: number; case?: string; until_s?: number };
}

/** A long run in the background: asked for again and again until it has ended. */
export interface BackgroundRun {
  id: string;
  state: 'waiting' | 'running' | 'done' | 'failed' | 'cancelled';
  progress: number;
  ahead?: number;
  problem?: { zh: string; en: string };
  result?: ProbabilityAnswer;
}
