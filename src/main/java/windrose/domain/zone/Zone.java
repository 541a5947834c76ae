package windrose.domain.zone;

import org.locationtech.jts.geom.MultiPolygon;

/**
 * Where a level is reached.
 *
 * @param level in the unit of what was contoured: kg/m³, a toxic load, a probability
 * @param area in metres of the park's local frame or of the cloud's own axes, as its maker says; empty when nowhere
 */
public record Zone(double level, MultiPolygon area) {}
