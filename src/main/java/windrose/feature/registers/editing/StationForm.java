package windrose.feature.registers.editing;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import windrose.domain.geo.Datum;
import windrose.domain.geo.LonLat;
import windrose.domain.geo.Surroundings;
import windrose.domain.park.Station;
import windrose.feature.registers.StationLink;
import windrose.platform.web.Fields;
import windrose.platform.web.Problem;

/** Reads a station from the body of a request; positions become WGS-84 here and nowhere later. */
final class StationForm {
  private StationForm() {}

  static StationDraft read(String code, Fields body) {
    String mn = body.findString("mn").orElse(null);
    Station station =
        new Station(
            code,
            body.getString("kind"),
            body.getString("name_zh"),
            body.getString("name_en"),
            body.findString("enterprise").orElse(null),
            body.findString("asset").orElse(null),
            position(body),
            body.findNumber("height_m").map(Number::doubleValue).orElse(null),
            body.findString("protocol").orElse(null),
            body.findString("gateway").orElse(null),
            properties(body.findObject("properties").orElse(new JsonObject()), mn));
    StationLink link =
        new StationLink(
            mn, body.getStrings("addresses"), body.findBoolean("by_broker").orElse(false));
    body.refuseOthers();
    return new StationDraft(station, link);
  }

  private static LonLat position(Fields body) {
    JsonArray pair =
        body.findArray("position")
            .orElseThrow(() -> Problem.invalidField("/position", "'position' is missing."));
    if (pair.size() != 2
        || !(pair.getValue(0) instanceof Number lon)
        || !(pair.getValue(1) instanceof Number lat)) {
      throw Problem.invalidField("/position", "'position' must be [longitude, latitude].");
    }
    String title = body.findString("datum").orElse(Datum.WGS_84.title());
    Datum datum =
        Datum.find(title)
            .orElseThrow(
                () ->
                    Problem.invalidField(
                        "/datum", "'datum' must be WGS-84, CGCS2000, GCJ-02 or BD-09."));
    Surroundings.complaintOnEarth(lon.doubleValue(), lat.doubleValue())
        .ifPresent(
            complaint -> {
              throw Problem.invalidField("/position", complaint);
            });
    return datum.toWgs84(new LonLat(lon.doubleValue(), lat.doubleValue()));
  }

  /** The park's files keep the device number among the properties; both places must say the same. */
  static Map<String, Object> properties(JsonObject given, @Nullable String mn) {
    Map<String, Object> properties = new HashMap<>();
    given.forEach(
        entry -> {
          if (entry.getValue() != null && !entry.getKey().equals("mn")) {
            properties.put(entry.getKey(), plain(entry.getValue()));
          }
        });
    if (mn != null) {
      properties.put("mn", mn);
    }
    return properties;
  }

  private static Object plain(Object value) {
    if (value instanceof JsonArray list) {
      return list.getList();
    }
    return value instanceof JsonObject object ? object.getMap() : value;
  }
}
