package windrose.feature.registers;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import windrose.domain.access.ViewScope;
import windrose.domain.geo.LonLat;
import windrose.domain.mapping.Layer;
import windrose.domain.park.Series;
import windrose.domain.park.Station;
import windrose.platform.db.Sql;

/** Reads the registers: enterprises, stations, series, retired ones included, and who works on them. */
final class RegisterStore {
  private final String park;

  RegisterStore(String park) {
    this.park = park;
  }

  Future<List<RegisteredEnterprise>> listEnterprises(Sql sql, ViewScope scope) {
    return sql.run(
            """
            select code, name_zh, name_en, lon, lat, properties, retired_at
            from enterprise where park_id = $1 order by code
            """,
            park)
        .map(
            rows -> {
              List<RegisteredEnterprise> all = new ArrayList<>();
              for (Row row : rows) {
                RegisteredEnterprise one =
                    new RegisteredEnterprise(
                        row.getString("code"),
                        row.getString("name_zh"),
                        row.getString("name_en"),
                        position(row),
                        properties(row),
                        retiredAt(row));
                if (one.isShownTo(scope)) {
                  all.add(one);
                }
              }
              return all;
            });
  }

  Future<List<RegisteredStation>> listStations(Sql sql, ViewScope scope) {
    return sql.run(
            """
            select code, kind, name_zh, name_en, enterprise, asset, lon, lat, height_m, protocol,
              gateway, properties, retired_at, mn, addresses, by_broker, origin, edited, version,
              registered_at
            from station where park_id = $1 order by code
            """,
            park)
        .map(
            rows -> {
              List<RegisteredStation> all = new ArrayList<>();
              for (Row row : rows) {
                RegisteredStation one =
                    new RegisteredStation(
                        station(row), link(row), registration(row), retiredAt(row));
                if (one.isShownTo(scope)) {
                  all.add(one);
                }
              }
              return all;
            });
  }

  Future<List<RegisteredSeries>> listSeries(Sql sql, ViewScope scope) {
    return sql.run(
            """
            select s.key, s.station, s.sensor, s.factor, s.name_zh, s.name_en, s.cas, s.hj212_code,
              s.unit, s.range_low, s.range_high, s.alarm_low1, s.alarm_low2, s.alarm_high1,
              s.alarm_high2, s.interval_s, s.asset, s.basis, s.retired_at, s.medium, s.origin, s.edited,
              s.version, s.registered_at, s.limits_version, s.calibration_last,
              s.calibration_interval_days, s.calibration_certificate,
              t.enterprise, t.lon, t.lat
            from series s join station t on t.park_id = s.park_id and t.code = s.station
            where s.park_id = $1 order by s.key
            """,
            park)
        .map(
            rows -> {
              List<RegisteredSeries> all = new ArrayList<>();
              for (Row row : rows) {
                if (scope.shows(Layer.STATIONS, row.getString("enterprise"), position(row))) {
                  all.add(
                      new RegisteredSeries(
                          row.getLong("key"),
                          series(row),
                          care(row),
                          registration(row),
                          retiredAt(row)));
                }
              }
              return all;
            });
  }

  private static Station station(Row row) {
    return new Station(
        row.getString("code"),
        row.getString("kind"),
        row.getString("name_zh"),
        row.getString("name_en"),
        row.getString("enterprise"),
        row.getString("asset"),
        position(row),
        row.getDouble("height_m"),
        row.getString("protocol"),
        row.getString("gateway"),
        properties(row));
  }

  private static Series series(Row row) {
    return new Series(
        row.getString("station"),
        row.getString("sensor"),
        row.getString("factor"),
        row.getString("name_zh"),
        row.getString("name_en"),
        row.getString("cas"),
        row.getString("hj212_code"),
        row.getString("unit"),
        row.getDouble("range_low"),
        row.getDouble("range_high"),
        row.getDouble("alarm_low1"),
        row.getDouble("alarm_low2"),
        row.getDouble("alarm_high1"),
        row.getDouble("alarm_high2"),
        row.getInteger("interval_s"),
        row.getString("asset"),
        row.getString("basis"));
  }

  private static StationLink link(Row row) {
    return new StationLink(
        row.getString("mn"),
        List.of(row.getArrayOfStrings("addresses")),
        row.getBoolean("by_broker"));
  }

  private static Registration registration(Row row) {
    return new Registration(
        Origin.of(row.getString("origin")),
        Set.of(row.getArrayOfStrings("edited")),
        row.getLong("version"),
        row.getOffsetDateTime("registered_at").toInstant());
  }

  private static SeriesCare care(Row row) {
    LocalDate last = row.getLocalDate("calibration_last");
    return new SeriesCare(
        row.getString("medium"),
        row.getInteger("limits_version"),
        last == null
            ? null
            : new Calibration(
                last,
                row.getInteger("calibration_interval_days"),
                row.getString("calibration_certificate")));
  }

  /** The maintenance that is not over since more than the given moment. */
  Future<List<MaintenanceWindow>> listMaintenance(Sql sql, ViewScope scope, Instant notBefore) {
    return sql.run(
            """
            select m.id, m.station, m.from_at, m.to_at, m.reason, m.who, m.ended_at,
              t.enterprise, t.lon, t.lat
            from station_maintenance m
              join station t on t.park_id = m.park_id and t.code = m.station
            where m.park_id = $1 and (m.to_at is null or m.to_at > $2)
            order by m.from_at desc
            """,
            park,
            notBefore.atOffset(ZoneOffset.UTC))
        .map(
            rows -> {
              List<MaintenanceWindow> all = new ArrayList<>();
              for (Row row : rows) {
                if (scope.shows(Layer.STATIONS, row.getString("enterprise"), position(row))) {
                  all.add(
                      new MaintenanceWindow(
                          row.getUUID("id"),
                          row.getString("station"),
                          row.getOffsetDateTime("from_at").toInstant(),
                          instant(row, "to_at"),
                          row.getString("reason"),
                          row.getString("who"),
                          instant(row, "ended_at")));
                }
              }
              return all;
            });
  }

  private static LonLat position(Row row) {
    return new LonLat(row.getDouble("lon"), row.getDouble("lat"));
  }

  private static Map<String, Object> properties(Row row) {
    return row.getJsonObject("properties").getMap();
  }

  private static @Nullable Instant retiredAt(Row row) {
    return instant(row, "retired_at");
  }

  private static @Nullable Instant instant(Row row, String column) {
    OffsetDateTime at = row.getOffsetDateTime(column);
    return at == null ? null : at.toInstant();
  }
}
