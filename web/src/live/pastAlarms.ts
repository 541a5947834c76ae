import type { PastAlarm } from '../api/alarms';
import type { LiveAlarm } from './alarms';
import type { LiveReading } from './applyPatch';
import type { ParkModel } from './parkModel';
import { findExceedance } from './severity';

/** How long an alarm that has returned stays in the list. */
export const RETURNED_FOR_MS = 30 * 60_000;

/**
 * The alarms as they stood at a moment, from their records and the readings of that moment. What came later (a higher level, a
 * return, a peak) is not told before its time; how often it had come by then is not recorded, so it counts as once.
 */
export function alarmsAt(
  atMs: number,
  records: readonly PastAlarm[],
  readings: ReadonlyMap<string, LiveReading>,
  model: ParkModel,
): LiveAlarm[] {
  const alarms: LiveAlarm[] = [];
  for (const record of records) {
    const returnedMs = record.returned_at ?? record.ended_at ?? Infinity;
    if (record.first_at > atMs || atMs - returnedMs > RETURNED_FOR_MS) continue;
    alarms.push(asOf(atMs, record, returnedMs <= atMs, readings.get(record.series), model));
  }
  return alarms;
}

function asOf(
  atMs: number,
  record: PastAlarm,
  hasReturned: boolean,
  reading: LiveReading | undefined,
  model: ParkModel,
): LiveAlarm {
  const series = model.series.get(record.series);
  const beyond = series === undefined ? null : findExceedance(reading?.value ?? null, series);
  const wasFirstLevel = record.level === 2 && beyond?.limitName.endsWith('1') === true;
  const hadPeak = record.peak_at <= atMs;
  return {
    ...record,
    ...(wasFirstLevel ? { level: 1, priority: beyond.severity, limit: beyond.limit } : {}),
    state: hasReturned ? 'returned' : 'active',
    value: reading?.value ?? null,
    at: reading?.atMs ?? record.first_at,
    last_at: Math.min(record.last_at, atMs),
    peak: hadPeak ? record.peak : (reading?.value ?? record.limit),
    peak_at: hadPeak ? record.peak_at : (reading?.atMs ?? record.first_at),
    count: 1,
  };
}
