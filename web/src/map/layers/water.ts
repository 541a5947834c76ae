import { fadeIn, isKind, labelFont, metres, nameOf, type LayerBuilder } from '../styles/paint';

/** River, ponds, ditches and pools. */
export const water: LayerBuilder = (look) => {
  const c = look.colours;
  return [
    {
      id: 'water',
      type: 'fill',
      source: 'river',
      filter: isKind('river', 'pond'),
      paint: { 'fill-color': c.water },
    },
    {
      id: 'island',
      type: 'fill',
      source: 'river',
      filter: isKind('island'),
      paint: { 'fill-color': c.floodplain },
    },
    {
      id: 'drains',
      type: 'line',
      source: 'drainage',
      filter: isKind('main_drain', 'ditch'),
      minzoom: 12,
      layout: { 'line-cap': 'round' },
      paint: {
        'line-color': c.water,
        'line-width': metres(look, ['coalesce', ['get', 'width_m'], 3], 1),
      },
    },
  ];
};

/** Accident pools lie inside parcels, so they are drawn above them. */
export const pools: LayerBuilder = (look) => [
  {
    id: 'pools',
    type: 'fill',
    source: 'drainage',
    filter: isKind('accident_pool'),
    minzoom: 13,
    paint: { 'fill-color': look.colours.water, 'fill-opacity': fadeIn(13) },
  },
];

export const waterLabels: LayerBuilder = (look) => [
  {
    id: 'river-label',
    type: 'symbol',
    source: 'river_names',
    layout: {
      'symbol-placement': 'line',
      'text-field': nameOf(look, 'name'),
      'text-font': labelFont,
      'text-size': ['interpolate', ['linear'], ['zoom'], 11, 11, 15, 15],
      'text-letter-spacing': look.language === 'en' ? 0.12 : 0.5,
      'symbol-spacing': 500,
    },
    paint: {
      'text-color': look.colours['label-water'],
      'text-halo-color': look.colours.water,
      'text-halo-width': 1,
    },
  },
];
