import type { Map as MapLibreMap } from 'maplibre-gl';

/**
 * A map that is only looked at from above has no sky, yet MapLibre draws one over the whole screen in each frame: without a graphics
 * card that alone takes longer than everything on it.
 */
export function withoutSky(map: MapLibreMap): void {
  map.painter.drawFunctions = { ...map.painter.drawFunctions, sky: () => undefined };
}
