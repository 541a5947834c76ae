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
import windrose.platform.db.Tx;

/** The tables of readings and their corrections. */
final class ReadingsStore {
  private final String park;

  ReadingsStore(String park) {
    this.park = park;
  }

  Future<Boolean> hasAny(Sql sql, long series) {
    return sql.run(
            "select exists (select from reading where park_id = $1 and series = $2) as found",
            park,
            series)
        .map(rows -> rows.iterator().next().getBoolean("found"));
  }

  Future<Void> ensureDay(Sql sql, LocalDate day) {
    return sql.run("select ensure_reading_day($1)", day).mapEmpty();
  }

  /** Inserts what is new and returns how many rows that were; an instant that has a value keeps it. */
  Future<Integer> insertNew(Tx tx, List<StoredReading> batch) {
    Columns columns = Columns.of(batch);
    return tx.run(
            """
            insert into reading (park_id, series, at, received, value, quality)
            select $1, series, at, received, value, quality
            from unnest($2::bigint[], $3::timestamptz[], $4::timestamptz[], $5::float8[], $6::int[])
              as incoming (series, at, received, value, quality)
            on conflict do nothing
            """,
            park,
            columns.series,
            columns.at,
            columns.received,
            columns.values,
            columns.qualities)
        .map(RowSet::rowCount);
  }

  /** Keeps values that differ from the stored one of the same instant; the same correction twice is kept once. */
  Future<Integer> insertCorrections(Tx tx, List<StoredReading> batch) {
    Columns columns = Columns.of(batch);
    return tx.run(
            """
            insert into reading_correction (park_id, series, at, known_at, value, quality)
            select $1, i.series, i.at, i.received, i.value, i.quality
            from unnest($2::bigint[], $3::timestamptz[], $4::timestamptz[], $5::float8[], $6::int[])
              as i (series, at, received, value, quality)
            join reading r on r.park_id = $1 and r.series = i.series and r.at = i.at
            where r.value <> i.value
              and not exists (
                select from reading_correction c
                where c.park_id = $1 and c.series = i.series and c.at = i.at and c.value = i.value)
            on conflict do nothing
            """,
            park,
            columns.series,
            columns.at,
            columns.received,
            columns.values,
            columns.qualities)
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

  /** A batch turned into the arrays that unnest takes. */
  @SuppressWarnings("ArrayRecordComponent") // lives for one statement
  private record Columns(
      Long[] series,
      OffsetDateTime[] at,
      OffsetDateTime[] received,
      Double[] values,
      Integer[] qualities) {
    static Columns of(List<StoredReading> batch) {
      int size = batch.size();
      Columns columns =
          new Columns(
              new Long[size],
              new OffsetDateTime[size],
              new OffsetDateTime[size],
              new Double[size],
              new Integer[size]);
      for (int i = 0; i < size; i++) {
        StoredReading reading = batch.get(i);
        columns.series[i] = reading.series();
        columns.at[i] = ReadingsStore.at(reading.at());
        columns.received[i] = ReadingsStore.at(reading.received());
        columns.values[i] = reading.value();
        columns.qualities[i] = reading.quality().bits();
      }
      return columns;
    }
  }
}
