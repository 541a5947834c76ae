import type { ParkInfo, SeriesInfo } from '../protocol/http';
import type { StationEntry } from '../protocol/registry';

export type StationKind =
  | 'gas_detector'
  | 'tank_instrument'
  | 'weather_mast'
  | 'air_standard'
  | 'air_micro'
  | 'water_level'
  | 'water_quality'
  | 'cctv'
  | 'gate'
  | 'hazmat_parking'
  | 'gateway';

/** A feature of the park's drawing by its code; geometry stays GeoJSON. */
export interface ParkObject {
  readonly code: string;
  readonly properties: Readonly<Record<string, unknown>>;
  readonly geometry: GeoJSON.Geometry;
}

export interface Station extends ParkObject {
  readonly kind: StationKind;
  readonly at: readonly [number, number];
  readonly series: readonly SeriesInfo[];
}

/** Everything of the park that does not move: objects by code, series by id. */
export interface ParkModel {
  readonly info: ParkInfo;
  readonly stations: ReadonlyMap<string, Station>;
  readonly tanks: ReadonlyMap<string, ParkObject>;
  readonly enterprises: ReadonlyMap<string, ParkObject>;
  readonly units: ReadonlyMap<string, ParkObject>;
  readonly series: ReadonlyMap<string, SeriesInfo>;
  /** places of people, rescue and shelter by id; they come a moment after the rest */
  readonly places: ReadonlyMap<string, ParkObject>;
  /** stations that belong to a tank, bund or unit */
  readonly stationsByAsset: ReadonlyMap<string, readonly Station[]>;
}

export interface ParkLayers {
  stations: GeoJSON.FeatureCollection;
  tanks: GeoJSON.FeatureCollection;
  enterprises: GeoJSON.FeatureCollection;
  units: GeoJSON.FeatureCollection;
}

export function buildParkModel(
  info: ParkInfo,
  layers: ParkLayers,
  allSeries: readonly SeriesInfo[],
): ParkModel {
  const seriesByStation = seriesByStationOf(allSeries);
  const stations = new Map<string, Station>();
  for (const feature of layers.stations.features) {
    if (feature.geometry.type !== 'Point') continue;
    const object = toObject(feature);
    const [lon = 0, lat = 0] = feature.geometry.coordinates;
    stations.set(object.code, {
      ...object,
      kind: textOf(object, 'kind') as StationKind,
      at: [lon, lat],
      series: seriesByStation.get(object.code) ?? [],
    });
  }
  return {
    info,
    stations,
    tanks: index(layers.tanks),
    enterprises: index(layers.enterprises),
    units: index(layers.units),
    places: new Map(),
    series: new Map(allSeries.map((series) => [series.id, series])),
    stationsByAsset: groupBy([...stations.values()], (station) => textOf(station, 'asset')),
  };
}

/** Brings places of people, rescue and shelter into the model. */
export function mergePlaces(model: ParkModel, layers: readonly GeoJSON.FeatureCollection[]): void {
  const places = model.places as Map<string, ParkObject>;
  for (const layer of layers) for (const [code, place] of index(layer)) places.set(code, place);
}

/**
 * Brings what the register says now into the model: devices that a person registered, changed or retired since the drawing was
 * made. The maps stay the same objects, so that the map and the panels see it at their next look.
 */
export function mergeRegister(
  model: ParkModel,
  entries: readonly StationEntry[],
  allSeries: readonly SeriesInfo[],
): void {
  const seriesByStation = seriesByStationOf(allSeries);
  const stations = model.stations as Map<string, Station>;
  const known = new Set(entries.map((entry) => entry.code));
  for (const code of [...stations.keys()]) if (!known.has(code)) stations.delete(code);
  for (const entry of entries) {
    stations.set(entry.code, toStation(entry, stations.get(entry.code), seriesByStation));
  }
  const series = model.series as Map<string, SeriesInfo>;
  series.clear();
  for (const one of allSeries) series.set(one.id, one);
  const byAsset = model.stationsByAsset as Map<string, readonly Station[]>;
  byAsset.clear();
  for (const [asset, group] of groupBy([...stations.values()], (one) => textOf(one, 'asset'))) {
    byAsset.set(asset, group);
  }
}

function toStation(
  entry: StationEntry,
  before: Station | undefined,
  seriesByStation: ReadonlyMap<string, SeriesInfo[]>,
): Station {
  const { properties, position, ...fields } = entry;
  const at = before?.at[0] === position[0] && before.at[1] === position[1] ? before : undefined;
  return {
    code: entry.code,
    kind: entry.kind as StationKind,
    at: at?.at ?? position,
    geometry: at?.geometry ?? { type: 'Point', coordinates: position },
    properties: { ...before?.properties, ...properties, ...fields },
    series: seriesByStation.get(entry.code) ?? [],
  };
}

export function textOf(object: ParkObject, property: string): string {
  const value = object.properties[property];
  return typeof value === 'string' ? value : '';
}

export function numberOf(object: ParkObject, property: string): number | null {
  const value = object.properties[property];
  return typeof value === 'number' ? value : null;
}

function index(collection: GeoJSON.FeatureCollection): Map<string, ParkObject> {
  return new Map(collection.features.map((feature) => [toObject(feature).code, toObject(feature)]));
}

function toObject(feature: GeoJSON.Feature): ParkObject {
  const properties = feature.properties ?? {};
  const code = String(properties['code'] ?? properties['id'] ?? feature.id ?? '');
  return { code, properties, geometry: feature.geometry };
}

/** What a station is there for comes first: the wind of a mast, the level of a tank, the dust of an air station. */
const foremost = ['wind_speed', 'wind_dir', 'level', 'pm25', 'pm10'];

function seriesByStationOf(all: readonly SeriesInfo[]): Map<string, SeriesInfo[]> {
  const rank = ({ factor }: SeriesInfo): number =>
    foremost.includes(factor) ? foremost.indexOf(factor) : foremost.length;
  const groups = groupBy(all, (series) => series.station);
  for (const group of groups.values()) group.sort((a, b) => rank(a) - rank(b));
  return groups;
}

function groupBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}
