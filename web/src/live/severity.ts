import type { SeriesInfo } from '../protocol/http';

/** 1 is the red octagon, 2 the orange triangle, 3 the yellow diamond. */
export type Severity = 1 | 2 | 3;

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
    reached(value, series, 'alarm_high2') ??
    reached(value, series, 'alarm_low2') ??
    reached(value, series, 'alarm_high1') ??
    reached(value, series, 'alarm_low1')
  );
}

/**
 * The stated default of the park, the same as the server's, until its own alarm rules come: the second level of a toxic gas or
 * of oxygen is priority 1, any other second level 2, a first level 3.
 */
export function priorityOf(series: Pick<SeriesInfo, 'factor' | 'unit'>, level: 1 | 2): Severity {
  if (level === 1) return 3;
  return isToxicOrOxygen(series) ? 1 : 2;
}

const CONCENTRATIONS = ['mg/m3', 'ppm', 'ppb'];

function isToxicOrOxygen(series: Pick<SeriesInfo, 'factor' | 'unit'>): boolean {
  return series.factor === 'o2' || CONCENTRATIONS.includes(series.unit);
}

function reached(value: number, series: SeriesInfo, limitName: LimitName): Exceedance | null {
  const limit = series[limitName];
  if (limit === null || limit === undefined) return null;
  const isHigh = limitName === 'alarm_high1' || limitName === 'alarm_high2';
  if (isHigh ? value < limit : value > limit) return null;
  const severity = priorityOf(series, limitName.endsWith('2') ? 2 : 1);
  return { severity, limitName, limit };
}
