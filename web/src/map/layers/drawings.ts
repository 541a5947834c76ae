import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import { isKind, labelFont, type LayerBuilder } from '../styles/paint';

export const sketchSources = [
  'drawings',
  'drawing_points',
  'draft',
  'draft_points',
  'draft_labels',
] as const;

/** Signs of the standard are red; free notes are as quiet as the park's own names. */
const signs = ['cordon', 'control', 'spread', 'evacuation', 'rescue', 'broken_road'];

/** What people drew: GB/T 35649 lines and areas in red, at least 2 px wide, see-through inside; 警戒区域 dash-dot. */
export const drawings: LayerBuilder = (look) => {
  const c = look.colours;
  const colour: ExpressionSpecification = ['case', isKind(...signs), c['sign-area'], c.text];
  return [
    {
      id: 'drawing-fill',
      type: 'fill',
      source: 'drawings',
      filter: ['==', ['geometry-type'], 'Polygon'],
      paint: { 'fill-color': colour, 'fill-opacity': 0.1 },
    },
    {
      id: 'drawing-chosen',
      type: 'line',
      source: 'drawings',
      filter: ['==', ['get', 'chosen'], true],
      layout: { 'line-join': 'round' },
      paint: { 'line-color': c.accent, 'line-width': 8, 'line-opacity': 0.5 },
    },
    {
      id: 'drawing-dash',
      type: 'line',
      source: 'drawings',
      filter: isKind('cordon'),
      paint: { 'line-color': colour, 'line-width': 2.5, 'line-dasharray': [7, 1, 1.5, 1] },
    },
    {
      id: 'drawing-line',
      type: 'line',
      source: 'drawings',
      filter: ['!', isKind('cordon')],
      layout: { 'line-join': 'round', 'line-cap': 'round' },
      paint: {
        'line-color': colour,
        'line-width': ['match', ['get', 'kind'], ['evacuation', 'rescue'], 4, 2.5],
      },
    },
    marksAlong('drawing-arrows', 70, 'evacuation', 'rescue'),
    marksAlong('drawing-marks', 34, 'control', 'spread', 'broken_road'),
    {
      id: 'drawing-pin',
      type: 'symbol',
      source: 'drawing_points',
      filter: isKind('point'),
      layout: {
        'icon-image': ['case', ['==', ['get', 'chosen'], true], 'draw-pin-chosen', 'draw-pin'],
        'icon-anchor': 'bottom',
        'icon-allow-overlap': true,
        'icon-ignore-placement': true,
      },
    },
    {
      id: 'drawing-label',
      type: 'symbol',
      source: 'drawing_points',
      layout: {
        'text-field': ['get', 'label'],
        'text-font': labelFont,
        'text-size': ['match', ['get', 'kind'], 'text', 15, 12],
        'text-max-width': 12,
        'text-allow-overlap': true,
        'text-ignore-placement': true,
        'text-anchor': ['match', ['get', 'kind'], 'point', 'top', 'center'],
        'text-offset': [
          'match',
          ['get', 'kind'],
          'point',
          ['literal', [0, 0.2]],
          ['literal', [0, 0]],
        ],
      },
      paint: {
        'text-color': ['case', ['==', ['get', 'chosen'], true], c.accent, colour],
        'text-halo-color': c.panel,
        'text-halo-width': 2,
      },
    },
  ];
};

/** Marks along a line; how far apart they stand is one number for a whole layer. */
function marksAlong(id: string, spacing: number, ...drawn: string[]): LayerSpecification {
  return {
    id,
    type: 'symbol',
    source: 'drawings',
    filter: isKind(...drawn),
    layout: {
      'symbol-placement': 'line',
      'symbol-spacing': spacing,
      'icon-image': ['concat', 'draw-', ['get', 'kind']],
      'icon-allow-overlap': true,
      'icon-ignore-placement': true,
      'icon-rotation-alignment': 'map',
      'icon-padding': 0,
    },
  };
}

/** What is in hand now: the line so far, its corners, its length or area. */
export const draft: LayerBuilder = (look) => {
  const c = look.colours;
  return [
    {
      id: 'draft-fill',
      type: 'fill',
      source: 'draft',
      filter: ['==', ['geometry-type'], 'Polygon'],
      paint: { 'fill-color': c.accent, 'fill-opacity': 0.12 },
    },
    {
      id: 'draft-halo',
      type: 'line',
      source: 'draft',
      layout: { 'line-join': 'round', 'line-cap': 'round' },
      paint: { 'line-color': c.panel, 'line-width': 5, 'line-opacity': 0.8 },
    },
    {
      id: 'draft-line',
      type: 'line',
      source: 'draft',
      layout: { 'line-join': 'round', 'line-cap': 'round' },
      paint: { 'line-color': c.accent, 'line-width': 2.5 },
    },
    {
      id: 'draft-point',
      type: 'circle',
      source: 'draft_points',
      paint: {
        'circle-radius': ['match', ['get', 'role'], 'between', 4, 'chosen', 8, 6],
        'circle-color': ['match', ['get', 'role'], 'chosen', c.accent, c.panel],
        'circle-opacity': ['match', ['get', 'role'], 'between', 0.8, 1],
        'circle-stroke-color': c.accent,
        'circle-stroke-width': ['match', ['get', 'role'], 'between', 1, 2.5],
      },
    },
    {
      id: 'draft-label',
      type: 'symbol',
      source: 'draft_labels',
      layout: {
        'text-field': ['get', 'label'],
        'text-font': labelFont,
        'text-size': ['match', ['get', 'role'], 'sum', 14, 11],
        'text-anchor': ['match', ['get', 'role'], 'sum', 'bottom', 'center'],
        'text-offset': [
          'match',
          ['get', 'role'],
          'sum',
          ['literal', [0, -0.9]],
          ['literal', [0, 0]],
        ],
        'text-allow-overlap': true,
        'text-ignore-placement': true,
      },
      paint: { 'text-color': c.text, 'text-halo-color': c.panel, 'text-halo-width': 2.5 },
    },
  ];
};
