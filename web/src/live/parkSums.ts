import { conditionOrder, isAboveLimit, isOnline } from './status';
import type { ParkModel, Station } from './parkModel';
import type { ParkState } from './ParkState';

/** The park in a few numbers, and what is over a limit, the worst first. */
export interface ParkSums {
  readonly measuring: number;
  readonly online: number;
  readonly unknown: number;
  readonly second: number;
  readonly above: readonly Station[];
}

export function sumsOf(model: ParkModel, state: ParkState): ParkSums {
  const all = [...model.stations.values()]
    .filter((one) => one.series.length > 0)
    .map((station) => ({ station, status: state.statusOf(station) }));
  const above = all
    .filter(({ status }) => isAboveLimit(status))
    .sort((a, b) => conditionOrder(a.status.condition) - conditionOrder(b.status.condition));
  return {
    measuring: all.length,
    online: all.filter(({ status }) => isOnline(status)).length,
    unknown: all.filter(({ status }) => status.condition === 'unknown').length,
    second: above.filter(({ status }) => status.condition === 'p2').length,
    above: above.map(({ station }) => station),
  };
}
