import type { IconName } from '../../controls/icons';
import type { ParkModel, ParkObject, Station } from '../../live/parkModel';
import type { Texts } from '../../text/texts';

/** What the card is about. */
export type Subject =
  | { kind: 'station'; object: Station }
  | { kind: 'tank'; object: ParkObject }
  | { kind: 'enterprise'; object: ParkObject };

export function findSubject(model: ParkModel, code: string): Subject | null {
  const station = model.stations.get(code);
  if (station !== undefined) return { kind: 'station', object: station };
  const tank = model.tanks.get(code);
  if (tank !== undefined) return { kind: 'tank', object: tank };
  const enterprise = model.enterprises.get(code);
  return enterprise === undefined ? null : { kind: 'enterprise', object: enterprise };
}

const stationIcons: Record<Station['kind'], IconName> = {
  gas_detector: 'gas',
  tank_instrument: 'tank',
  weather_mast: 'wind',
  air_standard: 'air',
  air_micro: 'air',
  water_level: 'water',
  water_quality: 'water',
  cctv: 'camera',
  gate: 'gate',
  hazmat_parking: 'gate',
  gateway: 'list',
};

export function iconOf(subject: Subject): IconName {
  return subject.kind === 'station' ? stationIcons[subject.object.kind] : subject.kind;
}

export function kindWord(texts: Texts, subject: Subject): string {
  return subject.kind === 'station'
    ? texts[`kind_${subject.object.kind}`]
    : texts[`kind_${subject.kind}`];
}
