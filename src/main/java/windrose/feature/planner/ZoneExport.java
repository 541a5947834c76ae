package windrose.feature.planner;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.function.BiConsumer;

/** A run's zones for other maps: GeoJSON with all properties, and KML with the levels as styles. */
final class ZoneExport {
  private static final List<String> FILLS = List.of("660000ff", "660080ff", "6600ffff");

  private ZoneExport() {}

  static JsonObject geoJson(JsonObject answer) {
    JsonArray features = new JsonArray();
    eachZone(
        answer,
        (zone, properties) ->
            features.add(
                new JsonObject()
                    .put("type", "Feature")
                    .put("properties", properties)
                    .put("geometry", zone.getJsonObject("geometry"))));
    return new JsonObject()
        .put("type", "FeatureCollection")
        .put("computed_at", answer.getString("computed_at"))
        .put("model_version", answer.getString("model_version"))
        .put("limits_en", answer.getString("limits_en"))
        .put("limits_zh", answer.getString("limits_zh"))
        .put("features", features);
  }

  static String kml(JsonObject answer) {
    StringBuilder kml = new StringBuilder(16_000);
    kml.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
        .append("<kml xmlns=\"http://www.opengis.net/kml/2.2\"><Document><name>")
        .append(text("Windrose " + answer.getJsonObject("substance").getString("name_en")))
        .append("</name><description>")
        .append(text(answer.getString("limits_en")))
        .append("</description>\n");
    for (int i = 0; i < FILLS.size(); i++) {
      kml.append(
          "<Style id=\"z%d\"><PolyStyle><color>%s</color></PolyStyle></Style>\n"
              .formatted(i, FILLS.get(i)));
    }
    eachZone(answer, (zone, properties) -> placemark(kml, zone, properties));
    return kml.append("</Document></kml>\n").toString();
  }

  private static void placemark(StringBuilder kml, JsonObject zone, JsonObject properties) {
    JsonArray polygons = zone.getJsonObject("geometry").getJsonArray("coordinates");
    if (polygons.isEmpty()) {
      return;
    }
    String name =
        "%s, %s, %s"
            .formatted(
                properties.getString("case"),
                properties.getString("hazard"),
                zone.getString("level"));
    kml.append("<Placemark><name>")
        .append(text(name))
        .append(
            "</name><styleUrl>#z%d</styleUrl><MultiGeometry>"
                .formatted(Math.min(properties.getInteger("rank"), FILLS.size() - 1)));
    for (Object polygon : polygons) {
      JsonArray rings = (JsonArray) polygon;
      kml.append("<Polygon>");
      for (int i = 0; i < rings.size(); i++) {
        String border = i == 0 ? "outerBoundaryIs" : "innerBoundaryIs";
        kml.append("<%s><LinearRing><coordinates>".formatted(border));
        for (Object position : rings.getJsonArray(i)) {
          JsonArray at = (JsonArray) position;
          kml.append(at.getDouble(0)).append(',').append(at.getDouble(1)).append(' ');
        }
        kml.append("</coordinates></LinearRing></%s>".formatted(border));
      }
      kml.append("</Polygon>");
    }
    kml.append("</MultiGeometry></Placemark>\n");
  }

  private static void eachZone(JsonObject answer, BiConsumer<JsonObject, JsonObject> take) {
    for (Object one : answer.getJsonArray("cases")) {
      JsonObject source = (JsonObject) one;
      for (Object each : source.getJsonArray("hazards")) {
        JsonObject hazard = (JsonObject) each;
        JsonArray zones = hazard.getJsonArray("zones", new JsonArray());
        for (int rank = 0; rank < zones.size(); rank++) {
          JsonObject zone = zones.getJsonObject(rank);
          JsonObject properties = zone.copy();
          properties.remove("geometry");
          properties
              .put("case", source.getString("id"))
              .put("hazard", hazard.getString("hazard"))
              .put("model", hazard.getString("model"))
              .put("rank", rank);
          take.accept(zone, properties);
        }
      }
    }
  }

  private static String text(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
