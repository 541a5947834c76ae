package windrose.feature.simulator.cameras;

import windrose.domain.geo.LocalPoint;

/** A straight stretch of road on which trucks are seen now and then. */
record RoadPiece(LocalPoint from, LocalPoint to, double widthM, long seed) {
  double lengthM() {
    return from.distanceM(to);
  }
}
