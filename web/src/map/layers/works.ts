import { fadeIn, labelFont, metres, type LayerBuilder } from '../styles/paint';

/** Buildings, equipment, bunds and tanks: what a plant looks like from above. */
export const works: LayerBuilder = (look) => {
  const c = look.colours;
  return [
    {
      id: 'bund',
      type: 'fill',
      source: 'bunds',
      minzoom: 13.5,
      paint: { 'fill-color': c.parcel, 'fill-opacity': fadeIn(13.5) },
    },
    {
      id: 'bund-wall',
      type: 'line',
      source: 'bunds',
      minzoom: 13.5,
      paint: {
        'line-color': c.bund,
        'line-width': metres(look, 0.5, 0.75, 16),
        'line-opacity': fadeIn(13.5),
      },
    },
    {
      id: 'building',
      type: 'fill',
      source: 'buildings',
      minzoom: 12.5,
      paint: { 'fill-color': c.building, 'fill-opacity': fadeIn(12.5) },
    },
    {
      id: 'building-edge',
      type: 'line',
      source: 'buildings',
      minzoom: 15.5,
      paint: {
        'line-color': c['parcel-line'],
        'line-width': 0.75,
        'line-opacity': fadeIn(15.5, 0.9),
      },
    },
    {
      id: 'equipment',
      type: 'fill',
      source: 'equipment',
      minzoom: 13.5,
      paint: { 'fill-color': c.equipment, 'fill-opacity': fadeIn(13.5) },
    },
  ];
};

/** The numbers of tanks; the tanks themselves are among the live marks. */
export const tankNames: LayerBuilder = (look) => {
  const c = look.colours;
  return [
    {
      id: 'tank-label',
      type: 'symbol',
      source: 'tank_names',
      minzoom: 17,
      layout: {
        'text-field': [
          'step',
          ['zoom'],
          ['get', 'number'],
          18.2,
          ['get', look.language === 'en' ? 'label_en' : 'label_zh'],
        ],
        'text-font': labelFont,
        'text-size': 11,
        'text-line-height': 1.25,
        'text-padding': 2,
      },
      paint: {
        'text-color': c.text,
        'text-halo-color': c.tank,
        'text-halo-width': 1.4,
      },
    },
  ];
};
