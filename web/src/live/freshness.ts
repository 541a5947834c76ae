/** How old a value is, judged by how often its sensor speaks. */
export type Freshness = 'fresh' | 'late' | 'stale';

/** A sensor without a declared interval is judged as if it spoke once a minute. */
const DEFAULT_INTERVAL_S = 60;

/** Late after two periods, stale after five. */
export function freshnessOf(ageMs: number, intervalS: number | null): Freshness {
  const periodMs = (intervalS ?? DEFAULT_INTERVAL_S) * 1000;
  if (ageMs > 5 * periodMs) return 'stale';
  return ageMs > 2 * periodMs ? 'late' : 'fresh';
}
