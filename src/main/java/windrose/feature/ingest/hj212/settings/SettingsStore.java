package windrose.feature.ingest.hj212.settings;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import windrose.domain.hj212.Period;
import windrose.domain.hj212.Statistic;
import windrose.feature.ingest.hj212.settings.StationSettings.Welcome;
import windrose.platform.db.Sql;
import windrose.platform.db.Tx;

/** The tables of connections and mappings of HJ 212 stations. */
final class SettingsStore {
  private final String park;

  SettingsStore(String park) {
    this.park = park;
  }

  /** Succeeds when the database answers. */
  Future<Void> ask(Sql sql) {
    return sql.run("select 1").mapEmpty();
  }

  /** Of the whole park, for the path of every frame; people see one station's only. */
  Future<Map<String, StationSettings>> getStations(Sql sql) {
    return sql.run(
            """
            select station, mn, password_salt, password_sha256, sources, set_time, overtime_s,
              retry_count, real_time_interval_s, minute_interval_min
            from hj212_station where park_id = $1
            """,
            park)
        .map(
            rows -> {
              Map<String, StationSettings> all = new HashMap<>();
              rows.forEach(row -> all.put(row.getString("station"), settings(row)));
              return all;
            });
  }

  private static StationSettings settings(Row row) {
    Buffer salt = row.getBuffer("password_salt");
    Buffer hash = row.getBuffer("password_sha256");
    boolean hasPassword = salt != null && hash != null;
    return new StationSettings(
        row.getString("mn"),
        hasPassword
            ? Optional.of(new DevicePassword(salt.getBytes(), hash.getBytes()))
            : Optional.empty(),
        List.of(row.getArrayOfStrings("sources")),
        new Welcome(
            row.getBoolean("set_time"),
            row.getInteger("overtime_s"),
            row.getInteger("retry_count"),
            row.getInteger("real_time_interval_s"),
            row.getInteger("minute_interval_min")));
  }

  Future<Void> upsertStation(
      Tx tx, String station, StationSettings settings, Instant at, String who) {
    @Nullable DevicePassword password = settings.password().orElse(null);
    Welcome welcome = settings.welcome();
    return tx.run(
            """
            insert into hj212_station (park_id, station, mn, password_salt, password_sha256, sources,
              set_time, overtime_s, retry_count, real_time_interval_s, minute_interval_min,
              changed_at, changed_by)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
            on conflict (park_id, station) do update set
              mn = excluded.mn, password_salt = excluded.password_salt,
              password_sha256 = excluded.password_sha256, sources = excluded.sources,
              set_time = excluded.set_time, overtime_s = excluded.overtime_s,
              retry_count = excluded.retry_count,
              real_time_interval_s = excluded.real_time_interval_s,
              minute_interval_min = excluded.minute_interval_min,
              changed_at = excluded.changed_at, changed_by = excluded.changed_by
            """,
            park,
            station,
            settings.mn(),
            password == null ? null : Buffer.buffer(password.salt()),
            password == null ? null : Buffer.buffer(password.sha256()),
            settings.sources().toArray(new String[0]),
            welcome.setsTime(),
            welcome.overtimeS(),
            welcome.retryCount(),
            welcome.realTimeIntervalS(),
            welcome.minuteIntervalMin(),
            at.atOffset(ZoneOffset.UTC),
            who)
        .mapEmpty();
  }

  /** Of the whole park, for the path of every frame; people see one station's only. */
  Future<List<FactorOverride>> getOverrides(Sql sql) {
    return sql.run(
            """
            select station, factor, period, statistic, sensor, unit, range_low, range_high
            from hj212_mapping where park_id = $1
            order by station, factor, period, statistic
            """,
            park)
        .map(
            rows -> {
              List<FactorOverride> all = new ArrayList<>();
              rows.forEach(row -> all.add(override(row)));
              return all;
            });
  }

  private static FactorOverride override(Row row) {
    return new FactorOverride(
        row.getString("station"),
        row.getString("factor"),
        Period.ofCode(row.getString("period")).orElseThrow(),
        Statistic.ofCode(row.getString("statistic")).orElseThrow(),
        row.getString("sensor"),
        row.getString("unit"),
        row.getDouble("range_low"),
        row.getDouble("range_high"));
  }

  Future<Void> upsertOverride(Tx tx, FactorOverride one, Instant at, String who) {
    return tx.run(
            """
            insert into hj212_mapping (park_id, station, factor, period, statistic, sensor, unit,
              range_low, range_high, changed_at, changed_by)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
            on conflict (park_id, station, factor, period, statistic) do update set
              sensor = excluded.sensor, unit = excluded.unit, range_low = excluded.range_low,
              range_high = excluded.range_high, changed_at = excluded.changed_at,
              changed_by = excluded.changed_by
            """,
            park,
            one.station(),
            one.factor(),
            one.period().code(),
            one.statistic().code(),
            one.sensor(),
            one.unit(),
            one.rangeLow(),
            one.rangeHigh(),
            at.atOffset(ZoneOffset.UTC),
            who)
        .mapEmpty();
  }

  /** Whether there was one. */
  Future<Boolean> deleteOverride(
      Tx tx, String station, String factor, Period period, Statistic statistic) {
    return tx.run(
            """
            delete from hj212_mapping
            where park_id = $1 and station = $2 and factor = $3 and period = $4 and statistic = $5
            """,
            park,
            station,
            factor,
            period.code(),
            statistic.code())
        .map(rows -> rows.rowCount() > 0);
  }
}
