import { validateStyleMin } from '@maplibre/maplibre-gl-style-spec';
import type { StyleSpecification } from 'maplibre-gl';
import { expect, test } from 'vitest';
import type { Colours } from '../../src/map/colours';
import { layersOf } from '../../src/map/styles/layers';

const colours = new Proxy({}, { get: () => '#123456' }) as Colours;
const layers = (['zh-CN', 'en'] as const).flatMap((language) =>
  layersOf({ colours, language, signs: true, pixelsPerMetreAtZoom0: 1e-5 }),
);

test('every layer keeps the rules of the style specification, which the browser is not asked to check', () => {
  const source = { type: 'geojson' as const, data: '' };
  const names = layers.flatMap((layer) => ('source' in layer ? [layer.source as string] : []));
  const style: StyleSpecification = {
    version: 8,
    sources: Object.fromEntries(names.map((name) => [name, source])),
    layers: layers.slice(layers.length / 2),
  };
  expect(validateStyleMin(style).map((fault) => fault.message)).toEqual([]);
});

test('no two layers have the same name', () => {
  const names = layers.slice(layers.length / 2).map((layer) => layer.id);
  expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
});
