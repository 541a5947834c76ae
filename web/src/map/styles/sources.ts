import type { LayerSpecification, SourceSpecification, StyleSpecification } from 'maplibre-gl';
import { layerPath } from '../../api/park';
import type { LayerCode, ParkInfo } from '../../protocol/http';

/** Layers that MapLibre's worker fetches and reads by itself, since the page never looks into them. */
const drawnOnly: LayerCode[] = [
  'landuse',
  'buildings',
  'equipment',
  'people',
  'shelters',
  'resources',
];

/** What changes is shown at once; a transition, even of nothing, keeps a map drawing for its whole length. */
const atOnce = { duration: 0, delay: 0 };

/** A style of these layers, with the sources they draw from. */
export function styleOf(layers: LayerSpecification[], park: ParkInfo): StyleSpecification {
  const sources: StyleSpecification['sources'] = {};
  for (const layer of layers) {
    if ('source' in layer) sources[layer.source] ??= sourceOf(layer.source, park);
  }
  return { version: 8, sources, layers, transition: atOnce };
}

function sourceOf(id: string, { tiles }: ParkInfo): SourceSpecification {
  if (id === 'tiles' && tiles) {
    const { url, attribution = '', maxzoom = 18 } = tiles;
    return { type: 'raster', tiles: [url], tileSize: 256, attribution, maxzoom };
  }
  const data: GeoJSON.FeatureCollection = { type: 'FeatureCollection', features: [] };
  if (id === 'selection') return { type: 'geojson', data };
  const cut = { type: 'geojson', tolerance: 0.2, maxzoom: 16 } as const;
  const code = drawnOnly.find((one) => one === id);
  if (code === undefined) return { ...cut, data };
  return { ...cut, data: new URL(layerPath(code), location.href).href, promoteId: 'id' };
}
