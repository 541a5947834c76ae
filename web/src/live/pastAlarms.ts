import type { PastAlarm } from '../api/alarms';
import type { LiveAlarm } from './alarms';
import type { LiveReading } from './applyPatch';
import type { ParkModel } from './parkModel';
import { findExceedance } from './severity';

/** How long an alarm that has returned stays in the list. */
const RETURNED_FOR_MS = 30 * 60_000;

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
    if (record.first_at > atMs) continue;
    const hasReturned = record.state === 'returned' || record.ended_at !== null;
    const goneMs = atMs - record.last_at;
    if (hasReturned && goneMs > RETURNED_FOR_MS) continue;
    const reading = readings.get(record.series);
    const series = model.series.get(record.series);
    const beyond = series === undefined ? null : findExceedance(reading?.value ?? null, series);
    const level = beyond === null ? record.level : beyond.limitName.endsWith('2') ? 2 : 1;
    const peakSoFar = record.peak_at <= atMs;
    alarms.push({
      ...record,
      level: level < record.level ? level : record.level,
      priority: beyond !== null && level < record.level ? beyond.severity : record.priority,
      state: goneMs > 0 && hasReturned && beyond === null ? 'returned' : 'active',
      value: reading?.value ?? null,
      at: reading?.atMs ?? record.first_at,
      last_at: Math.min(record.last_at, reading?.atMs ?? atMs),
      peak: peakSoFar ? record.peak : (reading?.value ?? record.limit),
      peak_at: peakSoFar ? record.peak_at : (reading?.atMs ?? record.first_at),
      limit: beyond !== null && level < record.level ? beyond.limit : record.limit,
      count: 1,
    });
  }
  return alarms;
}
