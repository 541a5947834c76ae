import { fadeIn, isKind, labelFont, nameOf, type LayerBuilder } from '../styles/paint';

/** The park's ground, green belts, public plots and the parcels of its enterprises. */
export const parcels: LayerBuilder = (look) => {
  const c = look.colours;
  return [
    {
      id: 'park-ground',
      type: 'fill',
      source: 'park',
      filter: isKind('park_boundary'),
      paint: { 'fill-color': c.park },
    },
    {
      id: 'green',
      type: 'fill',
      source: 'park',
      filter: isKind('green_belt'),
      paint: { 'fill-color': c.wood },
    },
    {
      id: 'plots',
      type: 'fill',
      source: 'park',
      filter: isKind('public_plot'),
      paint: { 'fill-color': c.parcel, 'fill-opacity': 0.5 },
    },
    {
      id: 'enterprise',
      type: 'fill',
      source: 'enterprises',
      paint: { 'fill-color': c.parcel },
    },
    {
      id: 'yards',
      type: 'fill',
      source: 'park',
      minzoom: 14,
      filter: isKind('paved_yard', 'parking_bay'),
      paint: {
        'fill-color': c.park,
        'fill-outline-color': c['parcel-line'],
        'fill-opacity': fadeIn(14.5),
      },
    },
    {
      id: 'unit',
      type: 'fill',
      source: 'units',
      minzoom: 14,
      paint: {
        'fill-color': ['match', ['get', 'kind'], ['green', 'plaza'], c.wood, c.park],
        'fill-opacity': fadeIn(14, 0.55),
      },
    },
    {
      id: 'unit-line',
      type: 'line',
      source: 'units',
      minzoom: 14.5,
      paint: {
        'line-color': c['parcel-line'],
        'line-opacity': fadeIn(14.5, 0.55),
        'line-width': 0.75,
      },
    },
  ];
};

/** Fences and the park's own boundary, above the roads they cross. */
export const fences: LayerBuilder = (look) => {
  const c = look.colours;
  return [
    {
      id: 'plot-line',
      type: 'line',
      source: 'park',
      minzoom: 13,
      filter: isKind('public_plot'),
      paint: { 'line-color': c['parcel-line'], 'line-width': 0.75, 'line-opacity': 0.7 },
    },
    {
      id: 'enterprise-line',
      type: 'line',
      source: 'enterprises',
      layout: { 'line-join': 'round' },
      paint: {
        'line-color': c['parcel-line'],
        'line-width': ['interpolate', ['linear'], ['zoom'], 11, 0.6, 15, 1.25],
      },
    },
    {
      id: 'park-line',
      type: 'line',
      source: 'park',
      filter: isKind('park_boundary'),
      paint: {
        'line-color': c['tank-line'],
        'line-width': 1.25,
        'line-dasharray': [7, 2, 1.5, 2],
        'line-opacity': 0.85,
      },
    },
  ];
};

export const parcelLabels: LayerBuilder = (look) => {
  const c = look.colours;
  return [
    {
      id: 'unit-label',
      type: 'symbol',
      source: 'units',
      minzoom: 15.6,
      filter: isKind(
        'production_unit',
        'tank_farm',
        'warehouse',
        'loading',
        'waste_water',
        'utilities',
      ),
      layout: {
        'text-field': nameOf(look, 'name'),
        'text-font': labelFont,
        'text-size': 11,
        'text-max-width': 8,
        'text-padding': 6,
      },
      paint: {
        'text-color': c['label-quiet'],
        'text-halo-color': c.parcel,
        'text-halo-width': 1.5,
      },
    },
    {
      id: 'plot-label',
      type: 'symbol',
      source: 'plot_names',
      minzoom: 13.2,
      maxzoom: 17,
      filter: isKind('public_plot'),
      layout: {
        'text-field': nameOf(look, 'name'),
        'text-font': labelFont,
        'text-size': 11,
        'text-max-width': 9,
        'text-padding': 6,
      },
      paint: { 'text-color': c['label-quiet'], 'text-halo-color': c.park, 'text-halo-width': 1.2 },
    },
    {
      id: 'enterprise-label',
      type: 'symbol',
      source: 'enterprise_names',
      minzoom: 11.8,
      maxzoom: 17.2,
      layout: {
        'text-field': nameOf(look, 'short', 'name'),
        'text-font': labelFont,
        'text-size': ['interpolate', ['linear'], ['zoom'], 12, 11, 14.5, 13, 16, 15],
        'text-max-width': 9,
        'text-padding': 4,
        'symbol-sort-key': ['coalesce', ['get', 'major_hazard_level'], 9],
      },
      paint: {
        'text-color': c['text-2'],
        'text-halo-color': c.parcel,
        'text-halo-width': 1.6,
        'text-halo-blur': 0.4,
      },
    },
  ];
};
