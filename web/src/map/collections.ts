import type { ParkModel, ParkObject } from '../live/parkModel';
import { cameraView } from './cameraView';

/** What each camera with a known field looks over. */
export function cameraViewsOf(model: ParkModel): GeoJSON.FeatureCollection {
  const features: GeoJSON.Feature[] = [];
  for (const station of model.stations.values()) {
    const geometry = station.kind === 'cctv' ? cameraView(station) : null;
    if (geometry !== null) features.push({ type: 'Feature', properties: {}, geometry });
  }
  return { type: 'FeatureCollection', features };
}

/** Objects of the park as features, each by its code. */
export function collectionOf(
  objects: Iterable<ParkObject>,
  shape: (geometry: GeoJSON.Geometry) => GeoJSON.Geometry = (geometry) => geometry,
): GeoJSON.FeatureCollection {
  const features = [...objects].map((object): GeoJSON.Feature => ({
    type: 'Feature',
    id: object.code,
    properties: { ...object.properties, code: object.code },
    geometry: shape(object.geometry),
  }));
  return { type: 'FeatureCollection', features };
}
