package windrose.domain.park;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import windrose.domain.geo.LonLat;
import windrose.domain.mapping.Layer;

/**
 * One drawn thing of the park on its layer, with all that its file says about it.
 *
 * @param id unique in the whole park, permanent
 * @param enterprise who it belongs to; an enterprise's own parcel and a public plot belong to themselves
 * @param properties in the file's order, without those that are null there
 */
public record ParkFeature(
    Layer layer,
    String id,
    String nameZh,
    String nameEn,
    @Nullable String kind,
    @Nullable String enterprise,
    Geometry geometry,
    Map<String, Object> properties) {
  public ParkFeature {
    properties = Collections.unmodifiableMap(new LinkedHashMap<>(properties));
  }

  /** A point that surely lies in or on it, for asking whether an area covers it. */
  public LonLat place() {
    Coordinate inside =
        geometry.getNumPoints() == 1
            ? geometry.getCoordinate()
            : geometry.getInteriorPoint().getCoordinate();
    return new LonLat(inside.x, inside.y);
  }
}
