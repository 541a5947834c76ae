import type { GeoJSONSource, LayerSpecification, Map as MapLibreMap } from 'maplibre-gl';

/**
 * Sources that are empty most of the time. The layers of an empty one are hidden: MapLibre prepares the whole screen for each source
 * in each frame, whether there is anything to draw or not.
 */
export class FilledSources {
  readonly #map: MapLibreMap;
  readonly #empty: Set<string>;

  constructor(map: MapLibreMap, ids: readonly string[]) {
    this.#map = map;
    this.#empty = new Set(ids);
  }

  /** The layers with those of empty sources hidden. */
  hideEmpty(layers: LayerSpecification[]): LayerSpecification[] {
    return layers.map((layer) =>
      'source' in layer && this.isEmpty(layer.source)
        ? ({ ...layer, layout: { ...layer.layout, visibility: 'none' } } as LayerSpecification)
        : layer,
    );
  }

  isEmpty(id: string): boolean {
    return this.#empty.has(id);
  }

  readonly set = (id: string, features: GeoJSON.Feature[]): void => {
    const wasEmpty = this.#empty.has(id);
    const isEmpty = features.length === 0;
    if (wasEmpty && isEmpty) return;
    void this.#map.getSource<GeoJSONSource>(id)?.setData({ type: 'FeatureCollection', features });
    if (isEmpty === wasEmpty) return;
    if (isEmpty) this.#empty.add(id);
    else this.#empty.delete(id);
    const visibility = isEmpty ? 'none' : 'visible';
    for (const layer of this.#map.getLayersOrder()) {
      if (this.#map.getLayer(layer)?.source === id)
        this.#map.setLayoutProperty(layer, 'visibility', visibility, { validate: false });
    }
  };
}
