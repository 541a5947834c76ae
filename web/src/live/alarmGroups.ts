import { isOpen, worstFirst, type LiveAlarm } from './alarms';
import { textOf, type ParkModel } from './parkModel';

/** From so many alarms on of one place, they stand as one group. */
export const GROUP_FROM = 4;

/** Alarms of one unit, or of one enterprise where they have no unit in common. */
export interface AlarmGroup {
  /** the code of the unit or enterprise; empty for alarms that stand alone */
  readonly place: string;
  /** worst first */
  readonly alarms: readonly LiveAlarm[];
  /** the one that began it, while anything of the group is open */
  readonly first: LiveAlarm;
}

export interface AlarmPlace {
  readonly unit: string;
  readonly enterprise: string;
}

/** Where an alarm is: the unit of its station, or of the tank that the station belongs to. */
export function placeOf(model: ParkModel, station: string): AlarmPlace {
  const object = model.stations.get(station);
  if (object === undefined) return { unit: '', enterprise: '' };
  const asset = textOf(object, 'asset');
  const tank = model.tanks.get(asset);
  const unit =
    textOf(object, 'unit') ||
    (tank === undefined ? '' : textOf(tank, 'unit')) ||
    (model.units.has(asset) ? asset : '');
  return { unit, enterprise: textOf(object, 'enterprise') };
}

/** All alarms in groups, the worst group first: by unit where many are, else by enterprise, else alone. */
export function groupAlarms(alarms: readonly LiveAlarm[], model: ParkModel): AlarmGroup[] {
  const places = new Map(alarms.map((one) => [one.id, placeOf(model, one.station)]));
  const groups: AlarmGroup[] = [];
  let rest = [...alarms].sort(worstFirst);
  for (const level of ['unit', 'enterprise'] as const) {
    const byPlace = new Map<string, LiveAlarm[]>();
    for (const one of rest) {
      const place = places.get(one.id)?.[level] ?? '';
      byPlace.set(place, [...(byPlace.get(place) ?? []), one]);
    }
    for (const [place, members] of byPlace) {
      if (place === '' || members.length < GROUP_FROM) continue;
      groups.push({ place, alarms: members, first: firstOut(members) });
      const taken = new Set(members.map((one) => one.id));
      rest = rest.filter((one) => !taken.has(one.id));
    }
  }
  for (const one of rest) groups.push({ place: '', alarms: [one], first: one });
  return groups.sort((a, b) => worstFirst(headOf(a), headOf(b)));
}

/** The earliest of those that are still open; what has returned did not begin what goes on. */
export function firstOut(alarms: readonly LiveAlarm[]): LiveAlarm {
  const open = alarms.filter(isOpen);
  const among = open.length > 0 ? open : alarms;
  return among.reduce((first, one) => (one.first_at < first.first_at ? one : first));
}

function headOf(group: AlarmGroup): LiveAlarm {
  return group.alarms[0] ?? group.first;
}

/** Open alarms by priority 1, 2, 3. */
export function countOpen(alarms: readonly LiveAlarm[]): [number, number, number] {
  const counts: [number, number, number] = [0, 0, 0];
  for (const one of alarms)
    if (isOpen(one)) counts[one.priority - 1] = (counts[one.priority - 1] ?? 0) + 1;
  return counts;
}
