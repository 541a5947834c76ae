import type { ParkModel, Station } from './parkModel';
import type { ParkState } from './ParkState';
import type { Freshness } from './freshness';

/** The wind at one mast; null where the mast does not say. */
export interface Wind {
  readonly station: Station;
  /** direction the wind comes from, degrees clockwise from north */
  readonly fromDeg: number | null;
  readonly speedMps: number | null;
  readonly atMs: number;
  readonly freshness: Freshness;
}

/** The wind of a mast, or null while nothing was heard from it. */
export function findWindAt(station: Station, state: ParkState): Wind | null {
  const status = state.statusOf(station);
  const speed = status.all.find((one) => one.series.factor === 'wind_speed');
  const direction = status.all.find((one) => one.series.factor === 'wind_dir');
  const heard = [speed, direction].some((one) => one !== undefined && one.reading !== null);
  if (!heard) return null;
  return {
    station,
    fromDeg: direction?.reading?.value ?? null,
    speedMps: speed?.reading?.value ?? null,
    atMs: Math.min(speed?.reading?.atMs ?? Infinity, direction?.reading?.atMs ?? Infinity),
    freshness:
      speed?.freshness === 'fresh' && direction
        ? direction.freshness
        : (speed?.freshness ?? 'stale'),
  };
}

/** The first mast of the park that speaks, in the order of the park's file. */
export function findParkWind(model: ParkModel, state: ParkState): Wind | null {
  for (const station of model.stations.values()) {
    if (station.kind !== 'weather_mast') continue;
    const wind = findWindAt(station, state);
    if (wind !== null) return wind;
  }
  return null;
}

/** 0 north, 1 north-east … 7 north-west: the sector the wind comes from. */
export function sectorOf(fromDeg: number): number {
  return Math.round((((fromDeg % 360) + 360) % 360) / 45) % 8;
}
