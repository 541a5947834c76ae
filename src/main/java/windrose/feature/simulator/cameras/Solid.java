package windrose.feature.simulator.cameras;

import java.util.List;
import windrose.domain.geo.LocalPoint;

/**
 * One thing that stands on the ground, as the painter needs it.
 *
 * @param ring its outline, counter-clockwise, without the closing point
 * @param baseM where it begins above ground: 0 but for pipe racks
 * @param radiusM of the circle with its area
 */
record Solid(
    Form form,
    List<LocalPoint> ring,
    LocalPoint middle,
    double baseM,
    double topM,
    double radiusM) {
  /** How it is drawn. */
  enum Form {
    BLOCK,
    FRAME,
    RACK,
    CYLINDER,
    COLUMN,
    SPHERE,
    LYING,
    COOLING_TOWER,
    SHELL,
    TREE,
    FLARE,
    TRUCK
  }
}
