package windrose.feature.readings.archive;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import windrose.domain.access.ViewScope;
import windrose.feature.readings.packed.Spans;
import windrose.platform.db.Sql;
import windrose.platform.db.Tx;

/** The packed rows. */
final class ChunkStore {
  private final String park;

  ChunkStore(String park) {
    this.park = park;
  }

  /** The packed rows that may hold readings of a stretch, by series and time. */
  Future<List<PackedChunk>> listRange(
      Sql sql, ViewScope scope, Collection<Long> series, long fromUs, long toUs) {
    Stretch seen = Stretch.of(fromUs, toUs).within(scope);
    return sql.run(
            """
            select series, start_at, span_s, readings, data
            from reading_chunk
            where park_id = $1 and series = any($2::bigint[]) and start_at > $3 and start_at < $4
              and start_at + span_s * interval '1 second' > $5
            """,
            park,
            SqlTimes.keys(series),
            SqlTimes.time(seen.fromUs() - Spans.DAY_US),
            SqlTimes.time(seen.toUs()),
            SqlTimes.time(seen.fromUs()))
        .map(ChunkStore::chunks);
  }

  /** The packed rows of these hours of these series (equally long lists), and those of their days. */
  Future<List<PackedChunk>> findHours(Sql sql, List<Long> series, List<Long> hoursUs) {
    List<Long> days = hoursUs.stream().map(Spans::dayOf).toList();
    return sql.run(
            """
            select c.series, c.start_at, c.span_s, c.readings, c.data
            from (
              select series, hour as start_at, 3600 as span_s
              from unnest($2::bigint[], $3::timestamptz[]) as hours (series, hour)
              union
              select series, day, 86400
              from unnest($2::bigint[], $4::timestamptz[]) as days (series, day)) wanted
            join reading_chunk c on c.park_id = $1 and c.series = wanted.series
              and c.start_at = wanted.start_at and c.span_s = wanted.span_s
            """,
            park,
            SqlTimes.keys(series),
            SqlTimes.times(hoursUs),
            SqlTimes.times(days))
        .map(ChunkStore::chunks);
  }

  /** The packed rows in which the newest reading of each series inside a caller's time must be. */
  Future<List<PackedChunk>> listNewest(Sql sql, ViewScope scope, Collection<Long> series) {
    Stretch seen = Stretch.of(scope.time());
    return listNewestIn(sql, scope, series, seen.fromUs(), seen.toUs());
  }

  /** The packed rows in which the newest reading of each series inside a stretch and a caller's time must be. */
  Future<List<PackedChunk>> listNewestIn(
      Sql sql, ViewScope scope, Collection<Long> series, long fromUs, long toUs) {
    Stretch seen = Stretch.of(fromUs, toUs).within(scope);
    return sql.run(
            """
            select c.series, c.start_at, c.span_s, c.readings, c.data
            from unnest($2::bigint[]) as wanted (series)
            cross join lateral (
              select series, start_at, span_s, readings, data
              from reading_chunk
              where park_id = $1 and series = wanted.series and start_at > $3 and start_at < $4
              order by start_at desc limit 3) c
            """,
            park,
            SqlTimes.keys(series),
            SqlTimes.time(seen.fromUs() - Spans.DAY_US),
            SqlTimes.time(seen.toUs()))
        .map(ChunkStore::chunks);
  }

  /** How many readings are packed that lie wholly inside a stretch. */
  Future<Long> count(Sql sql, Collection<Long> series, long fromUs, long toUs) {
    return sql.run(
            """
            select coalesce(sum(readings), 0)::bigint as readings
            from reading_chunk
            where park_id = $1 and series = any($2::bigint[]) and start_at >= $3 and start_at < $4
              and start_at + span_s * interval '1 second' <= $4
            """,
            park,
            SqlTimes.keys(series),
            SqlTimes.time(fromUs),
            SqlTimes.time(toUs))
        .map(rows -> rows.iterator().next().getLong("readings"));
  }

  Future<Void> upsert(Tx tx, List<PackedChunk> chunks) {
    if (chunks.isEmpty()) {
      return Future.succeededFuture();
    }
    return tx.run(
            """
            insert into reading_chunk (park_id, series, start_at, span_s, readings, data)
            select $1, series, start_at, span_s, readings, data
            from unnest($2::bigint[], $3::timestamptz[], $4::int[], $5::int[], $6::bytea[])
              as packed (series, start_at, span_s, readings, data)
            on conflict (park_id, series, start_at, span_s)
              do update set readings = excluded.readings, data = excluded.data
            """,
            park,
            chunks.stream().map(PackedChunk::series).toArray(Long[]::new),
            chunks.stream()
                .map(chunk -> SqlTimes.time(chunk.startUs()))
                .toArray(OffsetDateTime[]::new),
            chunks.stream().map(PackedChunk::spanS).toArray(Integer[]::new),
            chunks.stream().map(PackedChunk::count).toArray(Integer[]::new),
            chunks.stream().map(chunk -> Buffer.buffer(chunk.data())).toArray(Buffer[]::new))
        .mapEmpty();
  }

  /** Forgets up to {@code limit} packed rows of a span that end before a moment; returns how many readings that were. */
  Future<RetiredRows> deleteBefore(
      Tx tx, Collection<Long> series, int spanS, long beforeUs, int limit) {
    return tx.run(
            """
            with old as (
              select park_id, series, start_at, span_s from reading_chunk
              where park_id = $1 and series = any($2::bigint[]) and span_s = $3
                and start_at <= $4
              limit $5),
            gone as (
              delete from reading_chunk c using old
              where c.park_id = old.park_id and c.series = old.series
                and c.start_at = old.start_at and c.span_s = old.span_s
              returning c.readings)
            select count(*)::int as rows, coalesce(sum(readings), 0)::bigint as readings from gone
            """,
            park,
            SqlTimes.keys(series),
            spanS,
            SqlTimes.time(beforeUs - spanS * Spans.SECOND_US),
            limit)
        .map(
            rows -> {
              Row row = rows.iterator().next();
              return new RetiredRows(row.getInteger("rows"), row.getLong("readings"));
            });
  }

  private static List<PackedChunk> chunks(RowSet<Row> rows) {
    List<PackedChunk> chunks = new ArrayList<>(rows.size());
    for (Row row : rows) {
      chunks.add(
          new PackedChunk(
              row.getLong("series"),
              SqlTimes.us(row, "start_at"),
              row.getInteger("span_s"),
              row.getInteger("readings"),
              SqlTimes.bytes(row, "data")));
    }
    return chunks;
  }
}
