package windrose.feature.registers.bulk;

import java.util.List;
import java.util.Set;

/** The columns of the table, in the order of the template. */
final class Columns {
  static final List<String> ALL =
      List.of(
          "code",
          "kind",
          "name_zh",
          "name_en",
          "enterprise",
          "asset",
          "lon",
          "lat",
          "datum",
          "height_m",
          "protocol",
          "gateway",
          "mn",
          "addresses",
          "by_broker",
          "cover_radius_m",
          "sensor",
          "factor",
          "sensor_name_zh",
          "sensor_name_en",
          "cas",
          "medium",
          "hj212_code",
          "unit",
          "range_low",
          "range_high",
          "interval_s",
          "sensor_asset");
  static final Set<String> OF_SERIES =
      Set.of(
          "factor",
          "sensor_name_zh",
          "sensor_name_en",
          "cas",
          "medium",
          "hj212_code",
          "unit",
          "range_low",
          "range_high",
          "interval_s",
          "sensor_asset");

  private Columns() {}

  /** The column of a field of a series as its checks name it. */
  static String ofSeriesField(String field) {
    return switch (field) {
      case "name_zh", "name_en", "asset" -> "sensor_" + field;
      default -> field;
    };
  }

  /** The column of a field of a station as its checks name it. */
  static String ofStationField(String field) {
    if (field.equals("position")) {
      return "lon";
    }
    return field.startsWith("properties/") ? field.substring("properties/".length()) : field;
  }
}
