import { MercatorCoordinate, type Map as MapLibreMap } from 'maplibre-gl';

const WORLD_PX = 512;

/** Where things stand in a picture of what the camera sees now. */
export interface Frame {
  readonly zoom: number;
  /** pixels of the picture for one of the screen */
  readonly ratio: number;
  /** width of the whole world in pixels of the picture, and where its north-western corner lies in it */
  readonly world: number;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** The frame of a picture with `ratio` pixels for one of the screen that reaches `margin` over each edge of the map. */
export function frameOf(map: MapLibreMap, ratio: number, margin: number): Frame {
  const zoom = map.getZoom();
  const world = WORLD_PX * 2 ** zoom * ratio;
  const center = map.getCenter();
  const middle = map.project(center);
  const at = MercatorCoordinate.fromLngLat(center);
  const { clientWidth, clientHeight } = map.getContainer();
  return {
    zoom,
    ratio,
    world,
    left: (middle.x + margin) * ratio - at.x * world,
    top: (middle.y + margin) * ratio - at.y * world,
    width: (clientWidth + 2 * margin) * ratio,
    height: (clientHeight + 2 * margin) * ratio,
  };
}

/** A number between the steps `[zoom, number]`, and that of the first or last beyond them. */
export function between(steps: readonly (readonly [number, number])[], zoom: number): number {
  let below = steps[0];
  for (const step of steps) {
    if (step[0] >= zoom) {
      if (below === undefined || below === step) return step[1];
      return below[1] + ((zoom - below[0]) / (step[0] - below[0])) * (step[1] - below[1]);
    }
    below = step;
  }
  return below?.[1] ?? 0;
}
