import { expect, test } from 'vitest';
import { buildParkModel } from '../../src/live/parkModel';
import { ParkState } from '../../src/live/ParkState';
import {
  alarmRows,
  listRows,
  liveCells,
  sorted,
  type ListRow,
} from '../../src/panels/list/listRows';
import type { ParkInfo } from '../../src/protocol/http';
import type { AlarmMessage } from '../../src/protocol/messages';
import { textsIn } from '../../src/text/texts';
import { seriesOf } from './examples';

const now = 1_795_262_587_000;
const texts = textsIn('zh-CN');
const none: GeoJSON.FeatureCollection = { type: 'FeatureCollection', features: [] };

/** A park of that many gas detectors, `GD-0` onwards. */
function parkOf(count: number) {
  const codes = Array.from({ length: count }, (_, index) => `GD-${String(index)}`);
  const features = codes.map((code): GeoJSON.Feature => ({
    type: 'Feature',
    properties: { code, kind: 'gas_detector', name_zh: `探测器 ${code}`, name_en: code },
    geometry: { type: 'Point', coordinates: [116, 35] },
  }));
  const stations = { type: 'FeatureCollection' as const, features };
  const series = codes.map((code) => seriesOf({ id: `${code}/cl2`, station: code }));
  const layers = { stations, tanks: none, enterprises: none, units: none };
  const model = buildParkModel({} as ParkInfo, layers, series);
  return { model, state: new ParkState(model) };
}

function alarmAt(station: string, state: 'active' | 'returned'): AlarmMessage {
  return {
    type: 'alarm',
    kind: state === 'active' ? 'opened' : 'returned',
    cursor: '1',
    id: 'a-1',
    series: `${station}/cl2`,
    station,
    level: 2,
    side: 'high',
    priority: 1,
    state,
    first_at: now,
    last_at: now,
    value: 36,
    at: now,
    peak: 36,
    peak_at: now,
    limit: 2,
    unit: 'mg/m3',
    limit_source: 'GB/T 50493',
    limit_confirmed: true,
    count: 1,
    received_at: now,
    drill: null,
  };
}

function rowsOf({ model, state }: ReturnType<typeof parkOf>): ListRow[] {
  const alarms = alarmRows(state.alarms.value ?? [], model, texts, 'zh-CN');
  return [...alarms, ...listRows(model, texts, 'zh-CN')];
}

test('an alarm stands first among ten thousand rows, with its value and limit, above its station', () => {
  const park = parkOf(10_000);
  park.state.apply(alarmAt('GD-7777', 'active'));
  const cells = liveCells(park.model, park.state, texts, 'zh-CN');
  const order = sorted(rowsOf(park), 'state', false, cells, 'zh-CN');
  expect(order).toHaveLength(10_001);
  expect(order.slice(0, 2).map((row) => row.key)).toEqual(['alarm a-1', 'GD-7777']);
  const [alarm] = order;
  expect(alarm?.code).toBe('GD-7777');
  expect(alarm && cells(alarm).value).toContain('36.0 mg/m³');
  expect(alarm && cells(alarm).condition).toBe('p1');
});

test('a row of an alarm that has ended says so until the list is ordered anew', () => {
  const park = parkOf(3);
  park.state.apply(alarmAt('GD-1', 'active'));
  const [row] = rowsOf(park);
  park.state.apply(alarmAt('GD-1', 'returned'));
  const cells = liveCells(park.model, park.state, texts, 'zh-CN');
  expect(row && cells(row)).toMatchObject({ condition: null, value: '已结束' });
  expect(rowsOf(park).map((one) => one.key)).toEqual(['GD-0', 'GD-1', 'GD-2']);
});

test('a station that was never heard has no value, and is no zero', () => {
  const park = parkOf(1);
  const cells = liveCells(park.model, park.state, texts, 'zh-CN');
  const [row] = rowsOf(park);
  expect(row && cells(row)).toMatchObject({ condition: 'unknown', value: '—', atMs: null });
});

test('what a station is there for comes before its other sensors', () => {
  const mast = (factor: string) => seriesOf({ id: `WX-1/${factor}`, station: 'WX-1', factor });
  const feature: GeoJSON.Feature = {
    type: 'Feature',
    properties: { code: 'WX-1', kind: 'weather_mast' },
    geometry: { type: 'Point', coordinates: [116, 35] },
  };
  const stations = { type: 'FeatureCollection' as const, features: [feature] };
  const { stations: built } = buildParkModel(
    {} as ParkInfo,
    { stations, tanks: none, enterprises: none, units: none },
    ['humidity', 'pressure', 'wind_dir', 'wind_speed'].map(mast),
  );
  expect(built.get('WX-1')?.series.map((one) => one.factor)).toEqual([
    'wind_speed',
    'wind_dir',
    'humidity',
    'pressure',
  ]);
});
