package windrose.feature.basemap;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import windrose.domain.mapping.Layer;
import windrose.feature.basemap.ParkFolder.AreaFiles;

/** The outlines that make areas: one park boundary in the park's own folder, site boundaries in the others. */
final class Boundaries {
  static final String PARK = "park_boundary";
  static final String SITE = "site_boundary";
  private static final Set<String> DATUMS = Set.of("WGS-84", "CGCS2000");

  private Boundaries() {}

  /** The park's boundary; null when it is missing or there are two, which then stands in the problems. */
  static @Nullable DrawnFeature find(
      List<DrawnFeature> drawn, List<AreaFiles> areas, Problems problems) {
    List<DrawnFeature> boundaries = ofKind(drawn, PARK);
    for (DrawnFeature one : boundaries) {
      if (!one.folder().isEmpty()) {
        problems.add(one.file(), one.id(), "kind", "is '" + SITE + "' in an area's folder");
      }
      checkOutline(one, problems);
    }
    ofKind(drawn, SITE).forEach(one -> checkOutline(one, problems));
    for (AreaFiles area : areas) {
      if (!area.folder().isEmpty()
          && ofKind(drawn, SITE).stream().noneMatch(one -> one.folder().equals(area.folder()))) {
        problems.add(
            area.folder() + "/park.geojson", null, "kind", "no feature of kind '" + SITE + "'");
      }
    }
    List<DrawnFeature> own = boundaries.stream().filter(one -> one.folder().isEmpty()).toList();
    if (own.size() == 1) {
      return own.get(0);
    }
    problems.add(
        "park.geojson",
        null,
        "kind",
        "exactly one feature must be of kind '%s', there are %d".formatted(PARK, own.size()));
    return null;
  }

  private static List<DrawnFeature> ofKind(List<DrawnFeature> drawn, String kind) {
    return drawn.stream()
        .filter(one -> one.feature().layer() == Layer.PARK && kind.equals(one.feature().kind()))
        .toList();
  }

  private static void checkOutline(DrawnFeature outline, Problems problems) {
    if (outline.feature().geometry().getDimension() != 2) {
      problems.add(outline.file(), outline.id(), "geometry", "must be a Polygon or MultiPolygon");
    }
    Object datum = outline.feature().properties().getOrDefault("datum", "WGS-84");
    if (!(datum instanceof String name) || !DATUMS.contains(name)) {
      problems.add(
          outline.file(),
          outline.id(),
          "datum",
          "'%s' is not taken; convert the coordinates to WGS-84 first".formatted(datum));
    }
  }
}
