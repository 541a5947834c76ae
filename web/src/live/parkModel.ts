import type { ParkInfo, SeriesInfo } from '../protocol/http';

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
  const seriesByStation = groupBy(allSeries, (series) => series.station);
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
    series: new Map(allSeries.map((series) => [series.id, series])),
    stationsByAsset: groupBy([...stations.values()], (station) => textOf(station, 'asset')),
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
