package windrose.feature.basemap;

import java.util.Map;
import org.locationtech.jts.geom.Geometry;

/** A feature of the drawing for those who compute with it: its shape in degrees WGS-84, and what the file says of it. */
public record ParkShape(String id, Geometry geometry, Map<String, Object> properties) {}
