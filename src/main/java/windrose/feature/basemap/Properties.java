package windrose.feature.basemap;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import windrose.domain.geo.LonLat;
import windrose.domain.geo.Surroundings;

/** The properties of one feature, typed; a wrong type was complained about before and is absent here. */
final class Properties {
  private final DrawnFeature owner;
  private final Map<String, Object> map;
  private final Problems problems;

  Properties(DrawnFeature owner, Problems problems) {
    this.owner = owner;
    this.map = owner.feature().properties();
    this.problems = problems;
  }

  @Nullable String findText(String name) {
    Object value = map.get(name);
    if (value == null || value instanceof String) {
      return (String) value;
    }
    problems.add(owner.file(), owner.id(), name, "'%s' must be a text".formatted(value));
    return null;
  }

  /** A text that must be there; when it is not, the problem is noted and the answer only keeps the reader going. */
  String getText(String name) {
    String text = findText(name);
    if (text == null) {
      missing(name);
      return "";
    }
    return text;
  }

  @Nullable Double findNumber(String name) {
    return map.get(name) instanceof Number number ? number.doubleValue() : null;
  }

  @Nullable LonLat findPosition(String name) {
    return map.get(name) instanceof List<?> pair
            && pair.size() == 2
            && pair.get(0) instanceof Number lon
            && pair.get(1) instanceof Number lat
            && Surroundings.complaintOnEarth(lon.doubleValue(), lat.doubleValue()).isEmpty()
        ? new LonLat(lon.doubleValue(), lat.doubleValue())
        : null;
  }

  void missing(String name) {
    if (!map.containsKey(name)) {
      problems.add(owner.file(), owner.id(), name, "is missing");
    }
  }
}
