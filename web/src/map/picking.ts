import type { Map as MapLibreMap, Point } from 'maplibre-gl';
import type { LiveMarks } from './marks/LiveMarks';
import { MARGIN_PX } from './TrailingPicture';

/** The layers of small things that a click can hit, what matters most first. */
const order = [
  ['station-alarm', 'station-abnormal', 'station-masts', 'station-gates', 'station-air'],
  ['station-cameras'],
];

/** How far a finger or a pointer may miss a mark, in pixels. */
const REACH = 7;
/** from the middle of a dot */
const DOT_REACH = 11;

interface Drawn {
  readonly above: MapLibreMap;
  readonly ground: MapLibreMap;
  readonly marks: LiveMarks;
}

/** The code of the object under `point`, or null. */
export function pickObject({ above, ground, marks }: Drawn, point: Point): string | null {
  for (const layers of order) {
    const code = hit(above, layers, point, REACH);
    if (code !== null) return code;
  }
  return (
    marks.pick(point, DOT_REACH) ??
    hit(ground, ['enterprise'], { x: point.x + MARGIN_PX, y: point.y + MARGIN_PX }, 0)
  );
}

function hit(
  map: MapLibreMap,
  layers: string[],
  { x, y }: { x: number; y: number },
  reach: number,
): string | null {
  const present = layers.filter((layer) => map.getLayer(layer) !== undefined);
  if (present.length === 0) return null;
  const hits = map.queryRenderedFeatures(
    [
      [x - reach, y - reach],
      [x + reach, y + reach],
    ],
    { layers: present },
  );
  const code: unknown = hits[0]?.properties['code'] ?? hits[0]?.properties['id'];
  return typeof code === 'string' ? code : null;
}
