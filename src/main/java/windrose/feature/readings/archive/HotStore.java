package windrose.feature.readings.archive;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import windrose.domain.access.ViewScope;
import windrose.feature.readings.packed.ReadingColumns;
import windrose.feature.readings.packed.SeriesReading;
import windrose.platform.db.Sql;
import windrose.platform.db.Tx;

/**
 * The loose rows of the day partitions.
 *
 * <p>They come over the wire as four runs of bytes per series, since a driver's object per cell would cost more than the query.
 */
final class HotStore {
  private final String park;

  HotStore(String park) {
    this.park = park;
  }

  /** What this transaction reads from now on is one moment, however much is packed meanwhile. */
  Future<Void> freeze(Tx tx) {
    return tx.run("set transaction isolation level repeatable read, read only").mapEmpty();
  }

  /** Takes the rows of a stretch out of the partition; they are gone when the transaction commits. */
  Future<Map<Long, ReadingColumns>> take(Tx tx, Collection<Long> series, long fromUs, long toUs) {
    return tx.run(
            """
            with taken as (
              delete from reading
              where park_id = $1 and series = any($2::bigint[]) and at >= $3 and at < $4
              returning series, at, received, value, quality)
            select series,
              string_agg(timestamptz_send(at), ''::bytea) as ats,
              string_agg(timestamptz_send(received), ''::bytea) as receiveds,
              string_agg(float8send(value), ''::bytea) as readings,
              string_agg(int4send(quality), ''::bytea) as qualities
            from taken
            group by series
            """,
            park,
            SqlTimes.keys(series),
            SqlTimes.time(fromUs),
            SqlTimes.time(toUs))
        .map(HotStore::columns);
  }

  /** The loose rows of a stretch, at most {@code limit} of all series together. */
  Future<Map<Long, ReadingColumns>> listRange(
      Sql sql, ViewScope scope, Collection<Long> series, long fromUs, long toUs, int limit) {
    Stretch seen = Stretch.of(fromUs, toUs).within(scope);
    return sql.run(
            """
            select series,
              string_agg(timestamptz_send(at), ''::bytea) as ats,
              string_agg(timestamptz_send(received), ''::bytea) as receiveds,
              string_agg(float8send(value), ''::bytea) as readings,
              string_agg(int4send(quality), ''::bytea) as qualities
            from (
              select series, at, received, value, quality from reading
              where park_id = $1 and series = any($2::bigint[]) and at >= $3 and at < $4
              limit $5) rows
            group by series
            """,
            park,
            SqlTimes.keys(series),
            SqlTimes.time(seen.fromUs()),
            SqlTimes.time(seen.toUs()),
            limit)
        .map(HotStore::columns);
  }

  private static Map<Long, ReadingColumns> columns(RowSet<Row> rows) {
    Map<Long, ReadingColumns> bySeries = new HashMap<>();
    for (Row row : rows) {
      bySeries.put(
          row.getLong("series"),
          ReadingColumns.ofBinary(
              SqlTimes.bytes(row, "ats"),
              SqlTimes.bytes(row, "receiveds"),
              SqlTimes.bytes(row, "readings"),
              SqlTimes.bytes(row, "qualities")));
    }
    return bySeries;
  }

  /** The newest loose reading of each series inside a caller's time. */
  Future<List<SeriesReading>> listNewest(Sql sql, ViewScope scope, Collection<Long> series) {
    Stretch seen = Stretch.of(scope.time());
    return listNewestIn(sql, scope, series, seen.fromUs(), seen.toUs());
  }

  /** The newest loose reading of each series inside a stretch and a caller's time. */
  Future<List<SeriesReading>> listNewestIn(
      Sql sql, ViewScope scope, Collection<Long> series, long fromUs, long toUs) {
    Stretch seen = Stretch.of(fromUs, toUs).within(scope);
    return sql.run(
            """
            select r.series, r.at, r.received, r.value, r.quality
            from unnest($2::bigint[]) as wanted (series)
            cross join lateral (
              select series, at, received, value, quality
              from reading
              where park_id = $1 and series = wanted.series and at >= $3 and at < $4
              order by at desc limit 1) r
            """,
            park,
            SqlTimes.keys(series),
            SqlTimes.time(seen.fromUs()),
            SqlTimes.time(seen.toUs()))
        .map(
            rows ->
                rows.stream()
                    .map(
                        row ->
                            new SeriesReading(
                                row.getLong("series"),
                                SqlTimes.us(row, "at"),
                                SqlTimes.us(row, "received"),
                                row.getDouble("value"),
                                row.getInteger("quality")))
                    .toList());
  }

  /** The next series, by key, that has a loose row in the stretch; empty when there is none. */
  Future<List<Long>> findSeriesAfter(Sql sql, long key, long fromUs, long toUs, int limit) {
    return sql.run(
            """
            with recursive found (series) as (
              (select series from reading
               where park_id = $1 and series > $2 and at >= $3 and at < $4
               order by series limit 1)
              union all
              select (
                select r.series from reading r
                where r.park_id = $1 and r.series > found.series and r.at >= $3 and r.at < $4
                order by r.series limit 1)
              from found where found.series is not null)
            select series from found where series is not null limit $5
            """,
            park,
            key,
            SqlTimes.time(fromUs),
            SqlTimes.time(toUs),
            limit)
        .map(rows -> rows.stream().map(row -> row.getLong("series")).toList());
  }

  /** Adds late rows to their day; an instant that has a loose row keeps it. Returns how many were new. */
  Future<Integer> insertNew(Tx tx, List<SeriesReading> readings) {
    SeriesColumns columns = SeriesColumns.of(readings);
    return tx.run(
            """
            insert into reading (park_id, series, at, received, value, quality)
            select $1, series, at, received, value, quality
            from unnest($2::bigint[], $3::timestamptz[], $4::timestamptz[], $5::float8[], $6::int[])
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
}
