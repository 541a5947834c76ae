import type { IconName } from '../../controls/icons';
import { textOf, type ParkModel, type ParkObject, type Station } from '../../live/parkModel';
import type { Texts } from '../../text/texts';
import { kindText, placeText } from './kindText';

/** What the card is about. */
export type Subject =
  | { kind: 'station'; object: Station }
  | { kind: 'tank'; object: ParkObject }
  | { kind: 'enterprise'; object: ParkObject }
  | { kind: 'unit'; object: ParkObject }
  | { kind: 'place'; object: ParkObject };

export function findSubject(model: ParkModel, code: string): Subject | null {
  const station = model.stations.get(code);
  if (station !== undefined) return { kind: 'station', object: station };
  const tank = model.tanks.get(code);
  if (tank !== undefined) return { kind: 'tank', object: tank };
  const enterprise = model.enterprises.get(code);
  if (enterprise !== undefined) return { kind: 'enterprise', object: enterprise };
  const unit = model.units.get(code);
  if (unit !== undefined) return { kind: 'unit', object: unit };
  const place = model.places.get(code);
  return place === undefined ? null : { kind: 'place', object: place };
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
  if (subject.kind === 'station') return stationIcons[subject.object.kind];
  if (subject.kind === 'unit') return 'legend';
  return subject.kind === 'place' ? 'locate' : subject.kind;
}

export function kindWord(texts: Texts, subject: Subject): string {
  if (subject.kind === 'station') return kindText(texts, subject.object.kind);
  if (subject.kind === 'place') return placeText(texts, textOf(subject.object, 'kind'));
  return texts[`kind_${subject.kind}`];
}
