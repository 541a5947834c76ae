import { anchorOf, distanceM } from './around';
import { textOf, type ParkModel, type ParkObject, type Station } from './parkModel';

const FAR_M = 300;

/**
 * The tank that most likely gives what a station measures: the one it is mounted on, else the nearest of that substance in its
 * unit, its enterprise, or within 300 m. A station that names no substance takes the nearest tank of its unit. A guess to start a
 * what-if from; the planner names the tank, so that everybody sees which one was taken.
 */
export function findTankOf(model: ParkModel, station: Station): ParkObject | null {
  const mounted = model.tanks.get(textOf(station, 'asset'));
  if (mounted !== undefined) return mounted;
  const cas = new Set(station.series.flatMap((series) => (series.cas ? [series.cas] : [])));
  const away = (tank: ParkObject): number => distanceM(anchorOf(tank.geometry), station.at);
  const likely = [...model.tanks.values()]
    .filter((tank) => cas.size === 0 || cas.has(textOf(tank, 'cas')))
    .sort((a, b) => away(a) - away(b));
  const shares = (name: string) => (tank: ParkObject) =>
    textOf(station, name) !== '' && textOf(tank, name) === textOf(station, name);
  const inUnit = likely.find(shares('unit'));
  if (inUnit !== undefined || cas.size === 0) return inUnit ?? null;
  return likely.find(shares('enterprise')) ?? likely.find((tank) => away(tank) <= FAR_M) ?? null;
}
