package windrose.feature.simulator.cameras;

import java.util.List;
import windrose.domain.geo.LocalPoint;

/**
 * A flat area with a surface of its own: road, grass, water, paved yard.
 *
 * @param order what is laid first
 */
record GroundPatch(
    Surface surface, List<LocalPoint> ring, LocalPoint middle, double radiusM, int order) {
  /** What it is made of. */
  enum Surface {
    FIELD,
    GRASS,
    YARD,
    CONCRETE,
    ROAD,
    WATER
  }
}
