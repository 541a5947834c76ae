import { expect, test } from 'vitest';
import {
  areaM2,
  crossesItself,
  geodesicM,
  lengthM,
  signedAreaM2,
  type Position,
} from '../../src/map/tools/geodesy';

const degrees = (d: number, m: number, s: number): number =>
  Math.sign(d) * (Math.abs(d) + m / 60 + s / 3600);

test('Flinders Peak to Buninyong is 54 972.271 m, as Geoscience Australia publishes it', () => {
  const flinders: Position = [degrees(144, 25, 29.5244), degrees(-37, 57, 3.7203)];
  const buninyong: Position = [degrees(143, 55, 35.3839), degrees(-37, 39, 10.1561)];
  expect(geodesicM(flinders, buninyong)).toBeCloseTo(54972.271, 2);
});

test('a quarter of a meridian is 10 001 965.729 m, as WGS-84 says', () => {
  expect(geodesicM([0, 0], [0, 90])).toBeCloseTo(10001965.729, 2);
});

test('the eighth of the ellipsoid is an eighth of 510 065 621 724 088 m² (C. F. F. Karney)', () => {
  const octant: Position[] = [
    [0, 0],
    [90, 0],
    [0, 90],
  ];
  expect(areaM2(octant) / (510065621724088 / 8)).toBeCloseTo(1, 9);
});

test('a square of a hundredth of a degree at the park is its two radii of curvature', () => {
  const [east, north] = [116, 35];
  const square: Position[] = [
    [east, north - 0.005],
    [east + 0.01, north - 0.005],
    [east + 0.01, north + 0.005],
    [east, north + 0.005],
  ];
  const e2 = 0.00669437999014;
  const sine = Math.sin((35 * Math.PI) / 180);
  const n = 6378137 / Math.sqrt(1 - e2 * sine ** 2);
  const m = (6378137 * (1 - e2)) / (1 - e2 * sine ** 2) ** 1.5;
  const side = (0.01 * Math.PI) / 180;
  const expected = m * side * n * Math.cos((35 * Math.PI) / 180) * side;
  expect(areaM2(square) / expected).toBeCloseTo(1, 6);
  expect(signedAreaM2(square)).toBeGreaterThan(0);
  expect(signedAreaM2([...square].reverse())).toBeLessThan(0);
});

test('a closed line is longer by the way back', () => {
  const line: Position[] = [
    [116, 35],
    [116.001, 35],
    [116.001, 35.001],
  ];
  expect(lengthM(line, true)).toBeCloseTo(lengthM(line) + geodesicM([116.001, 35.001], [116, 35]));
  expect(lengthM([[116, 35]])).toBe(0);
});

test('opposite points of the earth have an answer', () => {
  expect(geodesicM([0, 0], [180, 0.1])).toBeGreaterThan(19_900_000);
});

test('a bow tie crosses itself, a square does not', () => {
  const square: Position[] = [
    [0, 0],
    [1, 0],
    [1, 1],
    [0, 1],
  ];
  const [a, b, c, d] = square as [Position, Position, Position, Position];
  expect(crossesItself(square)).toBe(false);
  expect(crossesItself([a, b, d, c])).toBe(true);
});
