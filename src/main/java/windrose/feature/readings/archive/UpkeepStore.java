package windrose.feature.readings.archive;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import windrose.platform.db.Sql;
import windrose.platform.db.Tx;

/** How far upkeep is, what is dirty, and which partitions there are. */
final class UpkeepStore {
  private static final String DAY_PREFIX = "reading_";

  private final String park;

  UpkeepStore(String park) {
    this.park = park;
  }

  Future<Optional<Long>> findDone(Sql sql, String job) {
    return sql.run("select until from reading_upkeep where park_id = $1 and job = $2", park, job)
        .map(
            rows ->
                rows.rowCount() == 0
                    ? Optional.empty()
                    : Optional.of(SqlTimes.us(rows.iterator().next(), "until")));
  }

  Future<Void> setDone(Sql sql, String job, long untilUs) {
    return sql.run(
            """
            insert into reading_upkeep (park_id, job, until) values ($1, $2, $3)
            on conflict (park_id, job) do update set until = excluded.until
            """,
            park,
            job,
            SqlTimes.time(untilUs))
        .mapEmpty();
  }

  /** One packer at a time, whichever process it is in. */
  Future<Void> lockPacking(Tx tx) {
    return tx.run("select pg_advisory_xact_lock(hashtext('windrose packing ' || $1))", park)
        .mapEmpty();
  }

  Future<Void> ensureDay(Sql sql, LocalDate day) {
    return sql.run("select ensure_reading_day($1)", day).mapEmpty();
  }

  Future<Void> ensureMonth(Sql sql, LocalDate day) {
    return sql.run("select ensure_reading_month($1)", day).mapEmpty();
  }

  /** The day has its partition, until this transaction ends. */
  Future<Void> holdDay(Tx tx, LocalDate day) {
    return tx.run("select hold_reading_day($1)", day).mapEmpty();
  }

  /** False when it is not empty, or somebody uses it. */
  Future<Boolean> dropEmptyDay(Sql sql, LocalDate day) {
    return sql.run("select drop_empty_reading_day($1) as dropped", day)
        .map(rows -> rows.iterator().next().getBoolean("dropped"));
  }

  Future<Boolean> dropEmptyMonth(Sql sql, LocalDate month) {
    return sql.run("select drop_empty_reading_month($1) as dropped", month)
        .map(rows -> rows.iterator().next().getBoolean("dropped"));
  }

  /** The days that have a partition, the oldest first. */
  Future<List<LocalDate>> findDays(Sql sql) {
    return partitions(sql, "reading", DAY_PREFIX, "yyyyMMdd");
  }

  /** The first days of the months that have a partition of packed rows, the oldest first. */
  Future<List<LocalDate>> findMonths(Sql sql) {
    return partitions(sql, "reading_chunk", "reading_chunk_", "yyyyMMdd");
  }

  private static Future<List<LocalDate>> partitions(
      Sql sql, String parent, String prefix, String format) {
    return sql.run(
            """
            select c.relname::text as name
            from pg_inherits i join pg_class c on c.oid = i.inhrelid
            where i.inhparent = $1::text::regclass
            order by c.relname
            """,
            parent)
        .map(
            rows -> {
              List<LocalDate> days = new ArrayList<>();
              for (Row row : rows) {
                String digits = row.getString("name").substring(prefix.length());
                days.add(
                    LocalDate.parse(
                        digits.length() == 6 ? digits + "01" : digits,
                        DateTimeFormatter.ofPattern(format)));
              }
              return days;
            });
  }

  /** Marks hours of series (equally long lists) as changed after their packing. */
  Future<Void> markDirty(Tx tx, List<Long> series, List<Long> hoursUs, OffsetDateTime since) {
    return tx.run(
            """
            insert into reading_dirty (park_id, series, hour, since)
            select distinct $1, series, hour, $4::timestamptz
            from unnest($2::bigint[], $3::timestamptz[]) as touched (series, hour)
            order by 2, 3
            on conflict (park_id, series, hour) do update set since = reading_dirty.since
            """,
            park,
            SqlTimes.keys(series),
            SqlTimes.times(hoursUs),
            since)
        .mapEmpty();
  }

  /** The hour that is dirty for longest. */
  Future<Optional<Long>> findDirtyHour(Sql sql) {
    return sql.run("select min(hour) as hour from reading_dirty where park_id = $1", park)
        .map(
            rows -> {
              Row row = rows.iterator().next();
              return row.getOffsetDateTime("hour") == null
                  ? Optional.empty()
                  : Optional.of(SqlTimes.us(row, "hour"));
            });
  }

  /** Series whose hour is dirty. */
  Future<List<Long>> findDirtySeries(Sql sql, long hourUs, int limit) {
    return sql.run(
            "select series from reading_dirty where park_id = $1 and hour = $2 limit $3",
            park,
            SqlTimes.time(hourUs),
            limit)
        .map(rows -> rows.stream().map(row -> row.getLong("series")).toList());
  }

  /** The dirty hours of a stretch. */
  Future<List<DirtyHour>> findDirty(Sql sql, Collection<Long> series, long fromUs, long toUs) {
    return sql.run(
            """
            select series, hour from reading_dirty
            where park_id = $1 and series = any($2::bigint[]) and hour >= $3 and hour < $4
            """,
            park,
            SqlTimes.keys(series),
            SqlTimes.time(fromUs),
            SqlTimes.time(toUs))
        .map(UpkeepStore::dirty);
  }

  /**
   * Takes the marks of a stretch away.
   *
   * <p>Must come before the rows are read: who marks the same hour meanwhile then waits, and marks it again.
   */
  Future<List<DirtyHour>> takeDirty(Tx tx, Collection<Long> series, long fromUs, long toUs) {
    return tx.run(
            """
            delete from reading_dirty
            where park_id = $1 and series = any($2::bigint[]) and hour >= $3 and hour < $4
            returning series, hour
            """,
            park,
            SqlTimes.keys(series),
            SqlTimes.time(fromUs),
            SqlTimes.time(toUs))
        .map(UpkeepStore::dirty);
  }

  Future<Long> countDirty(Sql sql) {
    return sql.run("select count(*) as hours from reading_dirty where park_id = $1", park)
        .map(rows -> rows.iterator().next().getLong("hours"));
  }

  private static List<DirtyHour> dirty(Iterable<Row> rows) {
    List<DirtyHour> hours = new ArrayList<>();
    for (Row row : rows) {
      hours.add(new DirtyHour(row.getLong("series"), SqlTimes.us(row, "hour")));
    }
    return hours;
  }
}
