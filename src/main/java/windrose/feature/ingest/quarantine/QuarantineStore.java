package windrose.feature.ingest.quarantine;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import windrose.domain.access.ViewScope;
import windrose.platform.db.Sql;
import windrose.platform.db.Tx;

/** The table of messages that could not be understood. */
final class QuarantineStore {
  private final String park;

  QuarantineStore(String park) {
    this.park = park;
  }

  Future<Void> insert(Sql sql, List<Quarantined> batch) {
    return sql.run(
            """
            insert into quarantine
              (park_id, received, channel, login, subject, reason, payload, classes, sensors)
            select $1, received, channel, login, subject, reason, payload,
              array(select jsonb_array_elements_text(classes::jsonb)),
              array(select jsonb_array_elements_text(sensors::jsonb))
            from unnest($2::timestamptz[], $3::text[], $4::text[], $5::text[], $6::text[],
                $7::bytea[], $8::text[], $9::text[])
              as t (received, channel, login, subject, reason, payload, classes, sensors)
            """,
            park,
            batch.stream()
                .map(one -> one.received().atOffset(ZoneOffset.UTC))
                .toArray(OffsetDateTime[]::new),
            texts(batch, Quarantined::channel),
            texts(batch, Quarantined::login),
            texts(batch, Quarantined::station),
            texts(batch, Quarantined::reason),
            batch.stream().map(Quarantined::payload).toArray(Buffer[]::new),
            texts(batch, one -> new JsonArray(List.of(one.classes())).encode()),
            texts(batch, one -> new JsonArray(List.of(one.sensors())).encode()))
        .mapEmpty();
  }

  /** PostgreSQL's text has no NUL. */
  private static String[] texts(List<Quarantined> batch, Function<Quarantined, String> column) {
    return batch.stream()
        .map(one -> column.apply(one).replace('\u0000', '�'))
        .toArray(String[]::new);
  }

  /** Newest first. {@code stations} are those that the scope shows; null when it shows all, also unknown ones. */
  Future<List<QuarantineEntry>> listEntries(
      Sql sql,
      ViewScope scope,
      String @Nullable [] stations,
      QuarantineFilter filter,
      long before,
      int limit) {
    return sql.run(
            """
            select id, received, channel, login, subject, reason, payload, classes, sensors
            from quarantine
            where park_id = $1 and id < $2
              and ($3::text[] is null or subject = any($3))
              and ($4::text is null or subject = $4)
              and ($5::text is null or $5 = any(sensors))
              and received >= $6 and received < $7
            order by id desc limit $8
            """,
            park,
            before,
            stations,
            filter.station().orElse(null),
            filter.sensor().orElse(null),
            VisibleTime.from(scope),
            VisibleTime.to(scope),
            limit)
        .map(QuarantineStore::entries);
  }

  /** These messages, where they still are. */
  Future<List<QuarantineEntry>> listByIds(
      Sql sql, ViewScope scope, String @Nullable [] stations, List<Long> ids) {
    return sql.run(
            """
            select id, received, channel, login, subject, reason, payload, classes, sensors
            from quarantine
            where park_id = $1 and id = any($2)
              and ($3::text[] is null or subject = any($3))
              and received >= $4 and received < $5
            order by id
            """,
            park,
            ids.toArray(Long[]::new),
            stations,
            VisibleTime.from(scope),
            VisibleTime.to(scope))
        .map(QuarantineStore::entries);
  }

  Future<List<QuarantineGroup>> listGroups(
      Sql sql, ViewScope scope, String @Nullable [] stations, int limit) {
    return sql.run(
            """
            select q.subject, coalesce(f.class, 'unreadable') as class,
              coalesce(f.sensor, '') as sensor,
              count(distinct q.id) as count, min(q.received) as first, max(q.received) as last
            from quarantine q
            left join lateral unnest(q.classes, q.sensors) as f (class, sensor) on true
            where q.park_id = $1 and ($2::text[] is null or q.subject = any($2))
              and q.received >= $3 and q.received < $4
            group by 1, 2, 3 order by last desc limit $5
            """,
            park,
            stations,
            VisibleTime.from(scope),
            VisibleTime.to(scope),
            limit)
        .map(
            rows -> {
              List<QuarantineGroup> groups = new ArrayList<>();
              rows.forEach(
                  row ->
                      groups.add(
                          new QuarantineGroup(
                              row.getString("subject"),
                              row.getString("class"),
                              row.getString("sensor"),
                              row.getLong("count"),
                              row.getOffsetDateTime("first").toInstant(),
                              row.getOffsetDateTime("last").toInstant())));
              return groups;
            });
  }

  Future<Integer> delete(Tx tx, List<Long> ids) {
    return tx.run(
            "delete from quarantine where park_id = $1 and id = any($2)",
            park,
            ids.toArray(Long[]::new))
        .map(RowSet::rowCount);
  }

  /** How much there is. */
  record Size(long rows, long bytes) {}

  Future<Size> getSize(Sql sql) {
    return sql.run(
            """
            select count(*) as rows, coalesce(sum(octet_length(payload)), 0)::bigint as bytes
            from quarantine where park_id = $1
            """,
            park)
        .map(
            rows -> {
              Row row = rows.iterator().next();
              return new Size(row.getLong("rows"), row.getLong("bytes"));
            });
  }

  /** Takes the oldest away and returns how much that was. */
  Future<Size> deleteOldest(Sql sql, long rows) {
    return sql.run(
            """
            with gone as (
              delete from quarantine where park_id = $1 and id in (
                select id from quarantine where park_id = $1 order by id limit $2)
              returning octet_length(payload) as bytes)
            select count(*) as rows, coalesce(sum(bytes), 0)::bigint as bytes from gone
            """,
            park,
            rows)
        .map(
            answer -> {
              Row row = answer.iterator().next();
              return new Size(row.getLong("rows"), row.getLong("bytes"));
            });
  }

  private static List<QuarantineEntry> entries(RowSet<Row> rows) {
    List<QuarantineEntry> entries = new ArrayList<>();
    for (Row row : rows) {
      entries.add(
          new QuarantineEntry(
              row.getLong("id"),
              row.getOffsetDateTime("received").toInstant(),
              row.getString("channel"),
              row.getString("login"),
              row.getString("subject"),
              row.getString("reason"),
              faults(row),
              row.getBuffer("payload")));
    }
    return entries;
  }

  private static List<QuarantineEntry.Named> faults(Row row) {
    String[] classes = row.getArrayOfStrings("classes");
    String[] sensors = row.getArrayOfStrings("sensors");
    return IntStream.range(0, Math.min(classes.length, sensors.length))
        .mapToObj(at -> new QuarantineEntry.Named(classes[at], sensors[at]))
        .toList();
  }
}
