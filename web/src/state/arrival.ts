/** When a concentration first and last stands over a level; `leavesS` is null while it still does at the end of the course. */
export interface Passing {
  readonly arrivesS: number;
  readonly leavesS: number | null;
}

/** null: never over the level. Times lie between the points of the course by straight lines. */
export function passingOf(
  timesS: readonly number[],
  values: readonly number[],
  level: number,
): Passing | null {
  const first = values.findIndex((value) => value >= level);
  if (first < 0) return null;
  const last = values.findLastIndex((value) => value >= level);
  return {
    arrivesS: first === 0 ? (timesS[0] ?? 0) : crossing(timesS, values, first - 1, level),
    leavesS: last === values.length - 1 ? null : crossing(timesS, values, last, level),
  };
}

function crossing(
  timesS: readonly number[],
  values: readonly number[],
  before: number,
  level: number,
): number {
  const [t0 = 0, t1 = 0] = [timesS[before], timesS[before + 1]];
  const [v0 = 0, v1 = 0] = [values[before], values[before + 1]];
  return v1 === v0 ? t0 : t0 + ((level - v0) / (v1 - v0)) * (t1 - t0);
}
