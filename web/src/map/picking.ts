import type { Map as MapLibreMap, Point } from 'maplibre-gl';

/** The layers a click can hit, the smallest things first. */
const order = [
  ['station-alarm', 'station-abnormal', 'station-masts', 'station-gates', 'station-air'],
  ['station-cameras', 'station-dots'],
  ['tank'],
  ['enterprise'],
];

/** How far a finger or a pointer may miss, in pixels. */
const REACH = 7;

/** The code of the object under `point`, or null; the ground's canvas reaches `margin` pixels beyond the map's. */
export function pickObject(
  mapOf: (layer: string) => MapLibreMap,
  point: Point,
  margin: number,
): string | null {
  for (const layers of order) {
    const map = mapOf(layers[0] ?? '');
    const present = layers.filter((layer) => map.getLayer(layer) !== undefined);
    if (present.length === 0) continue;
    const isArea = layers[0] === 'tank' || layers[0] === 'enterprise';
    const [x, y] =
      layers[0] === 'enterprise' ? [point.x + margin, point.y + margin] : [point.x, point.y];
    const reach = isArea ? 0 : REACH;
    const hits = map.queryRenderedFeatures(
      [
        [x - reach, y - reach],
        [x + reach, y + reach],
      ],
      { layers: present },
    );
    const code = (hits[0]?.properties['code'] ?? hits[0]?.properties['id']) as unknown;
    if (typeof code === 'string') return code;
  }
  return null;
}
