import type { ExpressionSpecification } from 'maplibre-gl';
import { labelFont, metres, nameOf, type LayerBuilder, type Look } from '../styles/paint';

const main: ExpressionSpecification = [
  'in',
  ['get', 'class'],
  ['literal', ['expressway', 'primary', 'secondary']],
];
const minor: ExpressionSpecification = ['in', ['get', 'class'], ['literal', ['tertiary', 'park']]];
const service: ExpressionSpecification = ['==', ['get', 'class'], 'service'];

const overviewPx: ExpressionSpecification = [
  'match',
  ['get', 'class'],
  'expressway',
  3,
  'primary',
  2.5,
  'secondary',
  2.2,
  'park',
  1.8,
  'tertiary',
  1.2,
  0.6,
];

const sortKey: ExpressionSpecification = [
  'match',
  ['get', 'class'],
  'expressway',
  5,
  'primary',
  4,
  'secondary',
  3,
  'park',
  2,
  'tertiary',
  1,
  0,
];

const widthM: ExpressionSpecification = ['coalesce', ['get', 'width_m'], 7];

/** Roads by class: a casing under a surface, wide roads over narrow ones. */
export const roads: LayerBuilder = (look) => {
  const c = look.colours;
  return [
    ...road(look, 'road-service', service, c.road, 14),
    ...road(look, 'road-minor', minor, c.road, 11),
    ...road(look, 'road-main', main, c['road-main'], 8),
  ];
};

function road(
  look: Look,
  id: string,
  filter: ExpressionSpecification,
  colour: string,
  minzoom: number,
): ReturnType<LayerBuilder> {
  const wider: ExpressionSpecification = ['+', widthM, 3];
  const layout = { 'line-cap': 'round', 'line-join': 'round', 'line-sort-key': sortKey } as const;
  return [
    {
      id: `${id}-case`,
      type: 'line',
      source: 'roads',
      filter,
      minzoom: Math.max(minzoom, 12),
      layout,
      paint: {
        'line-color': look.colours['road-case'],
        'line-width': metres(look, wider, ['+', overviewPx, 1.2]),
      },
    },
    {
      id,
      type: 'line',
      source: 'roads',
      filter,
      minzoom,
      layout,
      paint: { 'line-color': colour, 'line-width': metres(look, widthM, overviewPx) },
    },
  ];
}

/** Names along roads; the lines are joined by name beforehand, since an edge alone is too short for its name. */
export const roadLabels: LayerBuilder = (look) => [
  {
    id: 'road-label',
    type: 'symbol',
    source: 'road_names',
    minzoom: 13,
    layout: {
      'symbol-placement': 'line',
      'text-field': nameOf(look, 'name'),
      'text-font': labelFont,
      'text-size': ['interpolate', ['linear'], ['zoom'], 13, 10.5, 16, 12],
      'text-letter-spacing': 0.06,
      'symbol-spacing': 420,
      'text-max-angle': 30,
      'text-padding': 12,
    },
    paint: {
      'text-color': look.colours.label,
      'text-halo-color': look.colours['road-main'],
      'text-halo-width': 1.4,
    },
  },
];
