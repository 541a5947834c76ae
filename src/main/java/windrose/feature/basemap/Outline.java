package windrose.feature.basemap;

import io.vertx.core.json.JsonObject;
import org.locationtech.jts.geom.Geometry;

/** A drawn thing as other features reckon with it: its shape in WGS-84 degrees and what its file says. */
public record Outline(String id, JsonObject properties, Geometry geometry) {}
