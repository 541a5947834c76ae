import type { Station } from '../live/parkModel';
import { numberOf } from '../live/parkModel';

const METRES_PER_DEGREE = 111_320;
const STEP_DEG = 4;

/** What a camera looks over: a sector of its bearing, angle and range; null where the register lacks one of them. */
export function cameraView(camera: Station): GeoJSON.Polygon | null {
  const bearing = numberOf(camera, 'bearing_deg');
  const angle = numberOf(camera, 'fov_deg');
  const range = numberOf(camera, 'range_m');
  if (bearing === null || angle === null || range === null) return null;
  const [lon, lat] = camera.at;
  const squeeze = Math.cos((lat * Math.PI) / 180);
  const ring: GeoJSON.Position[] = [[lon, lat]];
  const steps = Math.max(2, Math.ceil(angle / STEP_DEG));
  for (let step = 0; step <= steps; step++) {
    const direction = ((bearing - angle / 2 + (angle * step) / steps) * Math.PI) / 180;
    const east = (Math.sin(direction) * range) / METRES_PER_DEGREE / squeeze;
    const north = (Math.cos(direction) * range) / METRES_PER_DEGREE;
    ring.push([lon + east, lat + north]);
  }
  ring.push([lon, lat]);
  return { type: 'Polygon', coordinates: [ring] };
}
