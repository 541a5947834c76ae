import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { PastAlarm } from '../../src/api/alarms';
import { countOpen, firstOut, groupAlarms } from '../../src/live/alarmGroups';
import { alarmKey, newsBetween, worstFirst, type LiveAlarm } from '../../src/live/alarms';
import { alarmsAt } from '../../src/live/pastAlarms';
import { buildParkModel, type ParkModel, type Station } from '../../src/live/parkModel';
import { ParkState } from '../../src/live/ParkState';
import { shareText } from '../../src/live/parkSums';
import { priorityOf } from '../../src/live/severity';
import { chimes, isFlood, standingSound } from '../../src/live/soundChoice';
import { parseMessage } from '../../src/protocol/parse';
import { isRepeated, samplesOf } from '../../src/state/tones';
import { seriesOf } from './examples';

const now = 1_795_262_587_000;

function alarmOf(part: Partial<LiveAlarm> = {}): LiveAlarm {
  return {
    id: 'a-1',
    series: 'GD-1/cl2',
    station: 'GD-1',
    level: 2,
    side: 'high',
    priority: 1,
    state: 'active',
    first_at: now - 8000,
    last_at: now,
    value: 36,
    at: now,
    peak: 36,
    peak_at: now,
    limit: 2,
    unit: 'mg/m3',
    limit_source: 'GB/T 50493',
    limit_confirmed: false,
    count: 1,
    received_at: now - 7000,
    drill: null,
    ...part,
  };
}

const box = (lon: number): GeoJSON.Polygon => ({
  type: 'Polygon',
  coordinates: [
    [
      [lon, 35],
      [lon + 0.0001, 35],
      [lon, 35.0001],
    ],
  ],
});
const feature = (properties: Record<string, unknown>, geometry: GeoJSON.Geometry) =>
  ({ type: 'Feature', properties, geometry }) as const;
const collection = (...features: GeoJSON.Feature[]): GeoJSON.FeatureCollection => ({
  type: 'FeatureCollection',
  features,
});

function park(): ParkModel {
  const detector = (code: string, asset: string, lon: number) =>
    feature(
      { code, kind: 'gas_detector', enterprise: 'E1', asset },
      { type: 'Point', coordinates: [lon, 35] },
    );
  const tank = (code: string, unit: string, cas: string, lon: number) =>
    feature({ code, enterprise: 'E1', unit, cas }, box(lon));
  const stations = Array.from({ length: 6 }, (_, i) =>
    detector(`GD-${String(i + 1)}`, i < 4 ? 'T-1' : 'U-2', 116 + i * 0.001),
  );
  const series = stations.map(({ properties }) =>
    seriesOf({
      id: `${String(properties['code'])}/cl2`,
      station: String(properties['code']),
      alarm_high1: 1,
      alarm_high2: 2,
    }),
  );
  return buildParkModel(
    {
      id: 'p',
      name_zh: '园区',
      name_en: 'Park',
      fictional: true,
      center: [116, 35],
      bounds: [115, 34, 117, 36],
      areas: [],
      layers: [],
    },
    {
      stations: collection(...stations),
      tanks: collection(
        tank('T-1', 'U-1', '7782-50-5', 116),
        tank('T-2', 'U-2', '7782-50-5', 116.02),
        tank('T-3', 'U-1', '71-43-2', 116.001),
      ),
      enterprises: collection(feature({ code: 'E1' }, box(116))),
      units: collection(feature({ code: 'U-1' }, box(116)), feature({ code: 'U-2' }, box(116))),
    },
    series,
  );
}

const table = JSON.parse(
  readFileSync(
    join(import.meta.dirname, '../../../src/test/resources/protocol/priority.json'),
    'utf8',
  ),
) as { factor: string; unit: string; level: 1 | 2; priority: number }[];

test.each(table)('$factor in $unit over level $level has priority $priority', (row) => {
  expect(priorityOf(row, row.level)).toBe(row.priority);
});

describe('news', () => {
  const map = (...alarms: LiveAlarm[]) => new Map(alarms.map((one) => [one.id, one]));

  test('an alarm that was not there is news, also when a snapshot after a cut brings it', () => {
    expect(newsBetween(map(), map(alarmOf()))).toMatchObject([{ kind: 'opened' }]);
  });

  test('what became worse, and what came again, is news; a new value is not', () => {
    const before = map(alarmOf({ priority: 3, level: 1 }));
    expect(newsBetween(before, map(alarmOf()))).toMatchObject([{ kind: 'raised' }]);
    const returned = map(alarmOf({ state: 'returned' }));
    expect(newsBetween(returned, map(alarmOf({ count: 2 })))).toMatchObject([{ kind: 'again' }]);
    expect(newsBetween(map(alarmOf()), map(alarmOf({ value: 40 })))).toEqual([]);
  });

  test('a return and a lost signal are not news', () => {
    expect(newsBetween(map(alarmOf()), map(alarmOf({ state: 'returned' })))).toEqual([]);
    expect(newsBetween(map(alarmOf()), map(alarmOf({ state: 'signal_lost' })))).toEqual([]);
  });
});

describe('groups', () => {
  const six = Array.from({ length: 6 }, (_, i) =>
    alarmOf({ id: `a-${String(i)}`, station: `GD-${String(i + 1)}`, first_at: now - i * 1000 }),
  );

  test('four of one unit stand as one group with its first one on top, the others alone', () => {
    const groups = groupAlarms(six, park());
    expect(groups.map((one) => one.alarms.length)).toEqual([4, 1, 1]);
    expect(groups[0]?.place).toBe('U-1');
    expect(groups[0]?.first.id).toBe('a-3');
  });

  test('an alarm that has returned is not the first of what goes on', () => {
    const ended = alarmOf({ id: 'old', first_at: now - 60_000, state: 'returned' });
    expect(firstOut([ended, ...six]).id).toBe('a-5');
  });

  test('a worse one stands before a newer one, and a returned one last', () => {
    const list = [
      alarmOf({ id: 'r', state: 'returned' }),
      alarmOf({ id: 'new', priority: 3, first_at: now }),
      alarmOf({ id: 'bad', first_at: now - 90_000 }),
    ];
    expect(list.sort(worstFirst).map((one) => one.id)).toEqual(['bad', 'new', 'r']);
  });

  test('a lost signal counts as open', () => {
    const lost = alarmOf({ state: 'signal_lost' });
    expect(countOpen([lost, alarmOf({ priority: 3, state: 'returned' })])).toEqual([1, 0, 0]);
  });
});

describe('sound', () => {
  test('priority 1 sounds over priority 2 until it is silenced, and again when it comes again', () => {
    const [one, two] = [alarmOf(), alarmOf({ id: 'a-2', priority: 2 })];
    expect(standingSound([two, one], new Set()).pattern).toBe('p1');
    const silenced = new Set([alarmKey(one)]);
    expect(standingSound([two, one], silenced).pattern).toBe('p2');
    expect(standingSound([alarmOf({ count: 2 })], silenced).pattern).toBe('p1');
  });

  test('a lost signal goes on sounding, a return does not, a drill sounds', () => {
    const pattern = (part: Partial<LiveAlarm>) => standingSound([alarmOf(part)], new Set()).pattern;
    expect(pattern({ state: 'signal_lost' })).toBe('p1');
    expect(pattern({ state: 'returned' })).toBeNull();
    expect(pattern({ drill: 'chlorine-leak' })).toBe('p1');
  });

  test('priority 3 chimes once, but not over something louder and not in a flood', () => {
    const quiet = alarmOf({ priority: 3 });
    const news = [{ kind: 'opened', alarm: quiet } as const];
    const silence = { pattern: null, alarms: [] } as const;
    expect(chimes(news, [quiet], silence, now)).toBe(true);
    expect(chimes(news, [quiet], { pattern: 'p2', alarms: [] }, now)).toBe(false);
    const many = Array.from({ length: 11 }, (_, i) => alarmOf({ id: String(i), priority: 3 }));
    expect(isFlood(many, now)).toBe(true);
    expect(chimes(news, many, silence, now)).toBe(false);
    expect(isFlood(many, now + 600_000)).toBe(false);
  });

  test.each(['p1', 'p2', 'p3', 'test'] as const)('%s is heard and never clips', (pattern) => {
    const samples = samplesOf(pattern, 8000);
    const loudest = samples.reduce((most, one) => Math.max(most, Math.abs(one)), 0);
    expect(loudest).toBeGreaterThan(0.2);
    expect(loudest).toBeLessThan(1);
    expect(Math.abs(samples.at(-1) ?? 1)).toBeLessThan(0.1);
  });

  test('priority 2 is three pulses and then silence up to twenty seconds', () => {
    const samples = samplesOf('p2', 8000);
    expect(samples.length).toBe(160_000);
    expect(samples.slice(8000).every((one) => one === 0)).toBe(true);
    expect([isRepeated('p1'), isRepeated('p2'), isRepeated('p3')]).toEqual([true, true, false]);
  });
});

describe('the park that is shown', () => {
  const message = (alarm: LiveAlarm, kind = 'opened') =>
    parseMessage(JSON.stringify({ type: 'alarm', kind, cursor: 'c-1', ...alarm }));

  test('an open alarm is drawn as grave as its list says, also without any reading', () => {
    const model = park();
    const state = new ParkState(model);
    const opened = message(alarmOf());
    if (opened !== null) state.apply(opened);
    const station = model.stations.get('GD-1') as Station;
    expect(state.statusOf(station)).toMatchObject({ condition: 'p1', freshness: 'stale' });
  });

  test('live updates do not leak into the past, and are there on the way back', () => {
    const model = park();
    const state = new ParkState(model);
    const told: string[] = [];
    state.onReadings((changed) => told.push(...changed));
    state.showPast({
      atMs: now - 3_600_000,
      readings: new Map([['GD-1/cl2', { value: 0.1, atMs: now - 3_601_000, quality: 0 }]]),
      alarms: [],
    });
    expect(told).toHaveLength(6);
    told.length = 0;
    const patch = parseMessage(
      JSON.stringify({
        type: 'snapshot',
        layer: 'readings',
        cursor: 'c-2',
        at: now,
        upserts: { id: ['GD-1/cl2'], v: [36], at: [now], q: [0] },
        removals: [],
      }),
    );
    const opened = message(alarmOf());
    for (const one of [patch, opened]) if (one !== null) state.apply(one);
    expect(told).toEqual([]);
    expect(state.findReading('GD-1/cl2')?.value).toBe(0.1);
    expect(state.nowMs()).toBe(now - 3_600_000);
    expect(state.alarms.value).toEqual([]);
    expect(state.liveAlarms.value).toHaveLength(1);
    state.showPast(null);
    expect(state.findReading('GD-1/cl2')?.value).toBe(36);
    expect(state.alarms.value).toHaveLength(1);
  });

  test('alarms are unknown until the first list has come', () => {
    expect(new ParkState(park()).alarms.value).toBeNull();
  });
});

describe('alarms of a past moment', () => {
  const at = now - 600_000;
  const record = (part: Partial<PastAlarm>): PastAlarm => ({
    ...alarmOf({ first_at: at - 60_000, peak_at: at + 5000, peak: 40 }),
    ended_at: null,
    ...part,
  });
  const readings = (value: number) =>
    new Map([['GD-1/cl2', { value, atMs: at - 1000, quality: 0 }]]);

  test('what came later is not told before its time', () => {
    const [alarm] = alarmsAt(at, [record({})], readings(1.5), park());
    expect(alarm).toMatchObject({ level: 1, priority: 3, limit: 1, value: 1.5, peak: 1.5 });
    expect(alarmsAt(at, [record({ first_at: at + 1 })], readings(1.5), park())).toEqual([]);
  });

  test('what returned later was active then, and what returned before shows for half an hour', () => {
    const state = (returned_at: number) =>
      alarmsAt(at, [record({ returned_at })], readings(0.1), park())[0]?.state;
    expect(state(at + 1000)).toBe('active');
    expect(state(at - 1000)).toBe('returned');
    expect(state(at - 1_900_000)).toBeUndefined();
  });
});

test('a share is never rounded up to all', () => {
  expect(shareText(999, 1000)).toBe('99.9');
  expect(shareText(9999, 10_000)).toBe('99.9');
  expect(shareText(7, 7)).toBe('100');
  expect(shareText(0, 0)).toBe('–');
});
