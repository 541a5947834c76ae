import { fadeIn, isKind, labelFont, metres, type LayerBuilder } from '../styles/paint';

/** The railway: a dark line with light sleepers. */
export const rail: LayerBuilder = (look) => {
  const c = look.colours;
  const tracks = isKind('branch', 'siding');
  return [
    {
      id: 'rail',
      type: 'line',
      source: 'rail',
      filter: tracks,
      minzoom: 11,
      paint: { 'line-color': c['tank-line'], 'line-width': metres(look, 3, 1.6, 16) },
    },
    {
      id: 'rail-gap',
      type: 'line',
      source: 'rail',
      filter: tracks,
      minzoom: 13,
      paint: {
        'line-color': c.park,
        'line-width': metres(look, 1.6, 0.8, 16),
        'line-dasharray': [6, 6],
      },
    },
  ];
};

/** Pipe racks between plants, and power lines over everything. */
export const overhead: LayerBuilder = (look) => {
  const c = look.colours;
  return [
    {
      id: 'pipe-rack',
      type: 'line',
      source: 'pipe_racks',
      minzoom: 13.5,
      paint: {
        'line-color': c.bund,
        'line-width': metres(look, ['coalesce', ['get', 'width_m'], 4], 0.8, 16),
        'line-opacity': fadeIn(13.5, 0.4),
      },
    },
    {
      id: 'pipe-rack-pipes',
      type: 'line',
      source: 'pipe_racks',
      minzoom: 15.5,
      paint: {
        'line-color': c['tank-line'],
        'line-width': 0.75,
        'line-gap-width': metres(look, ['*', 0.5, ['coalesce', ['get', 'width_m'], 4]], 0.5, 16),
        'line-opacity': fadeIn(15.5, 0.7),
      },
    },
    {
      id: 'power-line',
      type: 'line',
      source: 'power_lines',
      filter: isKind('line'),
      minzoom: 11.5,
      paint: { 'line-color': c['label-quiet'], 'line-width': 0.75, 'line-opacity': 0.5 },
    },
    {
      id: 'power-tower',
      type: 'symbol',
      source: 'power_lines',
      filter: isKind('tower'),
      minzoom: 13,
      layout: {
        'icon-image': 'tower',
        'icon-size': ['interpolate', ['linear'], ['zoom'], 13, 0.6, 16, 1],
        'icon-allow-overlap': true,
        'icon-ignore-placement': true,
      },
      paint: { 'icon-opacity': 0.7 },
    },
  ];
};

/** Help that stands ready: fire stations, depots, hydrants, shelters. */
export const help: LayerBuilder = (look) => {
  const c = look.colours;
  return [
    {
      id: 'hydrant',
      type: 'circle',
      source: 'resources',
      minzoom: 16.5,
      filter: isKind('hydrant', 'water_point'),
      paint: {
        'circle-radius': 2.5,
        'circle-color': c.panel,
        'circle-stroke-color': c['label-water'],
        'circle-stroke-width': 1.25,
      },
    },
    {
      id: 'fire-station',
      type: 'symbol',
      source: 'resources',
      minzoom: 13.5,
      filter: isKind('fire_station', 'special_brigade', 'material_depot'),
      layout: {
        'icon-image': ['match', ['get', 'kind'], 'material_depot', 'depot', 'fire_station'],
        'icon-size': ['interpolate', ['linear'], ['zoom'], 13.5, 0.8, 16, 1],
        'text-field': '',
        'text-font': labelFont,
        'icon-padding': 4,
      },
    },
    {
      id: 'rescue-stock',
      type: 'symbol',
      source: 'resources',
      minzoom: 15.5,
      filter: isKind('enterprise_stock'),
      layout: { 'icon-image': 'depot', 'icon-size': 0.7, 'icon-padding': 2 },
    },
    {
      id: 'shelter',
      type: 'symbol',
      source: 'shelters',
      minzoom: 12.5,
      layout: { 'icon-image': 'shelter', 'icon-size': 0.85, 'icon-padding': 2 },
    },
  ];
};
