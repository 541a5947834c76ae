import type { LayerSpecification, SourceSpecification, StyleSpecification } from 'maplibre-gl';
import { layerPath } from '../../api/park';
import type { LayerCode, ParkInfo } from '../../protocol/http';

/** Layers that MapLibre's worker fetches and reads by itself, since the page never looks into them. */
const drawnOnly: LayerCode[] = [
  'bunds',
  'pipe_racks',
  'rail',
  'power_lines',
  'landuse',
  'buildings',
  'equipment',
  'drainage',
  'people',
  'shelters',
  'resources',
];

/** A style of these layers, with the sources they draw from. */
export function styleOf(layers: LayerSpecification[], park: ParkInfo): StyleSpecification {
  const sources: StyleSpecification['sources'] = {};
  for (const layer of layers) {
    if ('source' in layer) sources[layer.source] ??= sourceOf(layer.source, park);
  }
  return { version: 8, sources, layers };
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
