package windrose.domain.access;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import windrose.domain.geo.LonLat;

/** Which part of the ground a scope covers. */
public sealed interface Area {
  /** Whether something of this enterprise (null: of nobody) at this position (null: nowhere) is inside. */
  boolean covers(@Nullable String enterprise, @Nullable LonLat position);

  /** Without a fence. */
  record Everywhere() implements Area {
    @Override
    public boolean covers(@Nullable String enterprise, @Nullable LonLat position) {
      return true;
    }
  }

  /** Only what belongs to these enterprises, and nothing that belongs to nobody. */
  record OfEnterprises(Set<String> codes) implements Area {
    public OfEnterprises {
      codes = Set.copyOf(codes);
    }

    @Override
    public boolean covers(@Nullable String enterprise, @Nullable LonLat position) {
      return enterprise != null && codes.contains(enterprise);
    }
  }

  /** Only what stands inside this outline (WGS-84 degrees). */
  record Inside(Geometry outline) implements Area {
    @Override
    public boolean covers(@Nullable String enterprise, @Nullable LonLat position) {
      return position != null
          && outline.covers(
              outline.getFactory().createPoint(new Coordinate(position.lon(), position.lat())));
    }
  }
}
