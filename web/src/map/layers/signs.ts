import type { ExpressionSpecification } from 'maplibre-gl';
import { isKind, type LayerBuilder } from '../styles/paint';

/** Full-colour signs after GB/T 35649: only in the look for incidents, and in print. */
export const signLayers: LayerBuilder = (look) => {
  const image: ExpressionSpecification = [
    'concat',
    'sign-',
    ['get', 'kind'],
    look.language === 'en' ? '-en' : '-zh',
  ];
  const shown = { 'icon-image': image, 'icon-padding': 1 } as const;
  return [
    {
      id: 'sign-units',
      type: 'symbol',
      source: 'units',
      minzoom: 15.2,
      filter: isKind('tank_farm', 'production_unit', 'warehouse', 'loading'),
      layout: { ...shown, 'icon-size': 0.85 },
    },
    {
      id: 'sign-hydrants',
      type: 'symbol',
      source: 'resources',
      minzoom: 16.2,
      filter: isKind('hydrant', 'enterprise_stock'),
      layout: { ...shown, 'icon-size': 0.8 },
    },
    {
      id: 'sign-people',
      type: 'symbol',
      source: 'people',
      minzoom: 12.5,
      filter: isKind(
        'village',
        'town_quarter',
        'school',
        'kindergarten',
        'hospital',
        'nursing_home',
      ),
      layout: {
        ...shown,
        'icon-size': 0.85,
        'symbol-sort-key': ['match', ['get', 'kind'], ['village', 'town_quarter'], 1, 0],
      },
    },
    {
      id: 'sign-shelters',
      type: 'symbol',
      source: 'shelters',
      minzoom: 12,
      layout: { ...shown, 'icon-size': 0.85 },
    },
    {
      id: 'sign-resources',
      type: 'symbol',
      source: 'resources',
      minzoom: 11.5,
      filter: isKind('fire_station', 'special_brigade', 'material_depot', 'water_point'),
      layout: { ...shown, 'icon-size': ['interpolate', ['linear'], ['zoom'], 12, 0.85, 15, 1] },
    },
  ];
};
