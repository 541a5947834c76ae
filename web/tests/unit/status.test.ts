import { describe, expect, test } from 'vitest';
import { freshnessOf } from '../../src/live/freshness';
import { findExceedance } from '../../src/live/severity';
import { isOnline, statusOfSeries, statusOfStation } from '../../src/live/status';
import { Quality } from '../../src/protocol/quality';
import { seriesOf } from './examples';

const now = 1_795_262_587_000;
const chlorine = seriesOf({ alarm_high1: 1, alarm_high2: 2, interval_s: 10 });
const level = seriesOf({ alarm_low1: 15, alarm_low2: 8, alarm_high1: 75, alarm_high2: 80 });
const statusAt = (value: number | null, quality = 0, ageMs = 0) =>
  statusOfSeries(chlorine, { value, atMs: now - ageMs, quality }, now);

describe('severity', () => {
  test.each([
    [0.99, null],
    [1, 3],
    [1.99, 3],
    [2, 1],
    [40, 1],
  ])('chlorine of %f mg/m³ has severity %s', (value, severity) => {
    expect(findExceedance(value, chlorine)?.severity ?? null).toBe(severity);
  });

  test.each([
    [8, 'alarm_low2'],
    [15, 'alarm_low1'],
    [50, null],
    [75, 'alarm_high1'],
    [80, 'alarm_high2'],
  ])('a level of %f %% reaches %s', (value, limit) => {
    expect(findExceedance(value, level)?.limitName ?? null).toBe(limit);
  });

  test('no value reaches no limit, not even one of zero', () => {
    expect(findExceedance(null, seriesOf({ alarm_low1: 0 }))).toBeNull();
  });
});

describe('condition', () => {
  test('what was never heard is unknown and never normal', () => {
    expect(statusOfSeries(chlorine, undefined, now).condition).toBe('unknown');
    expect(statusAt(null).condition).toBe('unknown');
  });

  test('a value over range keeps its severity', () => {
    expect(statusAt(60, Quality.OUT_OF_RANGE).condition).toBe('p1');
  });

  test('a faulty device in its normal range is in doubt', () => {
    expect(statusAt(0.1, Quality.DEVICE_FAULT).condition).toBe('fault');
  });

  test('calibration gas is not an alarm', () => {
    expect(statusAt(30, Quality.CALIBRATION).condition).toBe('service');
  });

  test('a drill is marked and keeps its severity', () => {
    expect(statusAt(30, Quality.DRILL)).toMatchObject({ condition: 'p1', isDrill: true });
  });

  test('the worst series speaks for its station', () => {
    const station = statusOfStation([statusAt(0.1), statusAt(1.5), statusAt(null)]);
    expect(station.condition).toBe('p3');
  });

  test('a station without series is silent, neither normal nor unknown', () => {
    expect(statusOfStation([]).condition).toBe('silent');
  });
});

describe('age', () => {
  test.each([
    [20_000, 'fresh'],
    [20_001, 'late'],
    [50_000, 'late'],
    [50_001, 'stale'],
  ])('%d ms after a reading every 10 s it is %s', (ageMs, freshness) => {
    expect(freshnessOf(ageMs, 10)).toBe(freshness);
  });

  test('an old alarm stays an alarm and is called stale', () => {
    expect(statusAt(5, 0, 3_600_000)).toMatchObject({ condition: 'p1', freshness: 'stale' });
  });

  test('a station is online while one of its series is', () => {
    expect(isOnline(statusOfStation([statusAt(1, 0, 600_000), statusAt(1)]))).toBe(true);
    expect(isOnline(statusOfStation([statusAt(1, 0, 600_000)]))).toBe(false);
    expect(isOnline(statusOfStation([]))).toBe(false);
  });
});
