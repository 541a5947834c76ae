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

/** The code of the object under `point`, or null. */
export function pickObject(map: MapLibreMap, point: Point): string | null {
  for (const layers of order) {
    const present = layers.filter((layer) => map.getLayer(layer) !== undefined);
    if (present.length === 0) continue;
    const isArea = layers[0] === 'tank' || layers[0] === 'enterprise';
    const box: [[number, number], [number, number]] = [
      [point.x - REACH, point.y - REACH],
      [point.x + REACH, point.y + REACH],
    ];
    const hits = isArea
      ? map.queryRenderedFeatures(point, { layers: present })
      : map.queryRenderedFeatures(box, { layers: present });
    const code = (hits[0]?.properties['code'] ?? hits[0]?.properties['id']) as unknown;
    if (typeof code === 'string') return code;
  }
  return null;
}
