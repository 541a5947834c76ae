import { anchorOf, distanceM } from './around';
import { placeOf } from './alarmGroups';
import { textOf, type ParkModel, type ParkObject, type Station } from './parkModel';

/**
 * The tank that a gas most likely comes from: the one the sensor belongs to when it holds this substance, else the nearest one
 * with it in the same unit, else in the same enterprise; null where there is none. A guess to begin a what-if with, no finding.
 */
export function sourceTankOf(model: ParkModel, station: Station, cas: string): ParkObject | null {
  const holds = [...model.tanks.values()].filter((tank) => textOf(tank, 'cas') === cas);
  const own = holds.find((tank) => tank.code === textOf(station, 'asset'));
  if (own !== undefined) return own;
  const place = placeOf(model, station.code);
  const among = (property: 'unit' | 'enterprise'): ParkObject[] =>
    place[property] === ''
      ? []
      : holds.filter((tank) => textOf(tank, property) === place[property]);
  return nearest(among('unit'), station) ?? nearest(among('enterprise'), station);
}

function nearest(tanks: readonly ParkObject[], station: Station): ParkObject | null {
  const far = (tank: ParkObject): number => distanceM(station.at, anchorOf(tank.geometry));
  return tanks.reduce<ParkObject | null>(
    (best, tank) => (best === null || far(tank) < far(best) ? tank : best),
    null,
  );
}
