import { getTankSource } from '../../api/planner';
import { findTankOf } from '../../live/tankOf';
import type { ParkModel, Station } from '../../live/parkModel';
import { openPlan } from '../../state/Plan';

/** Where what-ifs begin: a tank with all that is known of it, a place, or a station that has smelt something. */
export async function planTank(code: string): Promise<void> {
  const from = await getTankSource(code);
  openPlan({
    substance: from.substance,
    tank: from.tank,
    at: from.at,
    source: from.source,
    weather: { mode: 'live' },
    mode: 'screening',
    ...(from.inputs === undefined ? {} : { prefilled: from.inputs }),
  });
}

export function planPlace(substance: string, at: readonly [number, number]): void {
  openPlan({
    substance,
    tank: null,
    at,
    source: { type: 'direct', rate_kg_s: 1, duration_s: 600, height_m: 0 },
    weather: { mode: 'live' },
    mode: 'screening',
  });
}

/** From the tank that most likely gives what the station measures; without one, at the station with an assumed rate. */
export async function planStation(model: ParkModel, station: Station): Promise<void> {
  const tank = findTankOf(model, station);
  if (tank !== null) await planTank(tank.code);
  else planPlace(casOf(station) ?? '7782-50-5', station.at);
}

/** What the station measures, where it names one substance of the table. */
export function casOf(station: Station): string | null {
  return station.series.find((series) => series.cas)?.cas ?? null;
}
