import { alarmKey, isOpen, worstFirst, type LiveAlarm } from '../live/alarms';
import type { ParkState } from '../live/ParkState';
import { Cell } from './Cell';

/** So long an alarm that nobody looked at on this screen counts as new. */
const NEW_FOR_MS = 600_000;
const SEEN = 'windrose.seen-alarms';
const MOST_SEEN = 500;

/** What is new to the person at this screen; it says nothing to anybody else and acknowledges nothing. */
export class AlarmWatch {
  /** moves on when something was looked at */
  readonly stamp = new Cell(0);
  readonly #park: ParkState;
  readonly #seen = new Set<string>(recall());
  /** when news came while this page was open, by alarm key */
  readonly #cameMs = new Map<string, number>();

  constructor(park: ParkState) {
    this.#park = park;
    park.onAlarmNews((news) => {
      for (const { kind, alarm } of news) {
        if (kind !== 'opened') this.#cameMs.set(alarmKey(alarm), park.liveNowMs());
      }
    });
  }

  isNew(alarm: LiveAlarm): boolean {
    const key = alarmKey(alarm);
    if (!isOpen(alarm) || this.#seen.has(key)) return false;
    const sinceMs = this.#cameMs.get(key) ?? alarm.received_at;
    return this.#park.liveNowMs() - sinceMs < NEW_FOR_MS;
  }

  /** New alarms of now, the worst first. */
  listNew(): LiveAlarm[] {
    return this.#park.liveAlarms.value.filter((one) => this.isNew(one)).sort(worstFirst);
  }

  /** These were looked at on this screen. */
  look(alarms: readonly LiveAlarm[]): void {
    const before = this.#seen.size;
    for (const alarm of alarms) this.#seen.add(alarmKey(alarm));
    if (this.#seen.size === before) return;
    keep([...this.#seen].slice(-MOST_SEEN));
    this.stamp.set(this.stamp.value + 1);
  }
}

function recall(): string[] {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(SEEN) ?? '[]');
    return Array.isArray(kept) ? kept.map(String) : [];
  } catch {
    return [];
  }
}

/** A browser may forbid storage; then it lasts as long as the page. */
function keep(keys: readonly string[]): void {
  try {
    sessionStorage.setItem(SEEN, JSON.stringify(keys));
  } catch {
    return;
  }
}
