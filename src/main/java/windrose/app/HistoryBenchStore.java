package windrose.app;

import io.vertx.core.Future;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import windrose.platform.db.Sql;

/** Makes the readings of the history benchmark inside the database, and weighs its tables. */
final class HistoryBenchStore {
  private final String park;

  HistoryBenchStore(String park) {
    this.park = park;
  }

  /** One station with so many series of one interval; returns nothing, they are found through the register. */
  Future<Void> register(Sql sql, String station, int series, int intervalS) {
    return sql.run(
            """
            insert into station (park_id, code, kind, name_zh, name_en, lon, lat, properties)
            values ($1, $2, 'gas_detector', '测试', 'Bench', 116, 35, '{}')
            """,
            park,
            station)
        .compose(
            done ->
                sql.run(
                    """
                    insert into series (park_id, station, sensor, factor, name_zh, name_en, unit, interval_s)
                    select $1, $2, 's' || n, 'nh3', '氨', 'Ammonia', 'mg/m3', $4
                    from generate_series(1, $3) n
                    """,
                    park,
                    station,
                    series,
                    intervalS))
        .mapEmpty();
  }

  /**
   * The readings of one day in the order in which they would have arrived: values that wander and jitter with two decimals,
   * received 5 to 80 ms later.
   */
  Future<Long> fillDay(Sql sql, LocalDate day, List<Long> series, int intervalS) {
    return sql.run("select ensure_reading_day($1)", day)
        .compose(
            done ->
                sql.run(
                    """
                    insert into reading (park_id, series, at, received, value, quality)
                    select $1, key, at, at + (5000 + random() * 75000)::int * interval '1 microsecond',
                      round((20 + 5 * sin(extract(epoch from at) / 7000 + key) + random() * 0.6) * 100) / 100, 0
                    from generate_series($2::timestamptz, $2::timestamptz + interval '1 day' - interval '1 s',
                      $4 * interval '1 second') at
                    cross join unnest($3::bigint[]) key
                    """,
                    park,
                    OffsetDateTime.of(day, java.time.LocalTime.MIDNIGHT, java.time.ZoneOffset.UTC),
                    series.toArray(Long[]::new),
                    intervalS))
        .map(rows -> (long) rows.rowCount());
  }

  /** Bytes of a table with its partitions, indexes and long values. */
  Future<Long> bytes(Sql sql, String table) {
    return sql.run(
            """
            select coalesce(sum(pg_total_relation_size(relid)), 0)::bigint as bytes
            from pg_partition_tree($1::text::regclass) where isleaf
            """,
            table)
        .map(rows -> rows.iterator().next().getLong("bytes"));
  }

  Future<Long> plainBytes(Sql sql, String table) {
    return sql.run("select pg_total_relation_size($1::text::regclass) as bytes", table)
        .map(rows -> rows.iterator().next().getLong("bytes"));
  }

  /** The hours of one series summed by the database from plain rows: what a park without roll-ups would wait for. */
  Future<Integer> sumPlain(Sql sql, long series, OffsetDateTime from, OffsetDateTime to) {
    return sql.run(
            """
            select date_bin('2 hours', at, '2000-01-01 00:00:00+00') as bucket,
              min(value) as low, avg(value) as mean, max(value) as high, count(*) as readings
            from reading
            where park_id = $1 and series = $2 and at >= $3 and at < $4
            group by 1 order by 1
            """,
            park,
            series,
            from,
            to)
        .map(rows -> rows.size());
  }

  /** The newest row of each series from plain rows. */
  Future<Integer> newestPlain(Sql sql, List<Long> series, OffsetDateTime since) {
    return sql.run(
            """
            select r.series, r.at, r.value
            from unnest($2::bigint[]) as wanted (series)
            cross join lateral (
              select series, at, value from reading
              where park_id = $1 and series = wanted.series and at >= $3
              order by at desc limit 1) r
            """,
            park,
            series.toArray(Long[]::new),
            since)
        .map(rows -> rows.size());
  }

  Future<Long> count(Sql sql, String table) {
    String statement =
        switch (table) {
          case "reading" -> "select count(*) as n from reading";
          case "reading_chunk" ->
              "select coalesce(sum(readings), 0)::bigint as n from reading_chunk";
          default -> "select count(*) as n from reading_rollup";
        };
    return sql.run(statement).map(rows -> rows.iterator().next().getLong("n"));
  }

  /** Fills the table of newest readings from plain rows, as they would stand had the readings come through the server. */
  Future<Void> rememberNewest(Sql sql, List<Long> series, OffsetDateTime since) {
    return sql.run(
            """
            insert into reading_latest (park_id, series, at, received, value, quality)
            select $1, r.series, r.at, r.received, r.value, r.quality
            from unnest($2::bigint[]) as wanted (series)
            cross join lateral (
              select series, at, received, value, quality from reading
              where park_id = $1 and series = wanted.series and at >= $3
              order by at desc limit 1) r
            """,
            park,
            series.toArray(Long[]::new),
            since)
        .mapEmpty();
  }
}
