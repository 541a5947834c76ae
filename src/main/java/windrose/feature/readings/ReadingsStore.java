package windrose.feature.readings;

import io.vertx.core.Future;
import io.vertx.sqlclient.RowSet;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
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

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
