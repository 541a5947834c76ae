import type { IconName } from '../../controls/icons';
import {
  numberOf,
  textOf,
  type ParkModel,
  type ParkObject,
  type Station,
} from '../../live/parkModel';
import type { ParkState } from '../../live/ParkState';
import { isOpen, type LiveAlarm } from '../../live/alarms';
import {
  conditionOfSeverity,
  conditionOrder,
  isAboveLimit,
  statusOfStation,
  type Condition,
  type StationStatus,
} from '../../live/status';
import { groupOfKind, groups, type GroupName } from '../../map/layerGroups';
import { tankLevel } from '../../map/stationLook';
import { formatValue } from '../../text/format';
import { nameIn, type Language } from '../../text/language';
import type { Texts } from '../../text/texts';
import { alarmWords } from '../alarms/alarmWords';
import { findSubject, iconOf, kindWord } from '../objects/subject';

export const listGroups = ['alarms', 'enterprises', 'units', ...groups] as const;
export type ListGroup = 'alarms' | 'enterprises' | 'units' | GroupName;

/** What of a row does not move: where it belongs, what it is called. */
export interface ListRow {
  /** its own among all rows; an alarm stands beside its station */
  readonly key: string;
  /** what its card is about */
  readonly code: string;
  readonly group: ListGroup;
  readonly icon: IconName;
  readonly name: string;
  readonly kind: string;
  readonly owner: string;
  /** everything it may be found by, in small letters */
  readonly words: string;
  readonly object: ParkObject;
  readonly alarm: string | null;
}

/** What of a row is true now. */
export interface LiveCells {
  readonly condition: Condition | null;
  readonly stale: boolean;
  readonly drill: boolean;
  readonly value: string;
  readonly atMs: number | null;
}

const noCells: LiveCells = { condition: null, stale: false, drill: false, value: '', atMs: null };
/** More values of one station than this are told in its card. */
const MOST_VALUES = 3;

/** Everything that the map can show, group by group. */
export function listRows(model: ParkModel, texts: Texts, language: Language): ListRow[] {
  const owner = (object: ParkObject): string => {
    const found = model.enterprises.get(textOf(object, 'enterprise'))?.properties;
    const short = {
      name_zh: found?.['short_zh'] ?? found?.['name_zh'],
      name_en: found?.['short_en'] ?? found?.['name_en'],
    };
    return nameIn(language, short);
  };
  const row = (object: ParkObject, group: ListGroup): ListRow => {
    const subject = findSubject(model, object.code);
    const name = nameIn(language, object.properties) || object.code;
    const kind = subject === null ? '' : kindWord(texts, subject);
    const mine = group === 'enterprises' ? '' : owner(object);
    const both = ['name_zh', 'name_en', 'medium_zh', 'medium_en', 'cas'];
    const words = [object.code, name, kind, mine, ...both.map((one) => textOf(object, one))];
    const station = model.stations.get(object.code);
    const measured = (station?.series ?? []).flatMap((one) => [
      one.name_zh,
      one.name_en,
      one.cas ?? '',
    ]);
    return {
      key: object.code,
      code: object.code,
      group,
      icon: subject === null ? 'list' : iconOf(subject),
      name,
      kind,
      owner: mine,
      words: [...words, ...measured].join(' ').toLowerCase(),
      object,
      alarm: null,
    };
  };
  return [
    ...[...model.enterprises.values()].map((one) => row(one, 'enterprises')),
    ...[...model.units.values()].filter(isNamed).map((one) => row(one, 'units')),
    ...[...model.stations.values()].map((one) => row(one, groupOfKind(one.kind) ?? 'gas')),
    ...[...model.tanks.values()].map((one) => row(one, 'tanks')),
    ...[...model.places.values()].map((one) => row(one, placeGroup(one))),
  ];
}

/** What is an alarm in the moment shown; each opens the card of its station. */
export function alarmRows(
  alarms: readonly LiveAlarm[],
  model: ParkModel,
  texts: Texts,
  language: Language,
): ListRow[] {
  return alarms.filter(isOpen).flatMap((alarm): ListRow[] => {
    const object = model.stations.get(alarm.station);
    if (object === undefined) return [];
    const words = alarmWords(alarm, model, texts, language);
    const name = `${words.what} ${words.side}`;
    return [
      {
        key: `alarm ${alarm.id}`,
        code: alarm.station,
        group: 'alarms',
        icon: 'alert',
        name,
        kind: texts.list_alarm,
        owner: words.place,
        words: [name, alarm.station, words.place, texts.list_alarm].join(' ').toLowerCase(),
        object,
        alarm: alarm.id,
      },
    ];
  });
}

/** Lawns and plots have a shape on the map and nothing to be told. */
function isNamed(unit: ParkObject): boolean {
  return !['green', 'plaza', 'bld', 'parkempty'].includes(textOf(unit, 'kind'));
}

function placeGroup(place: ParkObject): GroupName {
  return 'population_day' in place.properties ? 'people' : 'rescue';
}

/** Says of any row what is true now; one for each look at the park, since it remembers what it has asked. */
export function liveCells(model: ParkModel, state: ParkState, texts: Texts, language: Language) {
  const known = new Map<string, StationStatus>();
  const statusOf = (station: Station): StationStatus => {
    const status = known.get(station.code) ?? state.statusOf(station);
    known.set(station.code, status);
    return status;
  };
  const fromStatus = (status: StationStatus, value: string): LiveCells => ({
    condition: status.all.length === 0 ? null : status.condition,
    stale: status.freshness === 'stale',
    drill: status.isDrill,
    value,
    atMs: status.leading?.reading?.atMs ?? null,
  });
  const valuesOf = (status: StationStatus): string => {
    const leading = status.leading;
    const sorted = [...status.all].sort((a, b) => Number(b === leading) - Number(a === leading));
    const said = sorted.slice(0, MOST_VALUES).map(({ series, reading }) => {
      const value = reading?.value;
      const text = value === null || value === undefined ? '—' : formatValue(value, series);
      return status.all.length === 1 ? text : `${nameIn(language, series)} ${text}`;
    });
    const rest = status.all.length - said.length;
    return said.join(' · ') + (rest > 0 ? ` +${String(rest)}` : '');
  };
  const tankCells = (tank: ParkObject): LiveCells => {
    const gauges = (model.stationsByAsset.get(tank.code) ?? []).filter(
      (one) => one.kind === 'tank_instrument',
    );
    const status = statusOfStation(gauges.flatMap((one) => statusOf(one).all));
    const level = tankLevel(tank, model, state);
    const gauge = status.all.find((one) => one.series.factor === 'level');
    const value = level === null ? texts.levelUnknown : `${level.toFixed(1)} %`;
    if (status.all.length === 0) return { ...noCells, condition: 'unknown', value };
    return { ...fromStatus(status, value), atMs: gauge?.reading?.atMs ?? null };
  };
  const enterpriseCells = (enterprise: ParkObject): LiveCells => {
    const inIt = [...model.stations.values()].filter(
      (one) => one.series.length > 0 && textOf(one, 'enterprise') === enterprise.code,
    );
    const all = inIt.map(statusOf);
    const worst = [...all].sort(
      (a, b) => conditionOrder(a.condition) - conditionOrder(b.condition),
    )[0];
    const value = texts.listEnterprise(all.filter(isAboveLimit).length, all.length);
    const condition = worst !== undefined && isAboveLimit(worst) ? worst.condition : null;
    return { ...noCells, value, condition, drill: worst?.isDrill === true && condition !== null };
  };
  const placeCells = (place: ParkObject): LiveCells => {
    const [day, night] = [numberOf(place, 'population_day'), numberOf(place, 'population_night')];
    const capacity = numberOf(place, 'capacity');
    if (day !== null)
      return { ...noCells, value: texts.dayNight(String(day), String(night ?? '–')) };
    if (capacity !== null) return { ...noCells, value: texts.listCapacity(capacity) };
    const staff = numberOf(place, 'staff');
    return staff === null ? noCells : { ...noCells, value: texts.listStaff(staff) };
  };
  const alarms = new Map((state.alarms.value ?? []).map((one) => [one.id, one]));
  const alarmCells = (id: string): LiveCells => {
    const alarm = alarms.get(id);
    if (alarm === undefined || !isOpen(alarm)) return { ...noCells, value: texts.listAlarmOver };
    const words = alarmWords(alarm, model, texts, language);
    return {
      condition: conditionOfSeverity(alarm.priority),
      stale: alarm.state !== 'active',
      drill: alarm.drill !== null,
      value: `${words.value} · ${words.limit}`,
      atMs: alarm.at,
    };
  };
  return ({ object, group, alarm }: ListRow): LiveCells => {
    if (alarm !== null) return alarmCells(alarm);
    const station = model.stations.get(object.code);
    if (station !== undefined) {
      const status = statusOf(station);
      return fromStatus(status, valuesOf(status));
    }
    if (model.tanks.has(object.code)) return tankCells(object);
    if (group === 'enterprises') return enterpriseCells(object);
    return placeCells(object);
  };
}

export const sortings = ['state', 'name', 'kind', 'owner', 'age', 'code'] as const;
export type Sorting = (typeof sortings)[number];

export type CellsOf = (row: ListRow) => LiveCells;

/** In the order asked for; within the same place by group and name, as the groups stand. */
export function sorted(
  rows: readonly ListRow[],
  by: Sorting,
  down: boolean,
  cellsOf: CellsOf,
  language: Language,
): ListRow[] {
  const { compare } = new Intl.Collator(language, { numeric: true });
  const groupAt = new Map(listGroups.map((name, index) => [name, index]));
  const keys = new Map(rows.map((row) => [row.key, numberKey(by, cellsOf, row)]));
  const text = (row: ListRow): string => (by === 'state' || by === 'age' ? '' : row[by]);
  const sign = down ? -1 : 1;
  return [...rows].sort((a, b) => {
    const numbers = (keys.get(a.key) ?? 0) - (keys.get(b.key) ?? 0);
    if (numbers !== 0) return sign * numbers;
    const texts = compare(text(a), text(b));
    if (texts !== 0) return sign * texts;
    const place = (groupAt.get(a.group) ?? 0) - (groupAt.get(b.group) ?? 0);
    return place !== 0 ? place : compare(a.name, b.name);
  });
}

/** What has no state or no age stands last, whichever way the list is turned the first time. */
function numberKey(by: Sorting, cellsOf: CellsOf, row: ListRow): number {
  if (by === 'state') {
    const { condition } = cellsOf(row);
    return condition === null ? 99 : conditionOrder(condition);
  }
  return by === 'age' ? -(cellsOf(row).atMs ?? 0) : 0;
}
