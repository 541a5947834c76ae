import { textOf, type ParkModel, type ParkObject, type Station } from './parkModel';

const METRES_PER_DEGREE = 111_320;

export interface Near<Item> {
  readonly item: Item;
  readonly distanceM: number;
}

/** Flat-earth metres, good to a few in a thousand over the size of a park. */
export function distanceM(a: readonly number[], b: readonly number[]): number {
  const [lonA = 0, latA = 0] = a;
  const [lonB = 0, latB = 0] = b;
  const squeeze = Math.cos((((latA + latB) / 2) * Math.PI) / 180);
  return Math.hypot((lonB - lonA) * squeeze, latB - latA) * METRES_PER_DEGREE;
}

/** A point that stands for a geometry: itself, or the middle of its corners. */
export function anchorOf(geometry: GeoJSON.Geometry): [number, number] {
  const corners = cornersOf(geometry);
  const sum = corners.reduce<[number, number]>(
    ([x, y], corner) => [x + (corner[0] ?? 0), y + (corner[1] ?? 0)],
    [0, 0],
  );
  const size = Math.max(1, corners.length);
  return [sum[0] / size, sum[1] / size];
}

function cornersOf(geometry: GeoJSON.Geometry): GeoJSON.Position[] {
  switch (geometry.type) {
    case 'Point':
      return [geometry.coordinates];
    case 'LineString':
    case 'MultiPoint':
      return geometry.coordinates;
    case 'Polygon':
      return geometry.coordinates[0] ?? [];
    case 'MultiPolygon':
      return geometry.coordinates.flatMap((polygon) => polygon[0] ?? []);
    default:
      return [];
  }
}

function nearest<Item extends ParkObject>(
  items: Iterable<Item>,
  from: readonly number[],
  count: number,
): Near<Item>[] {
  return [...items]
    .map((item) => ({ item, distanceM: distanceM(from, anchorOf(item.geometry)) }))
    .sort((a, b) => a.distanceM - b.distanceM)
    .slice(0, count);
}

export function nearestCameras(
  model: ParkModel,
  from: readonly number[],
  count: number,
): Near<Station>[] {
  const cameras = [...model.stations.values()].filter((one) => one.kind === 'cctv');
  return nearest(cameras, from, count);
}

/** Places with people who may need help: everything of the people layer that is not the park's own staff. */
export function nearestPeople(
  model: ParkModel,
  from: readonly number[],
  count: number,
): Near<ParkObject>[] {
  const places = [...model.places.values()].filter(
    (one) => 'population_day' in one.properties && textOf(one, 'kind') !== 'plant',
  );
  return nearest(places, from, count);
}
