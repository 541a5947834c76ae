import type { LayerSpecification } from 'maplibre-gl';
import { labelFont, type LayerBuilder } from './styles/paint';

export const planSources = [
  'plan_zones',
  'plan_band',
  'plan_fronts',
  'plan_first',
  'plan_compared',
  'plan_points',
] as const;

/** Zones of a what-if: citron, nested by strength; three bare outlines while the source is only assumed. */
export const planLayers: LayerBuilder = (look) => {
  const c = look.colours;
  const label = (source: string, colour: string): LayerSpecification => ({
    id: `${source.replace('_', '-')}-label`,
    type: 'symbol',
    source,
    layout: {
      'symbol-placement': 'line',
      'symbol-spacing': 420,
      'text-field': ['get', 'label'],
      'text-font': labelFont,
      'text-size': 12,
      'text-padding': 6,
      'text-max-angle': 30,
    },
    paint: { 'text-color': colour, 'text-halo-color': c.panel, 'text-halo-width': 2 },
  });
  const layers: LayerSpecification[] = [
    {
      id: 'plan-band',
      type: 'line',
      source: 'plan_band',
      paint: {
        'line-color': c.plume,
        'line-width': 1.25,
        'line-dasharray': [6, 4],
        'line-opacity': 0.7,
      },
    },
    {
      id: 'plan-fill',
      type: 'fill',
      source: 'plan_zones',
      filter: ['==', ['get', 'filled'], true],
      paint: {
        'fill-color': c.plume,
        'fill-opacity': ['match', ['get', 'rank'], 0, 0.4, 1, 0.2, 0.12],
      },
    },
    {
      id: 'plan-first',
      type: 'line',
      source: 'plan_first',
      paint: { 'line-color': c.text, 'line-width': 2, 'line-dasharray': [6, 2, 1, 2] },
    },
    {
      id: 'plan-fronts',
      type: 'line',
      source: 'plan_fronts',
      layout: { 'line-cap': 'round' },
      paint: {
        'line-color': c.text,
        'line-width': 1.75,
        'line-dasharray': [0.1, 2.2],
        'line-opacity': 0.9,
      },
    },
    {
      id: 'plan-compared',
      type: 'line',
      source: 'plan_compared',
      paint: { 'line-color': c.accent, 'line-width': 2, 'line-dasharray': [2, 2] },
    },
    {
      id: 'plan-line',
      type: 'line',
      source: 'plan_zones',
      layout: { 'line-join': 'round' },
      paint: {
        'line-color': c.plume,
        'line-width': ['match', ['get', 'case'], 'full', 2.75, 'large', 1.75, 'small', 1, 1.75],
        'line-opacity': ['match', ['get', 'rank'], 0, 1, 1, 0.9, 0.75],
      },
    },
    label('plan_fronts', c['text-2']),
    label('plan_compared', c.accent),
    label('plan_first', c.text),
    label('plan_zones', c.text),
    {
      id: 'plan-point',
      type: 'circle',
      source: 'plan_points',
      paint: {
        'circle-radius': ['match', ['get', 'kind'], 'source', 9, 6],
        'circle-color': ['match', ['get', 'kind'], 'source', c.plume, c.panel],
        'circle-stroke-color': ['match', ['get', 'kind'], 'source', c.ground, c.accent],
        'circle-stroke-width': 2.5,
      },
    },
  ];
  return layers;
};
