package windrose.feature.basemap;

import windrose.domain.park.ParkFeature;

/**
 * A feature together with the file it was read from, for complaints.
 *
 * @param folder empty for the park itself, else the name of the other area's folder
 */
record DrawnFeature(String file, String folder, ParkFeature feature) {
  String id() {
    return feature.id();
  }
}
