import type { SeriesInfo } from '../protocol/http';

/** 2 is the orange triangle, 3 the yellow diamond; rules of the park that give 1 and 4 come with the alarm feature. */
export type Severity = 2 | 3;

export type LimitName = 'alarm_high2' | 'alarm_low2' | 'alarm_high1' | 'alarm_low1';

export interface Exceedance {
  severity: Severity;
  limitName: LimitName;
  limit: number;
}

/** The worst limit that `value` reaches; a value exactly on a limit has reached it. */
export function findExceedance(value: number | null, series: SeriesInfo): Exceedance | null {
  if (value === null) return null;
  return (
    reached(value, series, 'alarm_high2', 2) ??
    reached(value, series, 'alarm_low2', 2) ??
    reached(value, series, 'alarm_high1', 3) ??
    reached(value, series, 'alarm_low1', 3)
  );
}

function reached(
  value: number,
  series: SeriesInfo,
  limitName: LimitName,
  severity: Severity,
): Exceedance | null {
  const limit = series[limitName];
  if (limit === null || limit === undefined) return null;
  const isHigh = limitName === 'alarm_high1' || limitName === 'alarm_high2';
  return (isHigh ? value >= limit : value <= limit) ? { severity, limitName, limit } : null;
}
