import type { AlarmColumns, AlarmFields, AlarmMessage, AlarmPatch } from '../protocol/messages';
import { applyColumns, type Applied } from './applyPatch';

/** One alarm as it stands. */
export interface LiveAlarm extends Readonly<AlarmFields> {
  readonly id: string;
}

/** What makes somebody look up: an alarm that opened, became worse, or came again. */
export interface AlarmNews {
  readonly kind: 'opened' | 'raised' | 'again';
  readonly alarm: LiveAlarm;
}

export function applyAlarms(
  before: ReadonlyMap<string, LiveAlarm>,
  patch: AlarmPatch,
): Applied<LiveAlarm> {
  const columns = patch.upserts;
  return applyColumns(before, patch.type, patch.removals, columns.id, (row) =>
    alarmAt(columns, row),
  );
}

/** The alarms after one event; the event carries the whole alarm. */
export function applyAlarm(
  before: ReadonlyMap<string, LiveAlarm>,
  message: AlarmMessage,
): Applied<LiveAlarm> {
  const alarm = fieldsOf(message) as LiveAlarm;
  return { items: new Map(before).set(alarm.id, alarm), changed: new Set([alarm.id]) };
}

/** Still beyond its limit as far as anybody knows; losing the signal is no recovery. */
export function isOpen(alarm: LiveAlarm): boolean {
  return alarm.state !== 'returned';
}

/** Says the same alarm anew when it becomes worse or comes again: what was silenced then sounds again. */
export function alarmKey(alarm: LiveAlarm): string {
  return `${alarm.id}:${String(alarm.priority)}:${String(alarm.count)}`;
}

/** What is new between two moments, so that a snapshot after a cut announces as well as an event does. */
export function newsBetween(
  before: ReadonlyMap<string, LiveAlarm>,
  after: ReadonlyMap<string, LiveAlarm>,
): AlarmNews[] {
  const news: AlarmNews[] = [];
  for (const alarm of after.values()) {
    if (!isOpen(alarm)) continue;
    const known = before.get(alarm.id);
    if (known === undefined) news.push({ kind: 'opened', alarm });
    else if (alarm.priority < known.priority) news.push({ kind: 'raised', alarm });
    else if (!isOpen(known) || alarm.count > known.count) news.push({ kind: 'again', alarm });
  }
  return news.sort((a, b) => worstFirst(a.alarm, b.alarm));
}

/** Open before returned, worse before less, within one priority the newest first. */
export function worstFirst(a: LiveAlarm, b: LiveAlarm): number {
  if (isOpen(a) !== isOpen(b)) return isOpen(a) ? -1 : 1;
  return a.priority - b.priority || b.first_at - a.first_at || (a.id < b.id ? -1 : 1);
}

/** Without what says how it travelled. */
function fieldsOf(message: AlarmMessage): Partial<AlarmMessage> {
  const fields: Partial<AlarmMessage> = { ...message };
  delete fields.type;
  delete fields.kind;
  delete fields.cursor;
  return fields;
}

function alarmAt(columns: AlarmColumns, row: number): LiveAlarm {
  const alarm: Record<string, unknown> = {};
  for (const [name, column] of Object.entries(columns)) alarm[name] = column[row];
  return alarm as unknown as LiveAlarm;
}
