import { parkHour } from '../text/format';

const SHIFT_EVERY_MS = 10 * 60_000;
const SHIFT_PX = 2;
const corners: readonly (readonly [number, number])[] = [
  [0, 0],
  [1, 0],
  [1, 1],
  [0, 1],
];

/** From 19 to 7 by the park's clock a wall is dimmed, for the eyes of the night shift. */
export function isWallNight(nowMs: number): boolean {
  const hour = parkHour(nowMs);
  return hour >= 19 || hour < 7;
}

/** Where the picture stands now: it walks round a square of two pixels, so that no line burns in. */
export function shiftAt(nowMs: number): readonly [number, number] {
  const [x, y] = corners[Math.floor(nowMs / SHIFT_EVERY_MS) % corners.length] ?? [0, 0];
  return [x * SHIFT_PX, y * SHIFT_PX];
}

/** How much larger than a 1080-line screen a wall is; letters grow with it. */
export function wallScale(widthPx: number, heightPx: number): number {
  return Math.min(widthPx / 1920, heightPx / 1080);
}
