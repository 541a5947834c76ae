import type { LiveAlarm } from '../../live/alarms';
import { placeOf } from '../../live/alarmGroups';
import type { ParkModel, ParkObject } from '../../live/parkModel';
import { formatLimit, formatValue, unitSign } from '../../text/format';
import { nameIn, type Language } from '../../text/language';
import type { Texts } from '../../text/texts';

/** What one alarm is called on the screen, in parts that every panel puts together its own way. */
export interface AlarmWords {
  /** "氯气" */
  readonly what: string;
  /** "36.0 mg/m³", or a dash while no value is known */
  readonly value: string;
  /** "高高报" */
  readonly side: string;
  /** "二级报警值 2 mg/m³" */
  readonly limit: string;
  /** "澄岸氯碱化学 液氯罐区" */
  readonly place: string;
}

export function alarmWords(
  alarm: LiveAlarm,
  model: ParkModel,
  texts: Texts,
  language: Language,
): AlarmWords {
  const series = model.series.get(alarm.series);
  const unit = unitSign(alarm.unit);
  const look = { unit: alarm.unit, range_high: series?.range_high ?? null };
  return {
    what: series === undefined ? alarm.series : nameIn(language, series),
    value: alarm.value === null ? '—' : formatValue(alarm.value, look),
    side: texts.alarmSide(alarm.level, alarm.side),
    limit: `${texts.alarmLimit(alarm.level)} ${formatLimit(alarm.limit)} ${unit}`.trim(),
    place: placeWords(alarm.station, model, language),
  };
}

export function placeWords(station: string, model: ParkModel, language: Language): string {
  const place = placeOf(model, station);
  const parts = [
    shortName(model.enterprises.get(place.enterprise), language),
    shortName(model.units.get(place.unit), language),
  ];
  return parts.filter((part) => part !== '').join(' ');
}

export function shortName(object: ParkObject | undefined, language: Language): string {
  if (object === undefined) return '';
  const short = object.properties[language === 'en' ? 'short_en' : 'short_zh'];
  return typeof short === 'string' && short !== '' ? short : nameIn(language, object.properties);
}
