import { expect, test } from 'vitest';
import { nextHeight, pixelsOf, restOf } from '../../src/controls/sheetHeights';

const ROOM = 700;
const PEEK = 100;
const slow = 2000;

test('the steps end at both ends', () => {
  expect(nextHeight('peek', -1)).toBe('peek');
  expect(nextHeight('peek', 1)).toBe('half');
  expect(nextHeight('full', 1)).toBe('full');
});

test('a low page never gets a sheet higher than itself', () => {
  expect(pixelsOf('peek', 60, PEEK)).toBe(60);
  expect(pixelsOf('full', ROOM, PEEK)).toBe(ROOM);
  expect(pixelsOf('half', ROOM, PEEK)).toBe(364);
});

test.each([
  [120, 'peek'],
  [300, 'half'],
  [600, 'full'],
] as const)('let go at %d px it rests at %s', (toPx, rest) => {
  expect(restOf('half', { fromPx: 364, toPx, tookMs: slow }, ROOM, PEEK)).toBe(rest);
});

test('a quick flick moves it one step, a touch none', () => {
  expect(restOf('peek', { fromPx: 100, toPx: 180, tookMs: 100 }, ROOM, PEEK)).toBe('half');
  expect(restOf('full', { fromPx: 700, toPx: 620, tookMs: 100 }, ROOM, PEEK)).toBe('half');
  expect(restOf('half', { fromPx: 364, toPx: 366, tookMs: 100 }, ROOM, PEEK)).toBeNull();
});
