import { expect, test } from 'vitest';
import { isWallNight, shiftAt, wallScale } from '../../src/live/wallManners';

test.each([
  ['2026-11-21T10:59:59Z', false],
  ['2026-11-21T11:00:00Z', true],
  ['2026-11-21T22:59:59Z', true],
  ['2026-11-21T23:00:00Z', false],
])('at %s the night of the park is %s', (at, night) => {
  expect(isWallNight(Date.parse(at))).toBe(night);
});

test('the picture walks a square of two pixels, one corner each ten minutes', () => {
  const start = Date.parse('2026-11-21T00:00:00Z');
  const walk = [0, 10, 20, 30, 40].map((minutes) => shiftAt(start + minutes * 60_000));
  expect(new Set(walk.map(String)).size).toBe(4);
  expect(walk[4]).toEqual(walk[0]);
  expect(Math.max(...walk.flat())).toBe(2);
});

test.each([
  [1920, 1080, 1],
  [3840, 1080, 1],
  [7680, 2160, 2],
])('on %d × %d letters are %d times as large', (width, height, scale) => {
  expect(wallScale(width, height)).toBe(scale);
});
