import type { ExpressionSpecification } from 'maplibre-gl';
import { labelFont, type LayerBuilder } from '../styles/paint';

/** From this zoom on a normal station's value stands beside it. */
export const VALUES_FROM_ZOOM = 16.8;
/** Kinds that show their value only from near. */
export const quietKinds = ['gas_detector', 'water_level', 'water_quality'];

const isAbnormal: ExpressionSpecification = ['==', ['get', 'abnormal'], true];
const isNormal: ExpressionSpecification = ['!', isAbnormal];
const kinds = (...names: string[]): ExpressionSpecification => [
  'in',
  ['get', 'kind'],
  ['literal', names],
];

/** Cameras lie under the names of the park. */
export const cameras: LayerBuilder = () => [
  {
    id: 'station-cameras',
    type: 'symbol',
    source: 'stations',
    minzoom: 14.6,
    filter: kinds('cctv'),
    layout: {
      'icon-image': ['get', 'icon'],
      'icon-rotate': ['coalesce', ['get', 'bearing_deg'], 0],
      'icon-rotation-alignment': 'map',
      'icon-size': ['interpolate', ['linear'], ['zoom'], 14.6, 0.7, 16.5, 1],
      'icon-allow-overlap': true,
      'icon-ignore-placement': true,
    },
  },
];

/** What each camera looks over, seen from near; the accent keeps it apart from severity and plume. */
export const cameraViews: LayerBuilder = (look) => [
  {
    id: 'camera-view',
    type: 'fill',
    source: 'camera_views',
    minzoom: 15.4,
    paint: { 'fill-color': look.colours.accent, 'fill-opacity': 0.05 },
  },
  {
    id: 'camera-view-line',
    type: 'line',
    source: 'camera_views',
    minzoom: 15.4,
    paint: { 'line-color': look.colours.accent, 'line-width': 0.75, 'line-opacity': 0.45 },
  },
];

/** Stations by what they are and how they are: what is normal appears with zoom, what is abnormal always shows. */
export const stations: LayerBuilder = (look) => {
  const c = look.colours;
  const halo = { 'text-halo-color': c.parcel, 'text-halo-width': 1.5 } as const;
  return [
    {
      id: 'station-gates',
      type: 'symbol',
      source: 'stations',
      minzoom: 13,
      filter: kinds('gate', 'hazmat_parking'),
      layout: { 'icon-image': ['get', 'icon'], 'icon-allow-overlap': true, 'icon-padding': 2 },
    },
    {
      id: 'station-values',
      type: 'symbol',
      source: 'stations',
      minzoom: VALUES_FROM_ZOOM,
      filter: ['all', isNormal, kinds(...quietKinds)],
      layout: {
        'text-field': ['get', 'label'],
        'text-font': labelFont,
        'text-size': 11,
        'text-anchor': 'left',
        'text-offset': [0.75, 0],
        'text-padding': 1,
      },
      paint: { 'text-color': c.label, ...halo },
    },
    {
      id: 'station-air',
      type: 'symbol',
      source: 'stations',
      minzoom: 11,
      filter: ['all', isNormal, kinds('air_standard', 'air_micro')],
      layout: {
        'icon-image': ['get', 'icon'],
        'text-field': ['get', 'label'],
        'text-font': labelFont,
        'text-size': ['match', ['get', 'kind'], 'air_standard', 11, 10],
        'symbol-sort-key': ['match', ['get', 'kind'], 'air_standard', 0, 1],
        'icon-size': ['interpolate', ['linear'], ['zoom'], 11, 0.8, 14, 1],
        'icon-allow-overlap': ['step', ['zoom'], false, 13.5, true],
        'text-allow-overlap': ['step', ['zoom'], false, 13.5, true],
        'icon-padding': 0,
      },
      paint: { 'text-color': c['text-2'] },
    },
    {
      id: 'station-masts',
      type: 'symbol',
      source: 'stations',
      filter: ['all', isNormal, kinds('weather_mast')],
      layout: {
        'icon-image': ['get', 'icon'],
        'icon-rotate': ['coalesce', ['get', 'downwind_deg'], 0],
        'icon-rotation-alignment': 'map',
        'icon-allow-overlap': true,
        'icon-ignore-placement': true,
      },
    },
    {
      id: 'station-mast-speed',
      type: 'symbol',
      source: 'stations',
      minzoom: 11.5,
      filter: kinds('weather_mast'),
      layout: {
        'text-field': ['get', 'label'],
        'text-font': labelFont,
        'text-size': 12,
        'text-anchor': 'left',
        'text-offset': [1.5, 0],
        'text-allow-overlap': true,
      },
      paint: { 'text-color': c.accent, ...halo },
    },
    {
      id: 'station-abnormal',
      type: 'symbol',
      source: 'stations',
      filter: ['all', isAbnormal, ['!=', ['get', 'alarm'], true]],
      minzoom: 14,
      layout: {
        'icon-image': ['get', 'icon'],
        'icon-size': ['interpolate', ['linear'], ['zoom'], 14, 0.6, 16, 1],
        'icon-allow-overlap': true,
        'icon-ignore-placement': true,
        'symbol-sort-key': ['get', 'order'],
      },
    },
    {
      id: 'station-alarm-label',
      type: 'symbol',
      source: 'stations',
      filter: ['==', ['get', 'alarm'], true],
      minzoom: 13,
      layout: {
        'text-field': ['get', 'label'],
        'text-font': labelFont,
        'text-size': 12,
        'text-variable-anchor-offset': ['left', [1.6, 0], 'right', [-1.6, 0], 'top', [0, 1.5]],
        'symbol-sort-key': ['get', 'order'],
        'text-padding': 3,
      },
      paint: { 'text-color': c.text, 'text-halo-color': c.panel, 'text-halo-width': 2 },
    },
    {
      id: 'station-alarm',
      type: 'symbol',
      source: 'stations',
      filter: ['==', ['get', 'alarm'], true],
      layout: {
        'icon-image': ['get', 'icon'],
        'icon-allow-overlap': true,
        'icon-ignore-placement': true,
        'symbol-sort-key': ['-', 10, ['get', 'order']],
        'symbol-z-order': 'source',
      },
    },
  ];
};

/** What the user has chosen: a teal ring around a point, a teal line around a shape. */
export const selection: LayerBuilder = (look) => {
  const c = look.colours;
  return [
    {
      id: 'selection-line',
      type: 'line',
      source: 'selection',
      filter: ['!=', ['geometry-type'], 'Point'],
      layout: { 'line-join': 'round' },
      paint: { 'line-color': c.accent, 'line-width': 2.5 },
    },
    {
      id: 'selection-ring',
      type: 'circle',
      source: 'selection',
      filter: ['==', ['geometry-type'], 'Point'],
      paint: {
        'circle-radius': 15,
        'circle-color': 'rgba(0,0,0,0)',
        'circle-stroke-color': c.accent,
        'circle-stroke-width': 2.5,
      },
    },
  ];
};
