import { countOpen } from './alarmGroups';
import type { ParkModel, Station } from './parkModel';
import type { ParkState } from './ParkState';
import { isOnline, type SeriesStatus } from './status';

/** What the tiles over the map say; null is unknown and shown as such. */
export interface ParkSums {
  readonly enterprises: number;
  readonly measuring: number;
  readonly online: number;
  readonly unknown: number;
  /** open alarms by priority */
  readonly alarms: readonly [number, number, number] | null;
  readonly air: { readonly station: Station; readonly pm25: SeriesStatus } | null;
}

export function sumsOf(model: ParkModel, state: ParkState): ParkSums {
  const measuring = [...state.statusOfAll().values()].filter((one) => one.all.length > 0);
  const alarms = state.alarms.value;
  return {
    enterprises: model.enterprises.size,
    measuring: measuring.length,
    online: measuring.filter(isOnline).length,
    unknown: measuring.filter((one) => one.condition === 'unknown').length,
    alarms: alarms === null ? null : countOpen(alarms),
    air: findAir(model, state),
  };
}

/** Fine dust at the first reference station that has it: the value of now and no index, which is made of hours. */
function findAir(model: ParkModel, state: ParkState): ParkSums['air'] {
  for (const station of model.stations.values()) {
    if (station.kind !== 'air_standard') continue;
    const series = station.series.find((one) => one.factor === 'pm25');
    if (series !== undefined) return { station, pm25: state.statusOfSeries(series) };
  }
  return null;
}

/** Whole percent only when it is whole: 999 of 1,000 is not 100 %. */
export function shareText(part: number, all: number): string {
  if (all === 0) return '–';
  const percent = Math.floor((part / all) * 1000) / 10;
  return percent === 100 ? '100' : percent.toFixed(1);
}
