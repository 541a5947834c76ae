import { clockDate, clockTime } from '../../text/format';
import type { Texts } from '../../text/texts';

/** "2026-11-21 12:03:00 (UTC+8)" */
export function momentWords(texts: Texts, atMs: number): string {
  return `${clockDate(atMs)} ${clockTime(atMs)} (${texts.timeZone})`;
}

/** "2 小时 13 分" */
export function agoWords(texts: Texts, ageMs: number): string {
  const minutes = Math.max(0, Math.round(ageMs / 60_000));
  if (minutes < 60) return texts.agoMinutes(minutes);
  const hours = Math.floor(minutes / 60);
  if (hours < 48) return texts.agoHours(hours, minutes % 60);
  return texts.agoDays(Math.floor(hours / 24), hours % 24);
}
