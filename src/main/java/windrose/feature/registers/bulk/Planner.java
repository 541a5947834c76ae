package windrose.feature.registers.bulk;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import windrose.domain.access.ViewScope;
import windrose.domain.geo.Datum;
import windrose.domain.geo.LonLat;
import windrose.domain.geo.Surroundings;
import windrose.domain.park.Series;
import windrose.domain.park.Station;
import windrose.domain.table.CsvRow;
import windrose.domain.table.CsvTable;
import windrose.feature.registers.RegisteredSeries;
import windrose.feature.registers.RegisteredStation;
import windrose.feature.registers.RegistersFeature;
import windrose.feature.registers.StationLink;
import windrose.feature.registers.editing.SeriesCheck;
import windrose.feature.registers.editing.SeriesDraft;
import windrose.feature.registers.editing.StationCheck;
import windrose.feature.registers.editing.StationDraft;

/** Finds out what a table would do and every reason why it cannot; an empty cell leaves a known value as it is. */
final class Planner {
  private final RegistersFeature registers;
  private final ViewScope scope;
  private final List<RowProblem> problems = new ArrayList<>();
  private final Map<String, StationDraft> stations = new LinkedHashMap<>();
  private final Map<String, SeriesDraft> series = new LinkedHashMap<>();
  private final Map<String, RowReader> rowOf = new HashMap<>();

  Planner(RegistersFeature registers, ViewScope scope) {
    this.registers = registers;
    this.scope = scope;
  }

  ImportPlan plan(CsvTable table) {
    for (String column : table.columns()) {
      if (!Columns.ALL.contains(column)) {
        problems.add(
            new RowProblem(
                1, column, null, "没有这一列;请使用模板。", "there is no such column; use the template."));
      }
    }
    if (!table.columns().contains("code")) {
      problems.add(new RowProblem(1, "code", null, "缺少 code 列。", "the column 'code' is missing."));
    }
    for (CsvRow row : table.rows()) {
      read(new RowReader(row, problems));
    }
    check();
    return sorted(table.rows().size());
  }

  private void read(RowReader row) {
    String code = row.text("code", null);
    if (code.isEmpty()) {
      return;
    }
    boolean first = !stations.containsKey(code);
    Optional<RegisteredStation> known = registers.findRegistered(code);
    if (known.isPresent() && !known.get().isShownTo(scope)) {
      row.wrong("code", "不在您的可见范围内。", "lies outside your view.");
      return;
    }
    if (known.isPresent() && !known.get().isInUse()) {
      row.wrong("code", "该站点已停用,请先恢复。", "the station is retired; reinstate it first.");
      return;
    }
    if (first) {
      rowOf.put(code, row);
      station(code, known, row).ifPresent(draft -> stations.put(code, draft));
    }
    Optional<String> sensor = row.find("sensor");
    if (sensor.isPresent()) {
      series(code, sensor.get(), row);
    } else {
      for (String column : Columns.OF_SERIES) {
        if (row.find(column).isPresent()) {
          row.wrong("sensor", "填了测点信息但没有 sensor。", "values of a sensor without its code.");
          return;
        }
      }
    }
  }

  private Optional<StationDraft> station(
      String code, Optional<RegisteredStation> known, RowReader row) {
    @Nullable Station old = known.map(RegisteredStation::station).orElse(null);
    StationLink link = known.map(RegisteredStation::link).orElse(StationLink.NONE);
    Optional<LonLat> position = position(row, old);
    String mn = row.optional("mn", link.mn());
    Map<String, Object> properties = new HashMap<>(old == null ? Map.of() : old.properties());
    Double radius = row.number("cover_radius_m", null);
    if (radius != null) {
      properties.put("cover_radius_m", radius);
    }
    if (mn != null) {
      properties.put("mn", mn);
    }
    if (position.isEmpty()) {
      return Optional.empty();
    }
    Station station =
        new Station(
            code,
            row.text("kind", old == null ? null : old.kind()),
            row.text("name_zh", old == null ? null : old.nameZh()),
            row.text("name_en", old == null ? null : old.nameEn()),
            row.optional("enterprise", old == null ? null : old.enterprise()),
            row.optional("asset", old == null ? null : old.asset()),
            position.get(),
            row.number("height_m", old == null ? null : old.heightM()),
            row.optional("protocol", old == null ? null : old.protocol()),
            row.optional("gateway", old == null ? null : old.gateway()),
            properties);
    List<String> addresses =
        row.find("addresses")
            .map(text -> List.of(text.strip().split("[;,\\s]+", -1)))
            .orElse(link.addresses());
    return Optional.of(
        new StationDraft(
            station, new StationLink(mn, addresses, row.truth("by_broker", link.byBroker()))));
  }

  private static Optional<LonLat> position(RowReader row, @Nullable Station old) {
    int before = row.problemCount();
    Double lon = row.number("lon", null);
    Double lat = row.number("lat", null);
    String title = row.text("datum", Datum.WGS_84.title());
    Optional<Datum> datum = Datum.find(title);
    if (datum.isEmpty()) {
      row.wrong(
          "datum",
          "须为 WGS-84、CGCS2000、GCJ-02 或 BD-09。",
          "must be WGS-84, CGCS2000, GCJ-02 or BD-09.");
      return Optional.empty();
    }
    if (lon == null && lat == null && old != null && row.problemCount() == before) {
      return Optional.of(old.position());
    }
    if (lon == null || lat == null) {
      if (row.problemCount() == before) {
        row.wrong(lon == null ? "lon" : "lat", "缺少坐标。", "the position is missing.");
      }
      return Optional.empty();
    }
    Optional<String> complaint = Surroundings.complaintOnEarth(lon, lat);
    if (complaint.isPresent()) {
      row.wrong("lon", "不是经纬度(经度在前)。", complaint.get());
      return Optional.empty();
    }
    return Optional.of(datum.get().toWgs84(new LonLat(lon, lat)));
  }

  private void series(String code, String sensor, RowReader row) {
    String id = code + "/" + sensor;
    if (series.containsKey(id)) {
      row.wrong("sensor", "该测点在文件中出现两次。", "this sensor stands there twice.");
      return;
    }
    Optional<RegisteredSeries> known = registers.findSeries(id);
    if (known.isPresent() && !known.get().isInUse()) {
      row.wrong("sensor", "该测点已停用,请换一个编码。", "this sensor is retired; take another code.");
      return;
    }
    @Nullable Series old = known.map(RegisteredSeries::series).orElse(null);
    Double interval = row.number("interval_s", old == null ? null : (double) old.intervalS());
    if (interval == null || interval != interval.intValue()) {
      row.wrong("interval_s", "须为整数秒。", "must be a whole number of seconds.");
      return;
    }
    Series one =
        new Series(
            code,
            sensor,
            row.text("factor", old == null ? sensor : old.factor()),
            row.text("sensor_name_zh", old == null ? null : old.nameZh()),
            row.text("sensor_name_en", old == null ? null : old.nameEn()),
            row.optional("cas", old == null ? null : old.cas()),
            row.optional("hj212_code", old == null ? null : old.hj212Code()),
            row.text("unit", old == null ? null : old.unit()),
            row.number("range_low", old == null ? null : old.rangeLow()),
            row.number("range_high", old == null ? null : old.rangeHigh()),
            old == null ? null : old.alarmLow1(),
            old == null ? null : old.alarmLow2(),
            old == null ? null : old.alarmHigh1(),
            old == null ? null : old.alarmHigh2(),
            interval.intValue(),
            row.optional("sensor_asset", old == null ? null : old.asset()),
            old == null ? null : old.basis());
    if (old != null && !(old.unit().equals(one.unit()) && old.factor().equals(one.factor()))) {
      row.wrong(
          old.unit().equals(one.unit()) ? "factor" : "unit",
          "已有测点的单位和因子不能用表格修改,请在站点页面上处理。",
          "unit and factor of a known sensor are changed on its page, with a reason, not by a table.");
      return;
    }
    String medium = known.map(found -> found.care().medium()).orElse(null);
    rowOf.put(id, row);
    series.put(id, new SeriesDraft(one, row.optional("medium", medium)));
  }

  private void check() {
    StationCheck check = new StationCheck(registers);
    stations.forEach(
        (code, draft) -> {
          RowReader row = rowOf.get(code);
          if (row == null) {
            return;
          }
          check
              .check(draft, stations)
              .forEach(
                  complaint ->
                      row.wrongOnce(
                          Columns.ofStationField(complaint.field()),
                          complaint.zh(),
                          complaint.en()));
          if (!new RegisteredStation(draft.station(), null).isShownTo(scope)) {
            row.wrong("enterprise", "不在您的可见范围内。", "lies outside your view.");
          }
        });
    series.forEach(
        (id, draft) -> {
          RowReader row = rowOf.get(id);
          if (row != null) {
            SeriesCheck.check(draft)
                .forEach(
                    complaint ->
                        row.wrongOnce(
                            Columns.ofSeriesField(complaint.field()),
                            complaint.zh(),
                            complaint.en()));
          }
        });
  }

  private ImportPlan sorted(int rows) {
    List<StationDraft> newStations = new ArrayList<>();
    List<StationDraft> changedStations = new ArrayList<>();
    List<SeriesDraft> newSeries = new ArrayList<>();
    List<SeriesDraft> changedSeries = new ArrayList<>();
    List<JsonObject> changed = new ArrayList<>();
    int unchanged = 0;
    for (Map.Entry<String, StationDraft> one : stations.entrySet()) {
      Optional<RegisteredStation> old = registers.findRegistered(one.getKey());
      if (old.isEmpty()) {
        newStations.add(one.getValue());
      } else if (differs(one.getValue().changedFields(old.get()), one.getKey(), changed)) {
        changedStations.add(one.getValue());
      } else {
        unchanged++;
      }
    }
    for (Map.Entry<String, SeriesDraft> one : series.entrySet()) {
      Optional<RegisteredSeries> old = registers.findSeries(one.getKey());
      if (old.isEmpty()) {
        newSeries.add(one.getValue());
      } else if (differs(one.getValue().changedFields(old.get()), one.getKey(), changed)) {
        changedSeries.add(one.getValue());
      } else {
        unchanged++;
      }
    }
    problems.sort(Comparator.comparingInt(RowProblem::row));
    return new ImportPlan(
        rows,
        List.copyOf(problems),
        newStations,
        changedStations,
        newSeries,
        changedSeries,
        changed,
        unchanged);
  }

  private static boolean differs(JsonObject changes, String id, List<JsonObject> changed) {
    if (changes.isEmpty()) {
      return false;
    }
    changed.add(
        new JsonObject()
            .put("id", id)
            .put("fields", new JsonArray(changes.fieldNames().stream().sorted().toList()))
            .put("new", changes));
    return true;
  }
}
