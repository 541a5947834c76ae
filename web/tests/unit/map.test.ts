import type { GeoJSONSource, GeoJSONSourceDiff } from 'maplibre-gl';
import { expect, test } from 'vitest';
import { FeatureFeed } from '../../src/map/FeatureFeed';
import { middleOf } from '../../src/map/middle';
import { joinRoadsByName } from '../../src/map/roadNames';
import { nameAlongFlow } from '../../src/map/riverName';
import { levelShape } from '../../src/map/marks/tankLevel';
import { fromJoined, joinLayers } from '../../src/map/styles/joined';
import { readAddress, writeAddress } from '../../src/state/address';

const squareAt = (x: number, y: number, w: number, h: number): GeoJSON.Polygon => ({
  type: 'Polygon',
  coordinates: [
    [
      [x, y],
      [x + w, y],
      [x + w, y + h],
      [x, y + h],
      [x, y],
    ],
  ],
});

const road = (name: string, ...coordinates: number[][]): GeoJSON.Feature => ({
  type: 'Feature',
  properties: { name_zh: name, class: 'primary' },
  geometry: { type: 'LineString', coordinates },
});

test('an upright tank that is 40 % full is filled to 40 % from the south', () => {
  const shape = levelShape(squareAt(0, 0, 1, 1), 0.4);
  const lats = shape?.coordinates[0]?.map((p) => p[1] ?? NaN) ?? [];
  expect(Math.min(...lats)).toBe(0);
  expect(Math.max(...lats)).toBeCloseTo(0.4, 9);
});

test('a lying tank fills along its length', () => {
  const shape = levelShape(squareAt(0, 0, 4, 1), 0.5);
  const lons = shape?.coordinates[0]?.map((p) => p[0] ?? NaN) ?? [];
  expect(Math.max(...lons)).toBeCloseTo(2, 9);
});

test('an empty tank has no level to draw', () => {
  expect(levelShape(squareAt(0, 0, 1, 1), 0)).toBeNull();
});

test('the middle of an L is its centre of gravity', () => {
  const shape: GeoJSON.Polygon = {
    type: 'Polygon',
    coordinates: [
      [
        [116, 35],
        [118, 35],
        [118, 36],
        [117, 36],
        [117, 37],
        [116, 37],
        [116, 35],
      ],
    ],
  };
  const [x, y] = middleOf(shape).coordinates;
  expect(x).toBeCloseTo(116.8333, 4);
  expect(y).toBeCloseTo(35.8333, 4);
});

test('edges of one road become one line, whichever way they were drawn', () => {
  const roads = [
    road('甲路', [0, 0], [1, 0]),
    road('甲路', [2, 0], [1, 0]),
    road('乙路', [5, 5], [6, 6]),
  ];
  const joined = joinRoadsByName({ type: 'FeatureCollection', features: roads });
  expect(joined.features).toHaveLength(2);
  const first = joined.features.find((one) => one.properties?.['name_zh'] === '甲路');
  expect((first?.geometry as GeoJSON.LineString).coordinates).toHaveLength(3);
});

test('the name along the river is the river’s, not the line’s', () => {
  const named = nameAlongFlow({
    type: 'FeatureCollection',
    features: [
      {
        type: 'Feature',
        properties: { kind: 'river', name_zh: '澄河' },
        geometry: squareAt(0, 0, 1, 1),
      },
      {
        type: 'Feature',
        properties: { kind: 'flow_line', name_zh: '澄河流向线' },
        geometry: {
          type: 'LineString',
          coordinates: [
            [0, 0],
            [1, 1],
          ],
        },
      },
    ],
  });
  expect(named.features.map((one) => one.properties?.['name_zh'])).toEqual(['澄河']);
});

class FakeSource {
  readonly diffs: GeoJSONSourceDiff[] = [];
  finish: () => void = () => undefined;
  updateData(diff: GeoJSONSourceDiff): Promise<void> {
    this.diffs.push(diff);
    return new Promise((resolve) => {
      this.finish = resolve;
    });
  }
}

const point: GeoJSON.Point = { type: 'Point', coordinates: [116, 35] };

test('changes merge while an update is on its way, and only what changed is sent', async () => {
  const source = new FakeSource();
  const feed = new FeatureFeed(source as unknown as GeoJSONSource);
  feed.put('A', { label: '1', icon: 'x' }, point);
  feed.flush();
  feed.put('A', { label: '2', icon: 'x' }, point);
  feed.put('A', { label: '3', icon: 'x' }, point);
  feed.flush();
  expect(source.diffs).toHaveLength(1);
  source.finish();
  await new Promise((resolve) => setTimeout(resolve, 0));
  feed.flush();
  expect(source.diffs[1]?.update).toEqual([
    { id: 'A', addOrUpdateProperties: [{ key: 'label', value: '3' }] },
  ]);
});

test('a feature without geometry leaves the map, and may come back', async () => {
  const source = new FakeSource();
  const feed = new FeatureFeed(source as unknown as GeoJSONSource);
  for (const geometry of [point, null, point]) {
    feed.put('A', {}, geometry);
    feed.flush();
    source.finish();
    await new Promise((resolve) => setTimeout(resolve, 0));
  }
  expect(source.diffs.map((diff) => [diff.add?.length, diff.remove?.length])).toEqual([
    [1, 0],
    [0, 1],
    [1, 0],
  ]);
});

test('an address holds view, object, language and theme, and reads back the same', () => {
  const address = {
    view: { lon: 116.02, lat: 35.02, zoom: 14.5 },
    object: 'E01-TK-101',
    hidden: ['air', 'people'],
    signs: true,
    language: 'en',
    theme: 'light',
    atMs: 1_795_262_580_000,
  } as const;
  expect(readAddress(writeAddress(address))).toEqual(address);
});

test.each(['?lon=abc&lat=35&z=14', '?lat=35&z=14', '?lon=999&lat=35&z=14', ''])(
  'an address such as "%s" has no view',
  (search) => {
    expect(readAddress(search).view).toBeNull();
  },
);

test('layers of the ground share a source and see only their own features', () => {
  const rail = {
    id: 'rail',
    type: 'line',
    source: 'rail',
    filter: ['==', 'kind', 'siding'],
  } as const;
  expect(fromJoined({ ...rail, filter: [...rail.filter] })).toMatchObject({
    source: 'ground',
    filter: ['all', ['==', ['get', 'layer'], 'rail'], ['==', 'kind', 'siding']],
  });
  const building = { id: 'building', type: 'fill', source: 'buildings' } as const;
  expect(fromJoined(building)).toBe(building);
});

test('a layer of the ground that can not be read leaves the others standing', async () => {
  const feature = road('甲路', [0, 0], [1, 0]);
  const ground = await joinLayers((layer) =>
    layer === 'park'
      ? Promise.reject(new Error('not there'))
      : Promise.resolve({ type: 'FeatureCollection', features: [feature] }),
  );
  const layers = ground.features.map((one): unknown => one.properties?.['layer']);
  expect(layers).toContain('roads');
  expect(layers).not.toContain('park');
});
