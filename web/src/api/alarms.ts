import type { LiveAlarm } from '../live/alarms';
import type { LiveReading } from '../live/applyPatch';
import type { Density } from '../live/timeBar';
import type { Page } from '../protocol/http';
import { get } from './client';

/** An alarm of the past with its end, as far as it has one. */
export interface PastAlarm extends LiveAlarm {
  readonly returned_at?: number | null;
  readonly ended_at: number | null;
}

interface RawDensity {
  from: number | string;
  step_ms: number;
  priority: Record<'1' | '2' | '3', number[]>;
}

interface RawMoment {
  at: number;
  series: string[];
  v: (number | null)[];
  t: number[];
  q: number[];
}

const MOST_PAGES = 5;

/** The alarms of a stretch, newest first; `complete` is false where there were more than anybody could look at. */
export async function listAlarms(
  fromMs: number,
  toMs: number,
  signal?: AbortSignal,
): Promise<{ items: PastAlarm[]; complete: boolean }> {
  const items: PastAlarm[] = [];
  let cursor: string | null = null;
  for (let page = 0; page < MOST_PAGES; page++) {
    const query = new URLSearchParams({ from: iso(fromMs), to: iso(toMs), limit: '500' });
    if (cursor !== null) query.set('cursor', cursor);
    const answer: Page<PastAlarm> = await get(`alarms?${query.toString()}`, signal);
    items.push(...answer.items);
    cursor = answer.next ?? null;
    if (cursor === null) return { items, complete: true };
  }
  return { items, complete: false };
}

export async function getDensity(fromMs: number, toMs: number, buckets: number): Promise<Density> {
  const query = new URLSearchParams({
    from: iso(fromMs),
    to: iso(toMs),
    buckets: String(buckets),
  });
  const raw = await get<RawDensity>(`alarms/density?${query.toString()}`);
  return {
    fromMs: typeof raw.from === 'number' ? raw.from : Date.parse(raw.from),
    stepMs: raw.step_ms,
    counts: { 1: raw.priority['1'], 2: raw.priority['2'], 3: raw.priority['3'] },
  };
}

/** The newest reading of each series at one moment of the past. */
export async function getMoment(
  atMs: number,
  signal: AbortSignal,
): Promise<Map<string, LiveReading>> {
  const raw = await get<RawMoment>(`readings/at?at=${encodeURIComponent(iso(atMs))}`, signal);
  return new Map(
    raw.series.map((id, row) => [
      id,
      { value: raw.v[row] ?? null, atMs: raw.t[row] ?? 0, quality: raw.q[row] ?? 0 },
    ]),
  );
}

/** The starts of the pieces in which any of these series was heard. */
export async function listHeard(
  series: readonly string[],
  fromMs: number,
  toMs: number,
  stepS: number,
): Promise<number[]> {
  const query = new URLSearchParams({
    series: series.join(','),
    from: iso(fromMs),
    to: iso(toMs),
    step: `${String(stepS)}s`,
  });
  const answer = await get<{ items: { at: number[] }[] }>(`readings?${query.toString()}`);
  return answer.items.flatMap((one) => one.at);
}

function iso(atMs: number): string {
  return new Date(atMs).toISOString();
}
