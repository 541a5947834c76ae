package windrose.feature.alarms;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import windrose.domain.access.ViewScope;
import windrose.domain.alarm.Alarm;
import windrose.domain.alarm.AlarmSide;
import windrose.domain.alarm.AlarmState;
import windrose.domain.mapping.Layer;
import windrose.platform.db.Sql;

/** The table of alarms. */
final class AlarmStore {
  private static final String COLUMNS =
      """
      select id, series, station, side, level, priority, state, first_at, last_at, value, at, peak,
        peak_at, limit_value, unit, limit_source, limit_confirmed, count, received_at, returned_at,
        ended_at, drill
      from alarm where park_id = $1
      """;

  private final String park;

  AlarmStore(String park) {
    this.park = park;
  }

  /** Writes an alarm as it is now; the same one again changes nothing. */
  Future<Void> upsert(Sql sql, Alarm one) {
    return sql.run(
            """
            insert into alarm (park_id, id, series, station, side, level, priority, state, first_at,
              last_at, value, at, peak, peak_at, limit_value, unit, limit_source, limit_confirmed,
              count, received_at, returned_at, ended_at, drill)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18,
              $19, $20, $21, $22, $23)
            on conflict (park_id, id) do update set level = excluded.level,
              priority = excluded.priority, state = excluded.state, first_at = excluded.first_at,
              last_at = excluded.last_at, value = excluded.value, at = excluded.at,
              peak = excluded.peak, peak_at = excluded.peak_at, limit_value = excluded.limit_value,
              unit = excluded.unit, limit_source = excluded.limit_source,
              limit_confirmed = excluded.limit_confirmed, count = excluded.count,
              returned_at = excluded.returned_at, ended_at = excluded.ended_at
            """,
            park,
            one.id(),
            one.series(),
            one.station(),
            one.side().code(),
            one.level(),
            one.priority(),
            one.state().code(),
            time(one.firstAt()),
            time(one.lastAt()),
            one.value(),
            time(one.at()),
            one.peak(),
            time(one.peakAt()),
            one.limit(),
            one.unit(),
            one.limitSource(),
            one.limitConfirmed(),
            one.count(),
            time(one.receivedAt()),
            time(one.returnedAt()),
            time(one.endedAt()),
            one.drill())
        .mapEmpty();
  }

  /** All that have not ended, for the program's own memory. */
  Future<List<Alarm>> loadOpen(Sql sql) {
    return sql.run(COLUMNS + " and ended_at is null order by id", park).map(AlarmStore::alarms);
  }

  /** Newest first, of these stations only; none for whom the layer is not shown to. */
  Future<List<Alarm>> listAlarms(
      Sql sql, ViewScope scope, List<String> stations, AlarmFilter filter) {
    if (!scope.shows(Layer.ALARMS)) {
      return Future.succeededFuture(List.of());
    }
    return sql.run(
            COLUMNS
                + """
                 and station = any($2)
                  and ($3::timestamptz is null or coalesce(returned_at, 'infinity') >= $3)
                  and ($4::timestamptz is null or first_at < $4)
                  and ($5::text[] is null or state = any($5))
                  and ($6::uuid is null or id < $6)
                order by id desc limit $7
                """,
            park,
            stations.toArray(String[]::new),
            time(filter.from()),
            time(filter.to()),
            filter.states() == null ? null : filter.states().toArray(String[]::new),
            filter.before(),
            filter.limit())
        .map(AlarmStore::alarms);
  }

  /** Alarms of one priority that stood in the same buckets, first to last. */
  record Stood(int priority, int first, int last, long count) {}

  /** How many alarms stood from which bucket to which; one that stands still stood until {@code now}. */
  Future<List<Stood>> countStanding(
      Sql sql, List<String> stations, Instant from, Instant to, long stepMs, Instant now) {
    return sql.run(
            """
            select priority, count(*) as alarms,
              floor(extract(epoch from greatest(first_at, $3::timestamptz) - $3::timestamptz)
                * 1000 / $5::bigint)::int as first,
              floor(extract(epoch from
                least(greatest(coalesce(returned_at, $6::timestamptz), first_at), $4::timestamptz)
                  - $3::timestamptz) * 1000 / $5::bigint)::int as last
            from alarm
            where park_id = $1 and station = any($2) and first_at < $4::timestamptz
              and greatest(coalesce(returned_at, $6::timestamptz), first_at) >= $3::timestamptz
            group by 1, 3, 4
            """,
            park,
            stations.toArray(String[]::new),
            time(from),
            time(to),
            stepMs,
            time(now))
        .map(
            rows -> {
              List<Stood> all = new ArrayList<>();
              for (Row row : rows) {
                all.add(
                    new Stood(
                        row.getInteger("priority"),
                        row.getInteger("first"),
                        row.getInteger("last"),
                        row.getLong("alarms")));
              }
              return all;
            });
  }

  private static List<Alarm> alarms(Iterable<Row> rows) {
    List<Alarm> all = new ArrayList<>();
    for (Row row : rows) {
      all.add(alarm(row));
    }
    return all;
  }

  private static Alarm alarm(Row row) {
    return new Alarm(
        row.getUUID("id"),
        row.getString("series"),
        row.getString("station"),
        AlarmSide.of(row.getString("side")),
        row.getInteger("level"),
        row.getInteger("priority"),
        AlarmState.of(row.getString("state")),
        instant(row, "first_at"),
        instant(row, "last_at"),
        row.getDouble("value"),
        instant(row, "at"),
        row.getDouble("peak"),
        instant(row, "peak_at"),
        row.getDouble("limit_value"),
        row.getString("unit"),
        row.getString("limit_source"),
        row.getBoolean("limit_confirmed"),
        row.getInteger("count"),
        instant(row, "received_at"),
        findInstant(row, "returned_at"),
        findInstant(row, "ended_at"),
        row.getString("drill"));
  }

  private static Instant instant(Row row, String column) {
    return row.getOffsetDateTime(column).toInstant();
  }

  private static @Nullable Instant findInstant(Row row, String column) {
    OffsetDateTime at = row.getOffsetDateTime(column);
    return at == null ? null : at.toInstant();
  }

  private static @Nullable OffsetDateTime time(@Nullable Instant at) {
    return at == null ? null : at.atOffset(ZoneOffset.UTC);
  }
}
