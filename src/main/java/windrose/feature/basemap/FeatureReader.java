package windrose.feature.basemap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import windrose.domain.mapping.Layer;
import windrose.domain.park.ParkFeature;
import windrose.domain.park.PropertyTypes;

/** Reads one GeoJSON feature of a layer and names everything that is wrong with it. */
final class FeatureReader {
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");
  private static final int MOST_NAME_LENGTH = 200;
  private static final Set<Layer> KIND_IS_OPTIONAL =
      Set.of(Layer.ENTERPRISES, Layer.TANKS, Layer.BUNDS, Layer.ROADS);
  private static final Map<Layer, Set<String>> SHAPES =
      Map.of(
          Layer.ENTERPRISES, Set.of("Polygon", "MultiPolygon"),
          Layer.UNITS, Set.of("Polygon", "MultiPolygon"),
          Layer.TANKS, Set.of("Polygon"),
          Layer.BUNDS, Set.of("Polygon"),
          Layer.ROADS, Set.of("LineString"),
          Layer.BUILDINGS, Set.of("Polygon", "MultiPolygon"),
          Layer.PEOPLE, Set.of("Polygon", "MultiPolygon"),
          Layer.SHELTERS, Set.of("Point", "Polygon"),
          Layer.RESOURCES, Set.of("Point"),
          Layer.STATIONS, Set.of("Point"));

  private final String file;
  private final Layer layer;
  private final ObjectMapper mapper;
  private final Problems problems;

  FeatureReader(String file, Layer layer, ObjectMapper mapper, Problems problems) {
    this.file = file;
    this.layer = layer;
    this.mapper = mapper;
    this.problems = problems;
  }

  /** The feature, or nothing when it is so wrong that it cannot be looked at further. */
  Optional<ParkFeature> read(JsonNode json, int number) {
    String id = id(json, number);
    String shownAs = id == null ? "feature " + number : id;
    if (!json.path("type").asText().equals("Feature")) {
      problems.add(file, shownAs, "type", "must be 'Feature'");
    }
    Map<String, Object> properties = properties(json.path("properties"), shownAs);
    String nameZh = text(properties, shownAs, "name_zh");
    String nameEn = text(properties, shownAs, "name_en");
    String kind = string(properties, shownAs, "kind");
    if (kind == null && !KIND_IS_OPTIONAL.contains(layer) && !properties.containsKey("kind")) {
      problems.add(file, shownAs, "kind", "is missing");
    }
    Geometry geometry = geometry(json.path("geometry"), shownAs);
    if (id == null || nameZh == null || nameEn == null || geometry == null) {
      if (id != null) {
        problems.addUnreadable(id);
      }
      return Optional.empty();
    }
    if (!id.equals(properties.getOrDefault("id", id))) {
      problems.add(file, id, "id", "the property says '%s'".formatted(properties.get("id")));
    }
    String enterprise = string(properties, id, "enterprise");
    boolean ownsItself = layer == Layer.ENTERPRISES || "public_plot".equals(kind);
    return Optional.of(
        new ParkFeature(
            layer, id, nameZh, nameEn, kind, ownsItself ? id : enterprise, geometry, properties));
  }

  private @Nullable String id(JsonNode json, int number) {
    JsonNode id = json.path("id");
    if (id.isMissingNode() || id.isNull()) {
      problems.add(
          file,
          "feature " + number,
          "id",
          "is missing (it stands at feature level, beside 'type')");
      return null;
    }
    if (!id.isTextual() || !ID.matcher(id.asText()).matches()) {
      problems.add(
          file,
          "feature " + number,
          "id",
          "%s must be a text of 1 to 64 letters, digits, '-', '_' or '.'".formatted(id));
      return null;
    }
    return id.asText();
  }

  private Map<String, Object> properties(JsonNode json, String shownAs) {
    Map<String, Object> properties = new LinkedHashMap<>();
    if (!json.isObject()) {
      problems.add(file, shownAs, "properties", "is missing");
      return properties;
    }
    json.properties()
        .forEach(
            field -> {
              if (!field.getValue().isNull()) {
                Object value = value(field.getValue());
                properties.put(field.getKey(), value);
                PropertyTypes.complaint(field.getKey(), value)
                    .ifPresent(wrong -> problems.add(file, shownAs, field.getKey(), wrong));
              }
            });
    return properties;
  }

  private Object value(JsonNode json) {
    if (json.isTextual()) {
      return json.textValue();
    }
    if (json.isNumber()) {
      return json.numberValue();
    }
    return json.isBoolean() ? json.booleanValue() : mapper.convertValue(json, Object.class);
  }

  private @Nullable String text(Map<String, Object> properties, String shownAs, String name) {
    if (!properties.containsKey(name)) {
      problems.add(file, shownAs, name, "is missing");
      return null;
    }
    return string(properties, shownAs, name);
  }

  /** A text or nothing; anything else is complained about. */
  private @Nullable String string(Map<String, Object> properties, String shownAs, String name) {
    Object value = properties.get(name);
    if (value == null) {
      return null;
    }
    if (value instanceof String text && !text.isBlank() && text.length() <= MOST_NAME_LENGTH) {
      return text;
    }
    problems.add(
        file,
        shownAs,
        name,
        "'%s' must be a text of 1 to %d characters".formatted(value, MOST_NAME_LENGTH));
    return null;
  }

  private @Nullable Geometry geometry(JsonNode json, String shownAs) {
    try {
      Geometry geometry = GeoJsonGeometry.read(json);
      Set<String> shapes = SHAPES.get(layer);
      if (shapes != null && !shapes.contains(geometry.getGeometryType())) {
        problems.add(
            file,
            shownAs,
            "geometry",
            "%s is not taken here, only %s"
                .formatted(
                    geometry.getGeometryType(),
                    String.join(" or ", shapes.stream().sorted().toList())));
        return null;
      }
      return geometry;
    } catch (GeometryMistake mistake) {
      problems.add(file, shownAs, "geometry", mistake.what());
      return null;
    }
  }
}
