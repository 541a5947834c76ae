package windrose.feature.readings;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import windrose.domain.access.ViewScope;
import windrose.domain.measure.Quality;
import windrose.domain.time.TimeRange;
import windrose.platform.db.Sql;

/** The tables of readings and their corrections. */
final class ReadingsStore {
  private final String park;

  ReadingsStore(String park) {
    this.park = park;
  }

  Future<Void> ensureDay(Sql sql, LocalDate day) {
    return sql.run("select ensure_reading_day($1)", day).mapEmpty();
  }

  /** Inserts rows that are all new; fails with a unique violation and keeps none of them when one is not. */
  Future<Void> insertAllNew(Sql sql, InsertColumns columns) {
    return sql.run(
            """
            insert into reading (park_id, series, at, received, value, quality)
            select $1, series, timestamptz 'epoch' + at * interval '1 microsecond',
              timestamptz 'epoch' + received * interval '1 microsecond', value, quality
            from unnest($2::bigint[], $3::bigint[], $4::bigint[], $5::float8[], $6::int[])
              as incoming (series, at, received, value, quality)
            """,
            park,
            columns.series(),
            columns.at(),
            columns.received(),
            columns.values(),
            columns.qualities())
        .mapEmpty();
  }

  /** Inserts what is new and returns how many rows that were; an instant that has a value keeps it. */
  Future<Integer> insertNew(Sql sql, InsertColumns columns) {
    return sql.run(
            """
            insert into reading (park_id, series, at, received, value, quality)
            select $1, series, timestamptz 'epoch' + at * interval '1 microsecond',
              timestamptz 'epoch' + received * interval '1 microsecond', value, quality
            from unnest($2::bigint[], $3::bigint[], $4::bigint[], $5::float8[], $6::int[])
              as incoming (series, at, received, value, quality)
            on conflict do nothing
            """,
            park,
            columns.series(),
            columns.at(),
            columns.received(),
            columns.values(),
            columns.qualities())
        .map(RowSet::rowCount);
  }

  /**
   * Keeps values that differ from the stored one of the same instant; the same correction twice is kept once. Several of one
   * instant keep their order: each becomes known a microsecond after the one before.
   */
  Future<Integer> insertCorrections(Sql sql, List<StoredReading> batch) {
    return sql.run(
            """
            insert into reading_correction (park_id, series, at, known_at, value, quality)
            select $1, c.series, c.at,
              c.received + (row_number() over (partition by c.series, c.at order by c.place) - 1)
                * interval '1 microsecond',
              c.value, c.quality
            from (
              select distinct on (i.series, i.at, i.value) i.*
              from unnest($2::bigint[], $3::timestamptz[], $4::timestamptz[], $5::float8[], $6::int[])
                with ordinality as i (series, at, received, value, quality, place)
              join reading r on r.park_id = $1 and r.series = i.series and r.at = i.at
              where r.value <> i.value
                and not exists (
                  select from reading_correction k
                  where k.park_id = $1 and k.series = i.series and k.at = i.at and k.value = i.value)
              order by i.series, i.at, i.value, i.place) c
            on conflict do nothing
            """,
            park,
            batch.stream().map(StoredReading::series).toArray(Long[]::new),
            batch.stream().map(one -> at(one.at())).toArray(OffsetDateTime[]::new),
            batch.stream().map(one -> at(one.received())).toArray(OffsetDateTime[]::new),
            batch.stream().map(StoredReading::value).toArray(Double[]::new),
            batch.stream().map(one -> one.quality().bits()).toArray(Integer[]::new))
        .map(RowSet::rowCount);
  }

  /** The newest reading of each of these series since a moment; series without one are absent. */
  Future<List<StoredReading>> listLatest(
      Sql sql, ViewScope scope, List<Long> series, Instant since) {
    return sql.run(
            """
            select r.series, r.at, r.received, r.value, r.quality
            from unnest($2::bigint[]) as wanted (series)
            cross join lateral (
              select series, at, received, value, quality
              from reading
              where park_id = $1 and series = wanted.series
                and at >= greatest($3::timestamptz, $4::timestamptz) and at < $5
              order by at desc limit 1) r
            """,
            park,
            series.toArray(Long[]::new),
            at(since),
            SqlTime.from(scope.time()),
            SqlTime.to(scope.time()))
        .map(ReadingsStore::readings);
  }

  /** The readings of one series in time order, each with its newest correction in place of the first value. */
  Future<List<StoredReading>> listRange(
      Sql sql, ViewScope scope, long series, TimeRange range, int limit) {
    TimeRange visible = range.within(scope.time());
    return sql.run(
            """
            select r.series, r.at, r.received,
              coalesce(c.value, r.value) as value, coalesce(c.quality, r.quality) as quality
            from reading r
            left join lateral (
              select value, quality from reading_correction
              where park_id = r.park_id and series = r.series and at = r.at
              order by known_at desc limit 1) c on true
            where r.park_id = $1 and r.series = $2 and r.at >= $3 and r.at < $4
            order by r.at
            limit $5
            """,
            park,
            series,
            SqlTime.from(visible),
            SqlTime.to(visible),
            limit)
        .map(ReadingsStore::readings);
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

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
