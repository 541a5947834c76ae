/** The answers of the HTTP interface that the page reads. */

export interface Problem {
  type: string;
  title: string;
  status: number;
  detail?: string;
  /** the same sentence in Chinese, where the server has one */
  detail_zh?: string;
  errors?: { pointer?: string; detail?: string; detail_zh?: string }[];
}

export type ActionName = 'SEE_PARK' | 'SEE_HISTORY' | 'RUN_SCENARIO' | (string & {});

export interface Session {
  user: string;
  mustChangePassword: boolean;
  csrf: string;
  actions: ActionName[];
  expires: string;
}

/** west, south, east, north in degrees, WGS-84 */
export type Bounds = [number, number, number, number];

export interface ParkArea {
  id: string;
  name_zh: string;
  name_en: string;
  bounds: Bounds;
}

export type LayerCode =
  | 'park'
  | 'enterprises'
  | 'units'
  | 'tanks'
  | 'bunds'
  | 'pipe_racks'
  | 'roads'
  | 'rail'
  | 'river'
  | 'power_lines'
  | 'landuse'
  | 'buildings'
  | 'equipment'
  | 'drainage'
  | 'people'
  | 'shelters'
  | 'resources'
  | 'stations';

export interface RasterTiles {
  name?: string;
  url: string;
  attribution?: string;
  datum?: string;
  maxzoom?: number;
}

export interface ParkInfo {
  id: string;
  name_zh: string;
  name_en: string;
  fictional: boolean;
  center: [number, number];
  bounds: Bounds;
  areas: ParkArea[];
  layers: { code: LayerCode; features: number }[];
  tiles?: RasterTiles | null;
}

export interface SeriesInfo {
  /** station/sensor */
  id: string;
  station: string;
  sensor: string;
  factor: string;
  name_zh: string;
  name_en: string;
  unit: string;
  range_low: number | null;
  range_high: number | null;
  alarm_low1: number | null;
  alarm_low2: number | null;
  alarm_high1: number | null;
  alarm_high2: number | null;
  interval_s: number | null;
  asset: string | null;
  basis: string | null;
  cas?: string | null;
  hj212_code?: string | null;
  medium?: string | null;
  statistic?: string | null;
  version?: number;
  limits_confirmed?: boolean;
  calibration?: Calibration | null;
  retired_at?: string;
}

export interface Calibration {
  last: string | null;
  interval_days: number;
  due: string;
  certificate: string | null;
}

export interface Page<Item> {
  items: Item[];
  next: string | null;
}

/** Past readings of one series, columns of equal length. */
export interface ReadingHistory {
  series: string;
  unit: string;
  at: number[];
  v: (number | null)[];
  q: number[];
}

export interface ScenarioInfo {
  id: string;
  name_zh: string;
  name_en: string;
  description_zh: string;
  description_en: string;
}

export interface Scenarios {
  items: ScenarioInfo[];
  /** RFC 3339 or epoch milliseconds */
  running: { id: string; started: string | number } | null;
}
