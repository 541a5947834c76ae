package windrose.feature.readings;

import io.vertx.core.Future;
import io.vertx.sqlclient.RowSet;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import windrose.platform.db.Sql;
import windrose.platform.db.Tx;

/** The tables of readings and their corrections. */
final class ReadingsStore {
  private final String park;

  ReadingsStore(String park) {
    this.park = park;
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
