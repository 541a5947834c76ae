/** Questions and answers of consequence runs. */
export interface Note {
  code: string;
  weight: 'choice' | 'assumption' | 'warning';
  zh: string;
  en: string;
}

export interface ZoneShape {
  level: string;
  geometry: GeoJSON.MultiPolygon;
}

export interface Zone extends ZoneShape {
  value: number;
  unit: string;
  meaning_zh: string;
  meaning_en: string;
  level_source: string;
  confidence: string;
  reach_m?: number;
  half_width_m?: number;
  people?: { day: number; night: number; sensitive_places: number };
}

export interface HazardAnswer {
  hazard: string;
  model?: string;
  refused?: { field: string; zh: string; en: string };
  zones?: Zone[];
  slices?: { s: number; zones: ZoneShape[] }[];
  band?: GeoJSON.MultiPolygon;
  notes?: Note[];
}

export interface PlaceAnswer {
  id: string;
  downwind_m: number;
  across_m: number;
  peak_ppm?: number;
  indoor_peak_ppm?: number;
  course?: { s: number[]; outdoor_ppm: number[]; indoor_ppm: number[] };
  flux_kw_m2: Record<string, number>;
  overpressure_pa: Record<string, number>;
  notes: Note[];
}

export interface SourceAnswer {
  kind: string;
  mass_kg: number;
  duration_s: number;
  steps: { from_s: number; duration_s: number; rate_kg_s: number }[];
  notes: Note[];
}

/** A tank nearby that heat or blast may drag along. */
export interface NeighbourTank {
  id: string;
  name_zh: string;
  name_en: string;
  distance_m: number;
  hazard: string;
  after_s?: number | null;
  source: string;
  confidence: string;
  zh: string;
  en: string;
}

/** What no zone can show, as named warnings. */
export interface Warnings {
  incompatible: {
    id: string;
    name_zh: string;
    name_en: string;
    distance_m: number;
    zh: string;
    en: string;
    source: string;
    confidence: string;
  }[];
  combustion_products: {
    cas: string;
    name_zh: string;
    name_en: string;
    source: string;
    confidence: string;
  }[];
  not_modelled: { hazard: string; zh: string; en: string }[];
  zh: string;
  en: string;
}

export interface CaseAnswer {
  /** given, or small, large and full while nobody has seen the hole */
  id: string;
  hole_mm: number | null;
  source: SourceAnswer | null;
  hazards: HazardAnswer[];
  receptors: PlaceAnswer[];
  notes: Note[];
  neighbours?: NeighbourTank[];
  neighbours_checked?: number;
}

export interface WeatherAnswer {
  wind_from_deg?: number;
  wind_mps?: number;
  stability?: string;
  temperature_c?: number;
  humidity_percent?: number;
  cloud_percent?: number;
  derivations: {
    field: string;
    field_zh: string;
    field_en: string;
    value: number;
    unit: string;
    how: 'measured' | 'derived' | 'typed' | 'assumed';
    method: string;
    method_zh: string;
    method_en: string;
    mast: string | null;
    distance_m: number;
  }[];
  uncertainty: { direction_sigma_deg: number; full_circle: boolean };
  notes: Note[];
}

export interface RunAnswer {
  model_version: string;
  computed_at: string;
  at: [number, number];
  substance: { cas: string; name_zh: string; name_en: string };
  weather: WeatherAnswer;
  source_assumed: boolean;
  mode: string;
  cases: CaseAnswer[];
  warnings?: Warnings;
  limits_zh: string;
  limits_en: string;
}

export type SourceInput = Record<string, unknown> & { type: string };

export interface WeatherInput {
  mode: 'live' | 'typed';
  wind_from_deg?: number;
  wind_mps?: number;
  stability?: string;
  temperature_c?: number;
}

export interface RunQuestion {
  substance: string;
  at: [number, number];
  source: SourceInput;
  weather: WeatherInput;
  mode: 'screening' | 'accurate';
  receptors?: { id: string; position: [number, number]; height_m?: number }[];
  times?: { s: number }[];
  /** the tank that the source is, which then is no neighbour of itself */
  tank?: string;
  /** only the zones, for the many questions of a drag */
  detail?: 'drag' | 'full';
}

export interface TankSource {
  tank: string;
  substance: string;
  at: [number, number];
  source: SourceInput;
  notes: Note[];
  inputs?: PrefilledValue[];
}

/** How a value of the tank was got, with the ready sentence. */
export interface PrefilledValue {
  field: string;
  value: number;
  how: 'measured' | 'register' | 'assumed';
  zh: string;
  en: string;
}
