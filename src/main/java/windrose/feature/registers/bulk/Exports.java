package windrose.feature.registers.bulk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import windrose.domain.access.ViewScope;
import windrose.domain.park.Series;
import windrose.domain.park.Station;
import windrose.feature.registers.RegisteredSeries;
import windrose.feature.registers.RegisteredStation;
import windrose.feature.registers.RegistersFeature;

/** The rows of the template and of the register itself, in the columns of the import. */
final class Exports {
  private Exports() {}

  /** The heading and two examples; examples begin with EXAMPLE so that nobody imports them by mistake unnoticed. */
  static List<List<String>> template() {
    return List.of(
        Columns.ALL,
        List.of(
            "EXAMPLE-GD-1",
            "gas_detector",
            "示例:硫化氢探测器",
            "Example: H2S detector",
            "",
            "",
            "116.0156",
            "35.0181",
            "WGS-84",
            "0.4",
            "mqtt",
            "",
            "",
            "",
            "false",
            "4",
            "h2s",
            "h2s",
            "硫化氢",
            "Hydrogen sulfide",
            "7783-06-4",
            "",
            "",
            "mg/m3",
            "0",
            "30",
            "10",
            ""),
        List.of(
            "EXAMPLE-AQ-1",
            "air_standard",
            "示例:空气站",
            "Example: air station",
            "",
            "",
            "116.02",
            "35.02",
            "GCJ-02",
            "",
            "hj212",
            "",
            "EXAMPLEMN0001",
            "10.0.0.0/8",
            "false",
            "",
            "pm25",
            "pm25",
            "PM2.5",
            "PM2.5",
            "",
            "",
            "a34004",
            "ug/m3",
            "0",
            "1000",
            "3600",
            ""));
  }

  static List<List<String>> of(RegistersFeature registers, ViewScope scope) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(Columns.ALL);
    for (RegisteredStation one : registers.listAllStations(scope)) {
      if (one.isInUse()) {
        List<RegisteredSeries> series = registers.listSeries(one.code());
        if (series.isEmpty()) {
          rows.add(row(cells(one, scope)));
        }
        for (RegisteredSeries each : series) {
          Map<String, String> cells = cells(one, scope);
          add(cells, each);
          rows.add(row(cells));
        }
      }
    }
    return rows;
  }

  private static List<String> row(Map<String, String> cells) {
    return Columns.ALL.stream().map(column -> cells.getOrDefault(column, "")).toList();
  }

  private static Map<String, String> cells(RegisteredStation one, ViewScope scope) {
    Station station = one.station();
    Map<String, String> cells = new HashMap<>();
    cells.put("code", station.code());
    cells.put("kind", station.kind());
    cells.put("name_zh", station.nameZh());
    cells.put("name_en", station.nameEn());
    put(cells, "enterprise", station.enterprise());
    put(cells, "asset", station.asset());
    cells.put("lon", String.valueOf(station.position().lon()));
    cells.put("lat", String.valueOf(station.position().lat()));
    cells.put("datum", "WGS-84");
    put(cells, "height_m", station.heightM());
    if (scope.shows(windrose.domain.access.FieldClass.INTERNAL)) {
      put(cells, "protocol", station.protocol());
      put(cells, "gateway", station.gateway());
      put(cells, "mn", one.link().mn());
      cells.put("addresses", String.join(";", one.link().addresses()));
      cells.put("by_broker", String.valueOf(one.link().byBroker()));
    }
    put(cells, "cover_radius_m", station.properties().get("cover_radius_m"));
    return cells;
  }

  private static void add(Map<String, String> cells, RegisteredSeries one) {
    Series series = one.series();
    cells.put("sensor", series.sensor());
    cells.put("factor", series.factor());
    cells.put("sensor_name_zh", series.nameZh());
    cells.put("sensor_name_en", series.nameEn());
    put(cells, "cas", series.cas());
    put(cells, "medium", one.care().medium());
    put(cells, "hj212_code", series.hj212Code());
    cells.put("unit", series.unit());
    put(cells, "range_low", series.rangeLow());
    put(cells, "range_high", series.rangeHigh());
    cells.put("interval_s", String.valueOf(series.intervalS()));
    put(cells, "sensor_asset", series.asset());
  }

  private static void put(Map<String, String> cells, String column, @Nullable Object value) {
    if (value != null) {
      cells.put(column, String.valueOf(value));
    }
  }
}
