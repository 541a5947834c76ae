import { isKind, nameOf, labelFont, type LayerBuilder } from '../styles/paint';

/** Fields, woods, villages and the town: the quiet ground around the park. */
export const land: LayerBuilder = (look) => {
  const c = look.colours;
  return [
    { id: 'background', type: 'background', paint: { 'background-color': c.land } },
    {
      id: 'land',
      type: 'fill',
      source: 'landuse',
      paint: {
        'fill-color': [
          'match',
          ['get', 'kind'],
          ['farmland', 'greenhouse'],
          c['field-1'],
          ['vegetable', 'orchard'],
          c['field-2'],
          ['forest', 'park'],
          c.wood,
          'floodplain',
          c.floodplain,
          ['village', 'town', 'industrial'],
          c.village,
          c.land,
        ],
        'fill-antialias': true,
      },
    },
    {
      id: 'land-edge',
      type: 'line',
      source: 'landuse',
      minzoom: 13,
      filter: isKind('farmland', 'vegetable', 'orchard', 'greenhouse'),
      paint: { 'line-color': c.land, 'line-width': 1 },
    },
  ];
};

/** Names of villages and of what lies outside the fence. */
export const landLabels: LayerBuilder = (look) => {
  const c = look.colours;
  return [
    {
      id: 'village-label',
      type: 'symbol',
      source: 'landuse',
      minzoom: 11.5,
      filter: isKind('village', 'town'),
      layout: {
        'text-field': nameOf(look, 'name'),
        'text-font': labelFont,
        'text-size': 11,
        'text-padding': 8,
      },
      paint: { 'text-color': c['label-quiet'], 'text-halo-color': c.land, 'text-halo-width': 1.2 },
    },
    {
      id: 'people-label',
      type: 'symbol',
      source: 'people',
      minzoom: 13.2,
      filter: isKind('village', 'town_quarter', 'plant', 'park_facility'),
      layout: {
        'text-field': [
          'concat',
          nameOf(look, 'name'),
          '\n',
          ['to-string', ['get', 'population_day']],
          ' / ',
          ['to-string', ['get', 'population_night']],
        ],
        'text-font': labelFont,
        'text-size': 11,
        'text-padding': 6,
      },
      paint: { 'text-color': c['label-quiet'], 'text-halo-color': c.land, 'text-halo-width': 1.2 },
    },
    {
      id: 'care-label',
      type: 'symbol',
      source: 'people',
      minzoom: 13,
      filter: isKind('school', 'kindergarten', 'nursing_home', 'hospital'),
      layout: {
        'text-field': nameOf(look, 'name'),
        'text-font': labelFont,
        'text-size': 11,
        'text-padding': 4,
        'icon-image': look.signs ? '' : 'care',
        'text-anchor': 'left',
        'text-offset': look.signs ? [1.7, 0] : [0.9, 0],
      },
      paint: { 'text-color': c['label-quiet'], 'text-halo-color': c.land, 'text-halo-width': 1.2 },
    },
  ];
};

/** Where people live and work beside the park. */
export const peopleAreas: LayerBuilder = (look) => [
  {
    id: 'people-area',
    type: 'line',
    source: 'people',
    minzoom: 12,
    filter: isKind('village', 'town_quarter', 'plant', 'park_facility'),
    paint: {
      'line-color': look.colours['label-quiet'],
      'line-width': 1,
      'line-dasharray': [3, 2],
      'line-opacity': 0.7,
    },
  },
];
