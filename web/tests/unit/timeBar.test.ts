import { describe, expect, test } from 'vitest';
import {
  barsOf,
  DAY_MS,
  gapsOf,
  momentAt,
  neighbourOf,
  shareOf,
  spanAround,
  ticksOf,
} from '../../src/live/timeBar';
import { readAddress, writeAddress } from '../../src/state/address';

const now = Date.parse('2026-11-21T20:03:07+08:00');
const day = spanAround(now, null, DAY_MS);

test('the bar ends at now, also while a moment within it is looked at', () => {
  expect(day).toEqual({ fromMs: now - DAY_MS, toMs: now });
  expect(spanAround(now, now - 3_600_000, DAY_MS)).toEqual(day);
});

test('a moment from before the bar stands in its middle', () => {
  const at = now - 3 * DAY_MS;
  expect(shareOf(spanAround(now, at, DAY_MS), at)).toBe(0.5);
});

test('the right end is live, everything left of it a full second', () => {
  expect(momentAt(day, 1, now, 0.005)).toBeNull();
  expect(momentAt(day, 0.996, now, 0.005)).toBeNull();
  const at = momentAt(day, 0.5, now, 0.005);
  expect(at).toBe(now - DAY_MS / 2);
  expect(momentAt(day, -3, now, 0.005)).toBe(now - DAY_MS);
});

test('the right end of a bar of last week is not live', () => {
  const old = spanAround(now, now - 7 * DAY_MS, DAY_MS);
  expect(momentAt(old, 1, now, 0.005)).toBe(now - 7 * DAY_MS + DAY_MS / 2);
});

test('ticks stand on whole hours of Shanghai and midnight is marked', () => {
  const ticks = ticksOf(day, 1400, 64);
  expect(ticks.map((one) => new Date(one.atMs).getUTCMinutes())).toEqual(ticks.map(() => 0));
  const midnights = ticks.filter((one) => one.isMidnight);
  expect(midnights.map((one) => one.atMs)).toEqual([Date.parse('2026-11-21T00:00:00+08:00')]);
});

test.each([300, 700, 1400, 3000])('ticks of a bar of %d px do not crowd', (width) => {
  const ticks = ticksOf(day, width, 64);
  const stepPx = (((ticks[1]?.atMs ?? 0) - (ticks[0]?.atMs ?? 0)) / DAY_MS) * width;
  expect(stepPx).toBeGreaterThanOrEqual(64);
});

describe('density', () => {
  const density = {
    fromMs: now - DAY_MS,
    stepMs: DAY_MS / 4,
    counts: { 1: [0, 1, 0, 0], 2: [0, 1, 0, 0], 3: [0, 2, 0, 1] },
  };

  test('empty pieces have no column and one alarm is seen beside many', () => {
    const bars = barsOf(density, day);
    expect(bars.map((one) => one.x)).toEqual([0.25, 0.75]);
    expect(bars[1]?.heights).toEqual({ 1: 0, 2: 0, 3: 0.5 });
  });

  test('the columns of one piece add up to its height', () => {
    const [bar] = barsOf(density, day);
    expect(bar?.heights).toEqual({ 1: 0.25, 2: 0.25, 3: 0.5 });
  });
});

test('a gap is where nothing was heard, from end to end', () => {
  const span = { fromMs: 0, toMs: 50_000 };
  expect(gapsOf([0, 30_000, 40_000], 10_000, span)).toEqual([{ fromMs: 10_000, toMs: 30_000 }]);
  expect(gapsOf([], 10_000, span)).toEqual([{ fromMs: 0, toMs: 50_000 }]);
  expect(gapsOf([0, 10_000, 20_000, 30_000, 40_000], 10_000, span)).toEqual([]);
});

test('the neighbour of a moment lies strictly beside it', () => {
  const moments = [3_000_000, 1_000_000, 2_000_000];
  expect(neighbourOf(moments, 2_000_000, -1)).toBe(1_000_000);
  expect(neighbourOf(moments, 2_000_000, 1)).toBe(3_000_000);
  expect(neighbourOf(moments, 1_000_000, -1)).toBeNull();
});

test('a link carries the moment looked at, and nonsense is now', () => {
  const address = readAddress('?t=2026-11-21T04:03:00Z');
  expect(address.atMs).toBe(Date.parse('2026-11-21T12:03:00+08:00'));
  expect(writeAddress(address)).toBe('?t=2026-11-21T04%3A03%3A00Z');
  expect(readAddress('?t=yesterday').atMs).toBeNull();
});
