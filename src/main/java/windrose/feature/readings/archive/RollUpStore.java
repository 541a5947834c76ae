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

/** The roll-ups of closed hours, packed by the hour, the UTC day and the month. */
final class RollUpStore {
  static final int MINUTE_S = 60;
  static final int HOUR_S = 3_600;
  static final int DAY_S = 86_400;

  private final String park;

  RollUpStore(String park) {
    this.park = park;
  }

  /** The roll-ups of one step whose packed row begins in a stretch, by series and time. */
  Future<List<PackedRollUps>> listStarting(
      Sql sql, ViewScope scope, Collection<Long> series, int stepS, long fromUs, long toUs) {
    Stretch seen = Stretch.of(fromUs, toUs);
    return scope.time().length().isZero()
        ? Future.succeededFuture(List.of())
        : sql.run(
                """
                select series, step_s, start_at, data
                from reading_rollup
                where park_id = $1 and series = any($2::bigint[]) and step_s = $3
                  and start_at >= $4 and start_at < $5
                order by series, start_at
                """,
                park,
                SqlTimes.keys(series),
                stepS,
                SqlTimes.time(seen.fromUs()),
                SqlTimes.time(seen.toUs()))
            .map(RollUpStore::rollUps);
  }

  /** The hours of three UTC days and the days of the months that touch them: what a packing of the middle day may change. */
  Future<List<PackedRollUps>> findAround(Sql sql, Collection<Long> series, long dayUs) {
    return sql.run(
            """
            select series, step_s, start_at, data
            from reading_rollup
            where park_id = $1 and series = any($2::bigint[]) and step_s = 3600
              and start_at >= $3 and start_at <= $4
            union all
            select series, step_s, start_at, data
            from reading_rollup
            where park_id = $1 and series = any($2::bigint[]) and step_s = 86400
              and start_at >= $5 and start_at <= $4
            """,
            park,
            SqlTimes.keys(series),
            SqlTimes.time(dayUs - Spans.DAY_US),
            SqlTimes.time(dayUs + Spans.DAY_US),
            SqlTimes.time(Spans.beijingMonthOf(dayUs - Spans.DAY_US)))
        .map(RollUpStore::rollUps);
  }

  Future<Void> upsert(Tx tx, List<PackedRollUps> rollUps) {
    if (rollUps.isEmpty()) {
      return Future.succeededFuture();
    }
    return tx.run(
            """
            insert into reading_rollup (park_id, series, step_s, start_at, data)
            select $1, series, step_s, start_at, data
            from unnest($2::bigint[], $3::int[], $4::timestamptz[], $5::bytea[])
              as packed (series, step_s, start_at, data)
            on conflict (park_id, series, step_s, start_at) do update set data = excluded.data
            """,
            park,
            rollUps.stream().map(PackedRollUps::series).toArray(Long[]::new),
            rollUps.stream().map(PackedRollUps::stepS).toArray(Integer[]::new),
            rollUps.stream()
                .map(one -> SqlTimes.time(one.startUs()))
                .toArray(OffsetDateTime[]::new),
            rollUps.stream().map(one -> Buffer.buffer(one.data())).toArray(Buffer[]::new))
        .mapEmpty();
  }

  /** Forgets up to {@code limit} packed rows of a step that end before a moment. */
  Future<RetiredRows> deleteBefore(
      Tx tx, Collection<Long> series, int stepS, long beforeUs, int limit) {
    long longestUs = stepS == MINUTE_S ? Spans.HOUR_US : (stepS == HOUR_S ? 1 : 31) * Spans.DAY_US;
    return tx.run(
            """
            with old as (
              select park_id, series, step_s, start_at from reading_rollup
              where park_id = $1 and series = any($2::bigint[]) and step_s = $3 and start_at <= $4
              limit $5)
            delete from reading_rollup r using old
            where r.park_id = old.park_id and r.series = old.series
              and r.step_s = old.step_s and r.start_at = old.start_at
            """,
            park,
            SqlTimes.keys(series),
            stepS,
            SqlTimes.time(beforeUs - longestUs),
            limit)
        .map(rows -> new RetiredRows(rows.rowCount(), 0));
  }

  private static List<PackedRollUps> rollUps(RowSet<Row> rows) {
    List<PackedRollUps> rollUps = new ArrayList<>(rows.size());
    for (Row row : rows) {
      rollUps.add(
          new PackedRollUps(
              row.getLong("series"),
              row.getInteger("step_s"),
              SqlTimes.us(row, "start_at"),
              SqlTimes.bytes(row, "data")));
    }
    return rollUps;
  }
}
