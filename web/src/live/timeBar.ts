/** From (inclusive) to (exclusive), epoch milliseconds. */
export interface Span {
  readonly fromMs: number;
  readonly toMs: number;
}

export interface Tick {
  readonly atMs: number;
  /** midnight in the park, where the date changes */
  readonly isMidnight: boolean;
}

/** How many alarms were open in each of equally long pieces, by priority. */
export interface Density {
  readonly fromMs: number;
  readonly stepMs: number;
  readonly counts: Readonly<Record<1 | 2 | 3, readonly number[]>>;
}

export interface DensityBar {
  /** shares of the bar's width */
  readonly x: number;
  readonly width: number;
  /** shares of the strip's height, the worst at the bottom */
  readonly heights: Readonly<Record<1 | 2 | 3, number>>;
}

export const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;
const PARK_OFFSET_MS = 8 * HOUR_MS;
const TICK_STEPS_MS = [5, 10, 15, 30, 60, 120, 180, 240, 360, 720].map((m) => m * MINUTE_MS);

/** The last `spanMs` up to now; around a moment further back that moment stands in the middle. */
export function spanAround(nowMs: number, shownMs: number | null, spanMs: number): Span {
  if (shownMs === null || shownMs >= nowMs - spanMs) return { fromMs: nowMs - spanMs, toMs: nowMs };
  return { fromMs: shownMs - spanMs / 2, toMs: shownMs + spanMs / 2 };
}

/** 0 at the left end, 1 at the right; outside of them outside of the bar. */
export function shareOf(span: Span, atMs: number): number {
  return (atMs - span.fromMs) / (span.toMs - span.fromMs);
}

/** The full second at a share of the bar; null at its live end. */
export function momentAt(
  span: Span,
  share: number,
  nowMs: number,
  liveShare: number,
): number | null {
  const inside = Math.min(1, Math.max(0, share));
  const atMs = span.fromMs + inside * (span.toMs - span.fromMs);
  const isLiveEnd = span.toMs >= nowMs && inside >= 1 - liveShare;
  return isLiveEnd || atMs >= nowMs ? null : Math.floor(atMs / 1000) * 1000;
}

/** Ticks on whole hours of the park's clock, never nearer than `leastPx` to one another. */
export function ticksOf(span: Span, widthPx: number, leastPx: number): Tick[] {
  const length = span.toMs - span.fromMs;
  const room = (leastPx / Math.max(1, widthPx)) * length;
  const stepMs = TICK_STEPS_MS.find((one) => one >= room) ?? DAY_MS;
  const ticks: Tick[] = [];
  const first = Math.ceil((span.fromMs + PARK_OFFSET_MS) / stepMs) * stepMs - PARK_OFFSET_MS;
  for (let atMs = first; atMs < span.toMs; atMs += stepMs) {
    ticks.push({ atMs, isMidnight: (atMs + PARK_OFFSET_MS) % DAY_MS === 0 });
  }
  return ticks;
}

/** The bars of the strip; heights grow with the root, so that one alarm is seen beside fifty. */
export function barsOf(density: Density, span: Span): DensityBar[] {
  const length = span.toMs - span.fromMs;
  const sums = density.counts[1].map((_, index) => total(density, index));
  const most = Math.max(4, ...sums);
  const bars: DensityBar[] = [];
  sums.forEach((sum, index) => {
    if (sum === 0) return;
    const x = (density.fromMs + index * density.stepMs - span.fromMs) / length;
    const width = density.stepMs / length;
    if (x + width <= 0 || x >= 1) return;
    const height = Math.sqrt(sum / most);
    const part = (priority: 1 | 2 | 3): number =>
      (height * (density.counts[priority][index] ?? 0)) / sum;
    bars.push({ x, width, heights: { 1: part(1), 2: part(2), 3: part(3) } });
  });
  return bars;
}

function total(density: Density, index: number): number {
  return ([1, 2, 3] as const).reduce((sum, one) => sum + (density.counts[one][index] ?? 0), 0);
}

/** Stretches in which none of the watched series said anything, from the starts of the pieces that hold readings. */
export function gapsOf(heardMs: readonly number[], stepMs: number, span: Span): Span[] {
  const heard = new Set(heardMs);
  const gaps: { fromMs: number; toMs: number }[] = [];
  const first = Math.ceil(span.fromMs / stepMs) * stepMs;
  for (let atMs = first; atMs + stepMs <= span.toMs; atMs += stepMs) {
    if (heard.has(atMs)) continue;
    const last = gaps.at(-1);
    if (last?.toMs === atMs) last.toMs = atMs + stepMs;
    else gaps.push({ fromMs: atMs, toMs: atMs + stepMs });
  }
  return gaps;
}

/** The next moment in `momentsMs` (any order) before or after `fromMs`; null when there is none. */
export function neighbourOf(
  momentsMs: readonly number[],
  fromMs: number,
  direction: -1 | 1,
): number | null {
  const beyond = momentsMs.filter((one) =>
    direction < 0 ? one < fromMs - 999 : one > fromMs + 999,
  );
  if (beyond.length === 0) return null;
  return direction < 0 ? Math.max(...beyond) : Math.min(...beyond);
}
