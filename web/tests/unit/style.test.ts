import { validateStyleMin, type StyleSpecification } from '@maplibre/maplibre-gl-style-spec';
import { expect, test } from 'vitest';
import type { Colours } from '../../src/map/colours';
import { layersOf } from '../../src/map/styles/layers';

/** MapLibre draws without checking; one layer that breaks the specification and the whole map stays empty. */
test.each([true, false])('the style keeps the specification (signs: %s)', (signs) => {
  const colours = new Proxy({}, { get: () => '#123456' }) as Colours;
  const layers = layersOf({ colours, language: 'en', signs, pixelsPerMetreAtZoom0: 1e-5 });
  const data = { type: 'FeatureCollection' as const, features: [] };
  const names = layers.flatMap((layer) => ('source' in layer ? [layer.source] : []));
  const sources = Object.fromEntries(names.map((name) => [name, { type: 'geojson', data }]));
  const style = { version: 8, glyphs: '/{fontstack}/{range}', sources, layers };

  expect(validateStyleMin(style as StyleSpecification)).toEqual([]);
  expect(new Set(layers.map((layer) => layer.id)).size).toBe(layers.length);
});
