/** The centre of gravity of a shape's outer ring: where its name stands, once and not once a tile. */
export function middleOf(geometry: GeoJSON.Geometry): GeoJSON.Point {
  const ring = outerRing(geometry);
  const [originX = 0, originY = 0] = ring[0] ?? [];
  let [area, x, y] = [0, 0, 0];
  for (let index = 0; index + 1 < ring.length; index += 1) {
    const [ax, ay] = relative(ring[index], originX, originY);
    const [bx, by] = relative(ring[index + 1], originX, originY);
    const cross = ax * by - bx * ay;
    area += cross;
    x += (ax + bx) * cross;
    y += (ay + by) * cross;
  }
  const at = area === 0 ? [originX, originY] : [originX + x / (3 * area), originY + y / (3 * area)];
  return { type: 'Point', coordinates: at };
}

/** The same objects as points, for their names. */
export function pointsOf(shapes: GeoJSON.FeatureCollection): GeoJSON.FeatureCollection {
  const features = shapes.features.map((shape) => ({
    ...shape,
    geometry: middleOf(shape.geometry),
  }));
  return { type: 'FeatureCollection', features };
}

function outerRing(geometry: GeoJSON.Geometry): GeoJSON.Position[] {
  switch (geometry.type) {
    case 'Point':
      return [geometry.coordinates];
    case 'Polygon':
      return geometry.coordinates[0] ?? [];
    case 'MultiPolygon':
      return geometry.coordinates[0]?.[0] ?? [];
    default:
      return [];
  }
}

/** Degrees from the first corner: small numbers keep their digits. */
function relative(
  position: GeoJSON.Position | undefined,
  originX: number,
  originY: number,
): [number, number] {
  return [(position?.[0] ?? originX) - originX, (position?.[1] ?? originY) - originY];
}
