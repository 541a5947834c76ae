import type { SeriesInfo } from '../protocol/http';
import { get } from './client';

interface RawAnswer {
  series: string;
  unit: string;
  step_s?: number | null;
  at: number[];
  v?: (number | null)[];
  q?: number[];
  min?: (number | null)[];
  mean?: (number | null)[];
  max?: (number | null)[];
  count?: number[];
}

/** A stretch of one series ready to be drawn: null where nothing was measured. */
export interface Trend {
  readonly fromMs: number;
  readonly toMs: number;
  /** null for values as they were measured */
  readonly stepS: number | null;
  readonly points: number;
  readonly atMs: number[];
  readonly least: (number | null)[];
  readonly mean: (number | null)[];
  readonly greatest: (number | null)[];
}

/** The past of one series, in about as many points as a screen is wide. */
export async function getTrend(
  series: SeriesInfo,
  fromMs: number,
  toMs: number,
  points: number,
  signal: AbortSignal,
): Promise<Trend> {
  const path = [series.station, ...series.sensor.split('/')].map(encodeURIComponent).join('/');
  const query = new URLSearchParams({
    from: new Date(fromMs).toISOString(),
    to: new Date(toMs).toISOString(),
    step: 'auto',
    points: String(points),
  });
  const answer = await get<RawAnswer>(`series/${path}/readings?${query.toString()}`, signal);
  return toTrend(answer, fromMs, toMs, series.interval_s ?? 60);
}

/** Opens a gap wherever the next point is later than three intervals: a line over missing data would be a lie. */
export function toTrend(answer: RawAnswer, fromMs: number, toMs: number, intervalS: number): Trend {
  const values = answer.mean ?? answer.v ?? [];
  const [low, high] = [answer.min ?? values, answer.max ?? values];
  const longestMs = 3000 * Math.max(answer.step_s ?? 0, intervalS);
  const trend = {
    atMs: [] as number[],
    least: [] as (number | null)[],
    mean: [] as (number | null)[],
    greatest: [] as (number | null)[],
  };
  const push = (
    at: number,
    least: number | null,
    mean: number | null,
    greatest: number | null,
  ): void => {
    trend.atMs.push(at);
    trend.least.push(least);
    trend.mean.push(mean);
    trend.greatest.push(greatest);
  };
  let before: number | undefined;
  answer.at.forEach((at, index) => {
    if (before !== undefined && at - before > longestMs) push(before + 1, null, null, null);
    push(at, low[index] ?? null, values[index] ?? null, high[index] ?? null);
    before = at;
  });
  return { fromMs, toMs, stepS: answer.step_s ?? null, points: answer.at.length, ...trend };
}
