import type { Note } from './consequence';

/** Isolation and protective distances for the first minutes, official or computed, and which of the two. */
export interface ProtectiveDistances {
  official: boolean;
  basis_zh: string;
  basis_en: string;
  source?: string;
  edition?: string;
  spill: { id: 'small' | 'large'; mass_kg?: number; minutes?: number; zh: string; en: string };
  time: 'day' | 'night';
  time_how: 'sun' | 'asked';
  isolate_m: number;
  /** null: farther than the model goes */
  protect_m: number | null;
  protect_beyond_m?: number;
  levels?: Record<'isolate' | 'protect', { level: string; value: number; unit: string }>;
  weather_used?: { wind_mps: number; stability: string; temperature_c: number };
  wind: { from_deg: number | null; full_circle: boolean };
  isolate: { geometry: GeoJSON.MultiPolygon };
  protect: { geometry: GeoJSON.MultiPolygon } | null;
  table: {
    spill: 'small' | 'large';
    time: 'day' | 'night';
    isolate_m: number;
    protect_m: number | null;
    official: boolean;
  }[];
  notes: Note[];
  limits_zh: string;
  limits_en: string;
}
