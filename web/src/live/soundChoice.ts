import { alarmKey, isOpen, type AlarmNews, type LiveAlarm } from './alarms';

export type SoundPattern = 'p1' | 'p2' | 'p3' | 'test';

/** More new alarms than this within ten minutes are a flood: then only what is grave sounds. */
export const FLOOD_FROM = 10;
const FLOOD_WINDOW_MS = 600_000;

/** What sounds on and on, and because of which alarms. */
export interface StandingSound {
  readonly pattern: 'p1' | 'p2' | null;
  readonly alarms: readonly LiveAlarm[];
}

/** Priority 1 sounds until silenced or over, else priority 2 does; drills sound like what they practise. */
export function standingSound(
  alarms: readonly LiveAlarm[],
  silenced: ReadonlySet<string>,
): StandingSound {
  const sounding = alarms.filter((one) => isOpen(one) && !silenced.has(alarmKey(one)));
  for (const priority of [1, 2] as const) {
    const these = sounding.filter((one) => one.priority === priority);
    if (these.length > 0) return { pattern: priority === 1 ? 'p1' : 'p2', alarms: these };
  }
  return { pattern: null, alarms: [] };
}

/** Whether news of priority 3 chime once: not over something louder, not in a flood. */
export function chimes(
  news: readonly AlarmNews[],
  alarms: readonly LiveAlarm[],
  standing: StandingSound,
  nowMs: number,
): boolean {
  if (standing.pattern !== null || isFlood(alarms, nowMs)) return false;
  return news.some((one) => one.alarm.priority === 3);
}

export function isFlood(alarms: readonly LiveAlarm[], nowMs: number): boolean {
  const recent = alarms.filter((one) => nowMs - one.received_at <= FLOOD_WINDOW_MS);
  return recent.length > FLOOD_FROM;
}
