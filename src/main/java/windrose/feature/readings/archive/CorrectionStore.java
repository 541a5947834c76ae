package windrose.feature.readings.archive;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import windrose.domain.access.ViewScope;
import windrose.feature.readings.packed.Correction;
import windrose.feature.readings.packed.SeriesReading;
import windrose.platform.db.Sql;
import windrose.platform.db.Tx;

/** The corrections of the readings of a stretch. */
final class CorrectionStore {
  private final String park;

  CorrectionStore(String park) {
    this.park = park;
  }

  Future<Map<Long, List<Correction>>> listRange(
      Sql sql, ViewScope scope, Collection<Long> series, long fromUs, long toUs) {
    Stretch seen = Stretch.of(fromUs, toUs).within(scope);
    return sql.run(
            """
            select series, at, known_at, value, quality
            from reading_correction
            where park_id = $1 and series = any($2::bigint[]) and at >= $3 and at < $4
            order by series, at, known_at
            """,
            park,
            SqlTimes.keys(series),
            SqlTimes.time(seen.fromUs()),
            SqlTimes.time(seen.toUs()))
        .map(
            rows -> {
              Map<Long, List<Correction>> bySeries = new HashMap<>();
              for (Row row : rows) {
                bySeries
                    .computeIfAbsent(row.getLong("series"), key -> new ArrayList<>())
                    .add(
                        new Correction(
                            SqlTimes.us(row, "at"),
                            SqlTimes.us(row, "known_at"),
                            row.getDouble("value"),
                            row.getInteger("quality")));
              }
              return bySeries;
            });
  }

  /** Keeps corrections, with {@code received} as the moment at which they became known; the same value again is left out. */
  Future<Void> insert(Tx tx, List<SeriesReading> corrections) {
    if (corrections.isEmpty()) {
      return Future.succeededFuture();
    }
    SeriesColumns columns = SeriesColumns.of(corrections);
    return tx.run(
            """
            insert into reading_correction (park_id, series, at, known_at, value, quality)
            select $1, i.series, i.at, i.received, i.value, i.quality
            from unnest($2::bigint[], $3::timestamptz[], $4::timestamptz[], $5::float8[], $6::int[])
              as i (series, at, received, value, quality)
            where not exists (
              select from reading_correction c
              where c.park_id = $1 and c.series = i.series and c.at = i.at and c.value = i.value)
            on conflict do nothing
            """,
            park,
            columns.series(),
            columns.at(),
            columns.received(),
            columns.values(),
            columns.qualities())
        .mapEmpty();
  }

  /** As {@link #insert}, for instants that have a loose row which says something else. */
  Future<Void> insertAgainstLoose(Tx tx, List<SeriesReading> readings) {
    SeriesColumns columns = SeriesColumns.of(readings);
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
            columns.series(),
            columns.at(),
            columns.received(),
            columns.values(),
            columns.qualities())
        .mapEmpty();
  }

  /** Forgets the corrections of readings that are forgotten. */
  Future<Integer> deleteBefore(Tx tx, Collection<Long> series, long beforeUs) {
    OffsetDateTime before = SqlTimes.time(beforeUs);
    return tx.run(
            """
            delete from reading_correction
            where park_id = $1 and series = any($2::bigint[]) and at < $3
            """,
            park,
            SqlTimes.keys(series),
            before)
        .map(rows -> rows.rowCount());
  }
}
