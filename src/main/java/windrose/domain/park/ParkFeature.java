package windrose.domain.park;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import windrose.domain.mapping.Layer;

/** One drawn thing of the park on its layer, with all that its file says about it. */
public record ParkFeature(
    Layer layer,
    String id,
    String nameZh,
    String nameEn,
    @Nullable String kind,
    @Nullable String enterprise,
    Geometry geometry,
    Map<String, Object> properties) {}
