/** The quality bits of a reading; the same bits as the server's. */
export const Quality = {
  LATE: 1,
  FUTURE: 2,
  SKEWED: 4,
  OUT_OF_RANGE: 8,
  STUCK: 16,
  SUBSTITUTED: 32,
  CALIBRATION: 64,
  MAINTENANCE: 128,
  DEVICE_FAULT: 256,
  DRILL: 512,
  NO_DEVICE_TIME: 1024,
} as const;

export type QualityName = keyof typeof Quality;

const names = Object.keys(Quality) as QualityName[];

/** The names of all bits set in `q`, in the order of their meaning above. */
export function qualityNames(q: number): QualityName[] {
  return names.filter((name) => (q & Quality[name]) !== 0);
}

export function hasQuality(q: number, ...of: QualityName[]): boolean {
  return of.some((name) => (q & Quality[name]) !== 0);
}
