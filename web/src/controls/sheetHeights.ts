/** The three heights of a bottom sheet, lowest first. */
export const sheetHeights = ['peek', 'half', 'full'] as const;
export type SheetHeight = (typeof sheetHeights)[number];

/** What a finger is taken for: a drag that moved less is a tap, a faster one throws the sheet a step on. */
const TAP_PX = 6;
const THROW_PX_PER_MS = 0.5;

export function nextHeight(now: SheetHeight, step: 1 | -1): SheetHeight {
  const at = sheetHeights.indexOf(now) + step;
  return sheetHeights[Math.max(0, Math.min(sheetHeights.length - 1, at))] ?? now;
}

/** How high each of the three is, for a sheet that may grow to `roomPx` and shows `peekPx` of itself when low. */
export function pixelsOf(height: SheetHeight, roomPx: number, peekPx: number): number {
  if (height === 'peek') return Math.min(peekPx, roomPx);
  return height === 'full' ? roomPx : Math.max(peekPx, Math.round(roomPx * 0.52));
}

export interface Drag {
  readonly fromPx: number;
  readonly toPx: number;
  readonly tookMs: number;
}

/** Where a sheet comes to rest after a finger let it go; null says that it was only touched. */
export function restOf(
  now: SheetHeight,
  drag: Drag,
  roomPx: number,
  peekPx: number,
): SheetHeight | null {
  const moved = drag.toPx - drag.fromPx;
  if (Math.abs(moved) < TAP_PX) return null;
  if (Math.abs(moved) / Math.max(1, drag.tookMs) > THROW_PX_PER_MS) {
    return nextHeight(now, moved > 0 ? 1 : -1);
  }
  const distance = (height: SheetHeight): number =>
    Math.abs(pixelsOf(height, roomPx, peekPx) - drag.toPx);
  return sheetHeights.reduce((best, one) => (distance(one) < distance(best) ? one : best));
}
