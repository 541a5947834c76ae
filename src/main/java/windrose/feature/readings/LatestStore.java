package windrose.feature.readings;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import windrose.domain.access.ViewScope;
import windrose.domain.measure.Quality;
import windrose.platform.db.Sql;

/** What the database remembers of the newest readings, so that a restart knows them at once. */
final class LatestStore {
  private final String park;

  LatestStore(String park) {
    this.park = park;
  }

  Future<List<StoredReading>> listSaved(Sql sql, ViewScope scope) {
    return sql.run(
            """
            select series, at, received, value, quality from reading_latest
            where park_id = $1 and at >= $2 and at < $3
            """,
            park,
            SqlTime.from(scope.time()),
            SqlTime.to(scope.time()))
        .map(LatestStore::readings);
  }

  Future<Void> save(Sql sql, List<StoredReading> readings) {
    int size = readings.size();
    Long[] series = new Long[size];
    OffsetDateTime[] at = new OffsetDateTime[size];
    OffsetDateTime[] received = new OffsetDateTime[size];
    Double[] values = new Double[size];
    Integer[] qualities = new Integer[size];
    for (int i = 0; i < size; i++) {
      StoredReading reading = readings.get(i);
      series[i] = reading.series();
      at[i] = time(reading.at());
      received[i] = time(reading.received());
      values[i] = reading.value();
      qualities[i] = reading.quality().bits();
    }
    return sql.run(
            """
            insert into reading_latest (park_id, series, at, received, value, quality)
            select $1, series, at, received, value, quality
            from unnest($2::bigint[], $3::timestamptz[], $4::timestamptz[], $5::float8[], $6::int[])
              as newest (series, at, received, value, quality)
            order by series
            on conflict (park_id, series) do update
              set at = excluded.at, received = excluded.received, value = excluded.value,
                quality = excluded.quality
              where excluded.at >= reading_latest.at
            """,
            park,
            series,
            at,
            received,
            values,
            qualities)
        .mapEmpty();
  }

  /** The newest loose reading of each series that is not older than the moment given for it. */
  Future<List<StoredReading>> listSince(
      Sql sql, ViewScope scope, List<Long> series, List<Instant> since) {
    return sql.run(
            """
            select r.series, r.at, coalesce(c.known_at, r.received) as received,
              coalesce(c.value, r.value) as value, coalesce(c.quality, r.quality) as quality
            from unnest($2::bigint[], $3::timestamptz[]) as wanted (series, since)
            cross join lateral (
              select series, at, received, value, quality
              from reading
              where park_id = $1 and series = wanted.series
                and at >= greatest(wanted.since, $4::timestamptz) and at < $5
              order by at desc limit 1) r
            left join lateral (
              select known_at, value, quality from reading_correction
              where park_id = $1 and series = r.series and at = r.at
              order by known_at desc limit 1) c on true
            """,
            park,
            series.toArray(Long[]::new),
            since.stream().map(LatestStore::time).toArray(OffsetDateTime[]::new),
            SqlTime.from(scope.time()),
            SqlTime.to(scope.time()))
        .map(LatestStore::readings);
  }

  private static OffsetDateTime time(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  private static List<StoredReading> readings(RowSet<Row> rows) {
    List<StoredReading> readings = new ArrayList<>(rows.size());
    for (Row row : rows) {
      readings.add(
          new StoredReading(
              row.getLong("series"),
              row.getOffsetDateTime("at").toInstant(),
              row.getOffsetDateTime("received").toInstant(),
              row.getDouble("value"),
              new Quality(row.getInteger("quality"))));
    }
    return readings;
  }
}
