/** Steps that a clock or a calendar knows, in seconds. */
const steps = [
  60, 120, 300, 600, 900, 1800, 3600, 7200, 10_800, 21_600, 43_200, 86_400, 172_800, 604_800,
  1_209_600, 2_592_000,
];
const MOST = 9;
/** Days begin at the park's midnight, UTC+8. */
const PARK_OFFSET_S = 8 * 3600;

/** Where a time axis is marked: at round times of the park's clock, never more than fit side by side. */
export function timeSplits(fromS: number, toS: number): number[] {
  const step = steps.find((one) => (toS - fromS) / one <= MOST) ?? 2_592_000;
  const first = Math.ceil((fromS + PARK_OFFSET_S) / step) * step - PARK_OFFSET_S;
  const splits: number[] = [];
  for (let at = first; at <= toS; at += step) splits.push(at);
  return splits;
}
