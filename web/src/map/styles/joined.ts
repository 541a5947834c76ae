import type { LayerSpecification } from 'maplibre-gl';

/**
 * Layers of the ground that are drawn from one source together: MapLibre prepares the whole screen for each change of the source.
 * What is large stays out, since all of this passes through the page.
 */
const joined = [
  'landuse',
  'river',
  'drainage',
  'park',
  'enterprises',
  'units',
  'people',
  'roads',
  'rail',
  'bunds',
  'pipe_racks',
  'power_lines',
  'camera_views',
] as const;
export type JoinedLayer = (typeof joined)[number];

/** A layer of the ground as it is drawn from the joined source. */
export function fromJoined(layer: LayerSpecification): LayerSpecification {
  if (!('source' in layer) || !joined.some((one) => one === layer.source)) return layer;
  const own = 'filter' in layer && layer.filter !== undefined ? [layer.filter] : [];
  const filter = ['all', ['==', ['get', 'layer'], layer.source], ...own];
  return { ...layer, source: 'ground', filter } as LayerSpecification;
}

/** The features of all these layers; one that can't be read leaves the others standing. */
export async function joinLayers(
  read: (layer: JoinedLayer) => Promise<GeoJSON.FeatureCollection>,
): Promise<GeoJSON.FeatureCollection> {
  const parts = await Promise.allSettled(
    joined.map(async (layer) => {
      const { features } = await read(layer);
      return features.map((one) => ({ ...one, properties: { ...one.properties, layer } }));
    }),
  );
  const features = parts.flatMap((part) => (part.status === 'fulfilled' ? part.value : []));
  return { type: 'FeatureCollection', features };
}
