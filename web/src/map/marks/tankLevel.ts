type Ring = readonly (readonly number[])[];

/** A tank this many times longer than wide lies. */
const LYING_RATIO = 1.3;

/**
 * The part of a tank's outline that its contents fill, drawn as a level seen from above: an upright tank fills from
 * south to north, a lying one along its length. Null when there is nothing to draw.
 */
export function levelShape(outline: GeoJSON.Geometry, fraction: number): GeoJSON.Polygon | null {
  const ring = outline.type === 'Polygon' ? outline.coordinates[0] : undefined;
  if (ring === undefined || fraction <= 0) return null;
  const axis = longAxis(ring);
  const along = (point: readonly number[]): number =>
    (point[0] ?? 0) * axis[0] + (point[1] ?? 0) * axis[1];
  const places = ring.map(along);
  const from = Math.min(...places);
  const limit = from + Math.min(1, fraction) * (Math.max(...places) - from);
  const clipped = clip(ring, (point) => along(point) - limit);
  return clipped.length < 4 ? null : { type: 'Polygon', coordinates: [clipped] };
}

/** The direction, in degrees of longitude and latitude, along which the level rises: across the narrowest width. */
function longAxis(ring: Ring): readonly [number, number] {
  const shrink = Math.cos(((ring[0]?.[1] ?? 0) * Math.PI) / 180);
  const axisAt = (degrees: number): readonly [number, number] => {
    const angle = (degrees * Math.PI) / 180;
    return [Math.cos(angle) * shrink, Math.sin(angle)];
  };
  let narrowest = { degrees: 0, width: Infinity };
  for (let degrees = 0; degrees < 180; degrees += 5) {
    const width = extent(ring, axisAt(degrees));
    if (width < narrowest.width) narrowest = { degrees, width };
  }
  const along = axisAt((narrowest.degrees + 90) % 180);
  return extent(ring, along) > LYING_RATIO * narrowest.width ? along : [0, 1];
}

function extent(ring: Ring, axis: readonly [number, number]): number {
  const places = ring.map((point) => (point[0] ?? 0) * axis[0] + (point[1] ?? 0) * axis[1]);
  return Math.max(...places) - Math.min(...places);
}

/** Cuts a ring by a half plane (inside where `side` ≤ 0) and closes it again. */
function clip(ring: Ring, side: (point: readonly number[]) => number): number[][] {
  const kept: number[][] = [];
  for (let index = 0; index + 1 < ring.length; index += 1) {
    const a = ring[index] ?? [];
    const b = ring[index + 1] ?? [];
    const [sideA, sideB] = [side(a), side(b)];
    if (sideA <= 0) kept.push([...a]);
    if (sideA <= 0 !== sideB <= 0) kept.push(between(a, b, sideA / (sideA - sideB)));
  }
  const first = kept[0];
  if (first !== undefined) kept.push([...first]);
  return kept;
}

function between(a: readonly number[], b: readonly number[], share: number): number[] {
  return [0, 1].map((axis) => (a[axis] ?? 0) + share * ((b[axis] ?? 0) - (a[axis] ?? 0)));
}
