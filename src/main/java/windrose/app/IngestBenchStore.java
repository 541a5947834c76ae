package windrose.app;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import windrose.app.load.LoadPlan;
import windrose.platform.db.Sql;
import windrose.platform.secret.Secret;

/** The park of the ingest benchmark, and what it asks of the database behind the server's back. */
final class IngestBenchStore {
  private final String park;

  IngestBenchStore(String park) {
    this.park = park;
  }

  /** Gateways with their secrets, stations they own, and ten series of each. */
  Future<Void> createPark(Sql sql, LoadPlan plan) {
    List<String> codes = new ArrayList<>();
    List<String> gateways = new ArrayList<>();
    List<Buffer> secrets = new ArrayList<>();
    List<String> owners = new ArrayList<>();
    for (int i = 0; i < plan.connections(); i++) {
      owners.add(LoadPlan.gateway(i));
      secrets.add(Buffer.buffer(Secret.hash(LoadPlan.secret(i))));
      codes.add(LoadPlan.gateway(i));
      gateways.add("");
    }
    for (int i = 0; i < plan.stations(); i++) {
      codes.add(LoadPlan.station(i));
      gateways.add(LoadPlan.gateway(i % plan.connections()));
    }
    return sql.run(
            """
            insert into station (park_id, code, kind, name_zh, name_en, lon, lat, gateway, properties)
            select $1, code, 'gas_detector', code, code, 121, 31, nullif(gateway, ''), '{}'
            from unnest($2::text[], $3::text[]) as t (code, gateway)
            """,
            park,
            codes.toArray(String[]::new),
            gateways.toArray(String[]::new))
        .compose(
            done ->
                sql.run(
                    """
                    insert into device_secret (park_id, station, sha256, issued_at, issued_by)
                    select $1, code, hash, now(), 'bench'
                    from unnest($2::text[], $3::bytea[]) as t (code, hash)
                    """,
                    park,
                    owners.toArray(String[]::new),
                    secrets.toArray(Buffer[]::new)))
        .compose(
            done ->
                sql.run(
                    """
                    insert into series (park_id, station, sensor, factor, name_zh, name_en, unit,
                      range_low, range_high, interval_s)
                    select $1, code, 's' || number, 'nh3', code, code, 'mg/m3', 0, 100, 1
                    from station, generate_series(0, $2) as number
                    where park_id = $1 and gateway is not null
                    """,
                    park,
                    LoadPlan.SENSORS - 1))
        .mapEmpty();
  }

  Future<Long> countReadings(Sql sql) {
    return sql.run("select count(*) as n from reading where park_id = $1", park)
        .map(rows -> rows.iterator().next().getLong("n"));
  }

  /** The best that an insert of this schema can do: the arrays are ready, nothing is checked, nobody waits. */
  Future<Integer> insertRaw(Sql sql, Long[] series, OffsetDateTime[] at, Double[] values) {
    return sql.run(
            """
            insert into reading (park_id, series, at, received, value, quality)
            select 'bench-raw', series, at, at, value, 0
            from unnest($1::bigint[], $2::timestamptz[], $3::float8[]) as t (series, at, value)
            """,
            series,
            at,
            values)
        .map(rows -> rows.rowCount());
  }

  Future<Void> ensureToday(Sql sql) {
    return sql.run(
            "select ensure_reading_day($1)", OffsetDateTime.now(ZoneOffset.UTC).toLocalDate())
        .mapEmpty();
  }
}
