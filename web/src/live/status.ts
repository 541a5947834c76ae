import { hasQuality } from '../protocol/quality';
import type { SeriesInfo } from '../protocol/http';
import type { LiveReading } from './applyPatch';
import { freshnessOf, type Freshness } from './freshness';
import { findExceedance, type Exceedance } from './severity';

/**
 * What a series or a station looks like. `unknown` (nothing was ever heard) must never look like `normal`; `fault` means
 * that the device itself says its value can't be trusted; `service` means calibration or maintenance.
 */
export type Condition = 'p2' | 'p3' | 'fault' | 'unknown' | 'service' | 'normal' | 'silent';

export interface SeriesStatus {
  readonly series: SeriesInfo;
  readonly reading: LiveReading | null;
  readonly condition: Condition;
  readonly freshness: Freshness;
  readonly exceedance: Exceedance | null;
  readonly isDrill: boolean;
}

export interface StationStatus {
  readonly condition: Condition;
  readonly freshness: Freshness;
  readonly isDrill: boolean;
  /** the series that decides; null where a station has no series */
  readonly leading: SeriesStatus | null;
  readonly all: readonly SeriesStatus[];
}

/** Worst first. A value over its limit wins over a fault of its neighbour: the limit may be real. */
const order: Condition[] = ['p2', 'p3', 'fault', 'unknown', 'service', 'normal', 'silent'];

export function statusOfSeries(
  series: SeriesInfo,
  reading: LiveReading | undefined,
  nowMs: number,
): SeriesStatus {
  if (reading === undefined) {
    const condition = 'unknown';
    return {
      series,
      reading: null,
      condition,
      freshness: 'fresh',
      exceedance: null,
      isDrill: false,
    };
  }
  const exceedance = findExceedance(reading.value, series);
  return {
    series,
    reading,
    condition: conditionOf(reading, exceedance),
    freshness: freshnessOf(Math.max(0, nowMs - reading.atMs), series.interval_s),
    exceedance,
    isDrill: hasQuality(reading.quality, 'DRILL'),
  };
}

/** A value over range or stuck keeps its severity: a detector in a dense cloud shows exactly that. */
function conditionOf(reading: LiveReading, exceedance: Exceedance | null): Condition {
  if (hasQuality(reading.quality, 'CALIBRATION', 'MAINTENANCE')) return 'service';
  if (exceedance !== null) return exceedance.severity === 2 ? 'p2' : 'p3';
  if (hasQuality(reading.quality, 'DEVICE_FAULT', 'STUCK', 'OUT_OF_RANGE')) return 'fault';
  return reading.value === null ? 'unknown' : 'normal';
}

export function statusOfStation(all: readonly SeriesStatus[]): StationStatus {
  let leading: SeriesStatus | null = null;
  for (const status of all) {
    if (leading === null || isWorse(status, leading)) leading = status;
  }
  return {
    condition: leading?.condition ?? 'silent',
    freshness: leading?.freshness ?? 'fresh',
    isDrill: all.some((status) => status.isDrill),
    leading,
    all,
  };
}

function isWorse(a: SeriesStatus, b: SeriesStatus): boolean {
  return conditionOrder(a.condition) < conditionOrder(b.condition);
}

/** 0 is the worst; for lists that begin with what matters. */
export function conditionOrder(condition: Condition): number {
  return order.indexOf(condition);
}

export function isAboveLimit(status: StationStatus): boolean {
  return status.condition === 'p2' || status.condition === 'p3';
}

/** Online: at least one series was heard within five of its periods. */
export function isOnline(status: StationStatus): boolean {
  return status.all.some((one) => one.reading !== null && one.freshness !== 'stale');
}
