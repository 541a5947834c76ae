import type { SeriesInfo } from '../../src/protocol/http';

/** A series without limits, changed as the test needs it. */
export function seriesOf(part: Partial<SeriesInfo>): SeriesInfo {
  return {
    id: 'GD-1/cl2',
    station: 'GD-1',
    sensor: 'cl2',
    factor: 'cl2',
    name_zh: '氯气',
    name_en: 'Chlorine',
    unit: 'mg/m3',
    range_low: 0,
    range_high: 60,
    alarm_low1: null,
    alarm_low2: null,
    alarm_high1: null,
    alarm_high2: null,
    interval_s: 10,
    asset: null,
    basis: null,
    ...part,
  };
}
