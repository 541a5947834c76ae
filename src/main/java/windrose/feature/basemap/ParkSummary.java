package windrose.feature.basemap;

import java.time.Instant;
import java.util.List;
import windrose.domain.park.ParkArea;

/** The loaded park in a few words. */
public record ParkSummary(
    String code,
    String nameZh,
    String nameEn,
    boolean fictional,
    List<ParkArea> areas,
    String fingerprint,
    Instant importedAt,
    String importedBy) {
  public ParkSummary {
    areas = List.copyOf(areas);
  }
}
