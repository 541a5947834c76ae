import { numberOf, type ParkModel, type ParkObject, type Station } from '../live/parkModel';
import type { ParkState } from '../live/ParkState';
import { isAboveLimit, type StationStatus } from '../live/status';
import { findWindAt } from '../live/wind';
import { formatNumber, formatValue } from '../text/format';
import { imageNameOf } from './symbols/images';

export type FeatureProperties = Readonly<Record<string, string | number | boolean>>;

const order: Record<StationStatus['condition'], number> = {
  p1: 0,
  p2: 1,
  p3: 2,
  fault: 3,
  unknown: 4,
  service: 5,
  normal: 6,
  silent: 7,
};

type StationLook = FeatureProperties & {
  icon: string;
  label: string;
  alarm: boolean;
  abnormal: boolean;
};

/** Everything the station layers need to draw one station now. */
export function stationProperties(
  station: Station,
  state: ParkState,
  drillWord: string,
): StationLook {
  const status = state.statusOf(station);
  const alarm = isAboveLimit(status);
  return {
    code: station.code,
    kind: station.kind,
    icon: imageNameOf(station.kind, status),
    label:
      alarm && status.isDrill
        ? `${drillWord} ${labelOf(station, status)}`
        : labelOf(station, status),
    alarm,
    abnormal: alarm || status.condition === 'fault' || status.condition === 'unknown',
    order: order[status.condition],
    bearing_deg: numberOf(station, 'bearing_deg') ?? 0,
    downwind_deg: downwindOf(station, state),
  };
}

function labelOf(station: Station, status: StationStatus): string {
  const leading = status.leading;
  if (station.kind === 'air_micro' || station.kind === 'air_standard') {
    if (isAboveLimit(status)) return valueOf(status);
    const pm25 = status.all.find((one) => one.series.factor === 'pm25')?.reading?.value;
    return pm25 === undefined || pm25 === null
      ? '–'
      : (formatNumber(Math.round(pm25), 1).split('.')[0] ?? '');
  }
  if (station.kind === 'weather_mast') {
    const speed = status.all.find((one) => one.series.factor === 'wind_speed')?.reading?.value;
    return speed === undefined || speed === null ? '' : `${speed.toFixed(1)} m/s`;
  }
  return leading === null ? '' : valueOf(status);
}

function valueOf(status: StationStatus): string {
  const leading = status.leading;
  const value = leading?.reading?.value;
  if (leading === null || value === undefined || value === null) return '';
  return formatValue(value, leading.series);
}

function downwindOf(station: Station, state: ParkState): number {
  if (station.kind !== 'weather_mast') return 0;
  const fromDeg = findWindAt(station, state)?.fromDeg ?? null;
  return fromDeg === null ? 0 : Math.round((fromDeg + 180) % 360);
}

/** The measured level of a tank in percent, or null while it is not known. */
export function tankLevel(tank: ParkObject, model: ParkModel, state: ParkState): number | null {
  for (const station of model.stationsByAsset.get(tank.code) ?? []) {
    if (station.kind !== 'tank_instrument') continue;
    const level = station.series.find((series) => series.factor === 'level');
    const value = level === undefined ? undefined : state.findReading(level.id)?.value;
    if (value !== undefined && value !== null) return value;
  }
  return null;
}

/** What a tank's label says: its number in the plant, its medium, and how full it is. */
export function tankProperties(tank: ParkObject, level: number | null): FeatureProperties {
  const number = tank.code.replace(/^E\d+-/, '');
  const percent = level === null ? '?' : `${String(Math.round(level))} %`;
  const medium = (tail: string): string => String(tank.properties[`medium_${tail}`] ?? '');
  return {
    code: tank.code,
    number,
    label_zh: `${number}\n${medium('zh')} ${percent}`,
    label_en: `${number}\n${medium('en')} ${percent}`,
  };
}
