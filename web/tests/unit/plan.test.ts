import { expect, test } from 'vitest';
import { findTankOf } from '../../src/live/tankOf';
import { chosenLevel } from '../../src/map/planFeatures';
import {
  levelWord,
  ppm,
  reachWord,
  roughMetres,
  roughPeople,
} from '../../src/panels/planner/planWords';
import type { HazardAnswer, Zone } from '../../src/protocol/consequence';
import type { ParkModel, ParkObject, Station } from '../../src/live/parkModel';
import { gravestOf } from '../../src/state/Plan';
import { passingOf } from '../../src/state/arrival';
import { textsIn } from '../../src/text/texts';

/** What the planner says and draws, apart from the map and the server. */
const zh = textsIn('zh-CN');

test('a cloud arrives and leaves where its course crosses the level', () => {
  const times = [0, 60, 120, 180, 240];
  expect(passingOf(times, [0, 0, 10, 10, 0], 5)).toEqual({ arrivesS: 90, leavesS: 210 });
});

test('a cloud that still stands at the end has not left', () => {
  expect(passingOf([0, 60, 120], [0, 4, 8], 2)).toEqual({ arrivesS: 30, leavesS: null });
});

test('a cloud below the level never arrives', () => {
  expect(passingOf([0, 60], [0, 1], 2)).toBeNull();
});

test('distances have two digits, and beyond ten kilometres no number', () => {
  expect(roughMetres(862)).toBe('860 m');
  expect(reachWord(zh, 1897)).toBe('约 1.9 km');
  expect(reachWord(zh, 15_143)).toBe('超过 10 km');
  expect(reachWord(zh, undefined)).toBe('未达到');
});

test('people have no more digits than the register deserves', () => {
  expect([roughPeople(45), roughPeople(371), roughPeople(4012)]).toEqual(['45', '370', '4,000']);
});

test('a level stands on its line without its averaging time', () => {
  expect(levelWord({ level: 'AEGL-2 (60 min)', value: 2, unit: 'ppm' })).toBe('AEGL-2 · 2 ppm');
  expect(levelWord({ level: '5 kW/m²', value: 5, unit: 'kw_per_m2' })).toBe('5 kW/m²');
});

test('an unknown concentration is no zero', () => {
  expect(ppm(undefined)).toBe('—');
  expect(ppm(0.00001)).toBe('< 0.001 ppm');
});

test('the middle level is drawn until somebody chooses another', () => {
  const zones = ['a', 'b', 'c'].map((level) => ({ level }) as Zone);
  expect(chosenLevel(zones, null)).toBe('b');
  expect(chosenLevel(zones, 'c')).toBe('c');
  expect(chosenLevel(zones, 'of another hazard')).toBe('b');
});

test('the hazard that kills farthest away is shown first', () => {
  const hazard = (name: string, reaches: (number | undefined)[]): HazardAnswer =>
    ({ hazard: name, zones: reaches.map((reach_m) => ({ reach_m })) }) as HazardAnswer;
  const refused = { hazard: 'jet_fire', refused: {} } as HazardAnswer;
  const toxic = hazard('toxic', [190, 490, 680]);
  expect(gravestOf([refused, toxic, hazard('fireball', [620, 880])])).toBe('fireball');
  expect(gravestOf([refused, toxic, hazard('pool_fire', [undefined, 90])])).toBe('toxic');
  expect(gravestOf([])).toBeNull();
});

function tank(code: string, cas: string, unit: string, lon: number): ParkObject {
  return {
    code,
    properties: { cas, unit, enterprise: unit.slice(0, 3) },
    geometry: { type: 'Point', coordinates: [lon, 35] },
  };
}

function detector(cas: string | null, unit: string): Station {
  return {
    code: 'S',
    kind: 'gas_detector',
    at: [116, 35],
    properties: { unit, enterprise: unit.slice(0, 3) },
    geometry: { type: 'Point', coordinates: [116, 35] },
    series: cas === null ? [] : [{ cas } as Station['series'][number]],
  };
}

const model = {
  tanks: new Map(
    [
      tank('near-other', 'b', 'E01-U1', 116.0001),
      tank('same-unit', 'a', 'E01-U1', 116.002),
      tank('nearer', 'a', 'E01-U2', 116.001),
    ].map((one) => [one.code, one]),
  ),
} as unknown as ParkModel;

test('a detector leads to the tank of its substance in its own unit', () => {
  expect(findTankOf(model, detector('a', 'E01-U1'))?.code).toBe('same-unit');
});

test('without one in its unit, to the nearest of its enterprise', () => {
  expect(findTankOf(model, detector('a', 'E01-U9'))?.code).toBe('nearer');
});

test('a substance that is stored nowhere near leads to no tank', () => {
  expect(findTankOf(model, detector('z', 'E01-U1'))).toBeNull();
});

test('a detector that names no substance takes the nearest tank of its unit', () => {
  expect(findTankOf(model, detector(null, 'E01-U1'))?.code).toBe('near-other');
});
