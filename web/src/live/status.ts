import { hasQuality } from '../protocol/quality';
import type { SeriesInfo } from '../protocol/http';
import type { LiveReading } from './applyPatch';
import { freshnessOf, type Freshness } from './freshness';
import type { LiveAlarm } from './alarms';
import { findExceedance, type Exceedance, type Severity } from './severity';

/**
 * What a series or a station looks like. `unknown` (nothing was ever heard) must never look like `normal`; `fault` means
 * that the device itself says its value can't be trusted; `service` means calibration or maintenance.
 */
export type Condition = 'p1' | 'p2' | 'p3' | 'fault' | 'unknown' | 'service' | 'normal' | 'silent';

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
const order: Condition[] = ['p1', 'p2', 'p3', 'fault', 'unknown', 'service', 'normal', 'silent'];

export function statusOfSeries(
  series: SeriesInfo,
  reading: LiveReading | undefined,
  nowMs: number,
  openAlarm?: LiveAlarm,
): SeriesStatus {
  if (reading === undefined) {
    return {
      series,
      reading: null,
      condition: openAlarm === undefined ? 'unknown' : conditionOfSeverity(openAlarm.priority),
      freshness: openAlarm === undefined ? 'fresh' : 'stale',
      exceedance: null,
      isDrill: openAlarm !== undefined && openAlarm.drill !== null,
    };
  }
  const exceedance = findExceedance(reading.value, series);
  const own = conditionOf(reading, exceedance);
  const age = freshnessOf(Math.max(0, nowMs - reading.atMs), series.interval_s);
  const isLost = openAlarm?.state === 'signal_lost';
  return {
    series,
    reading,
    // an open alarm is never drawn smaller than its list says, whatever the newest reading is
    condition: openAlarm === undefined ? own : worseOf(own, openAlarm),
    freshness: isLost ? 'stale' : age,
    exceedance,
    isDrill: hasQuality(reading.quality, 'DRILL') || (openAlarm?.drill ?? null) !== null,
  };
}

function worseOf(own: Condition, alarm: LiveAlarm): Condition {
  const said = conditionOfSeverity(alarm.priority);
  return conditionOrder(own) < conditionOrder(said) ? own : said;
}

export function conditionOfSeverity(severity: Severity): 'p1' | 'p2' | 'p3' {
  return severity === 1 ? 'p1' : severity === 2 ? 'p2' : 'p3';
}

/** A value over range or stuck keeps its severity: a detector in a dense cloud shows exactly that. */
function conditionOf(reading: LiveReading, exceedance: Exceedance | null): Condition {
  if (hasQuality(reading.quality, 'CALIBRATION', 'MAINTENANCE')) return 'service';
  if (exceedance !== null) return conditionOfSeverity(exceedance.severity);
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
  return ['p1', 'p2', 'p3'].includes(status.condition);
}

/** Online: at least one series was heard within five of its periods. */
export function isOnline(status: StationStatus): boolean {
  return status.all.some((one) => one.reading !== null && one.freshness !== 'stale');
}
