import type { Map as MapLibreMap, RasterSourceSpecification } from 'maplibre-gl';
import type { LaidOverlay } from '../state/Overlays';

const PREFIX = 'overlay-';

/** Lays pictures over the drawing of the ground: they hide it, never a tank, a symbol or a name. */
export class OverlayLayers {
  readonly #map: MapLibreMap;

  /** @param ground the still map beneath the live one */
  constructor(ground: MapLibreMap) {
    this.#map = ground;
  }

  /** Touches only what differs, so that a moved slider repaints and loads nothing. */
  show(laid: readonly LaidOverlay[]): void {
    const wanted = laid.filter((one) => one.on);
    const ids = new Set(wanted.map((one) => PREFIX + one.id));
    for (const id of this.#shown()) if (!ids.has(id)) this.#remove(id);
    for (const one of wanted) {
      const id = PREFIX + one.id;
      if (this.#map.getSource(id) === undefined) this.#add(id, one);
      this.#map.setPaintProperty(id, 'raster-opacity', one.seen / 100);
    }
    const order = wanted.map((one) => PREFIX + one.id);
    if (order.join() !== this.#shown().join()) {
      for (const id of order) this.#map.moveLayer(id);
    }
  }

  #shown(): string[] {
    return this.#map.getLayersOrder().filter((id) => id.startsWith(PREFIX));
  }

  #add(id: string, one: LaidOverlay): void {
    const source: RasterSourceSpecification = {
      type: 'raster',
      tiles: [absolute(one.tiles)],
      tileSize: one.tile_size,
      minzoom: one.min_zoom,
      maxzoom: one.max_zoom,
      ...(one.bounds === null ? {} : { bounds: one.bounds }),
    };
    this.#map.addSource(id, source);
    this.#map.addLayer({ id, type: 'raster', source: id, paint: { 'raster-fade-duration': 0 } });
  }

  #remove(id: string): void {
    this.#map.removeLayer(id);
    this.#map.removeSource(id);
  }
}

/** The map's own fetch knows no page that an address of ours could be relative to. */
function absolute(tiles: string): string {
  return tiles.startsWith('/') ? location.origin + tiles : tiles;
}
