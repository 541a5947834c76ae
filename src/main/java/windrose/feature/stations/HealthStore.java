package windrose.feature.stations;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import windrose.domain.time.TimeRange;
import windrose.domain.upkeep.Arrivals;
import windrose.domain.upkeep.DelayCounts;
import windrose.domain.upkeep.ServiceFigures;
import windrose.platform.db.Sql;

/** The tables of hours and pulses. */
final class HealthStore {
  private final String park;

  HealthStore(String park) {
    this.park = park;
  }

  /** Which station and which hour. */
  record HourKey(String station, long hourEpochS) {}

  /** What stands of these hours; the interval of a series says how its steps are to be read. */
  Future<Map<HourKey, HourTally>> readHours(
      Sql sql, List<HourKey> keys, Map<Long, Integer> intervals) {
    return sql.run(
            """
            select h.station, h.hour, h.watched, h.heard, h.covered, h.readings, h.bad, h.delays,
              h.gaps
            from station_hour h
              join unnest($2::text[], $3::timestamptz[]) as k(station, hour)
                on h.station = k.station and h.hour = k.hour
            where h.park_id = $1
            """,
            park,
            keys.stream().map(HourKey::station).toArray(String[]::new),
            keys.stream().map(key -> time(key.hourEpochS())).toArray(OffsetDateTime[]::new))
        .map(
            rows -> {
              Map<HourKey, HourTally> found = new HashMap<>();
              for (Row row : rows) {
                long hour = row.getOffsetDateTime("hour").toEpochSecond();
                found.put(new HourKey(row.getString("station"), hour), tally(row, hour, intervals));
              }
              return found;
            });
  }

  private static HourTally tally(Row row, long hour, Map<Long, Integer> intervals) {
    HourTally tally = new HourTally(hour);
    tally.watched = row.getLong("watched");
    tally.heard = row.getLong("heard");
    tally.covered = row.getLong("covered");
    tally.readings = row.getInteger("readings");
    tally.bad = row.getInteger("bad");
    tally.delays.addAll(DelayCounts.of(row.getArrayOfIntegers("delays")));
    JsonObject gaps = row.getJsonObject("gaps");
    for (String key : gaps.fieldNames()) {
      Integer interval = intervals.get(Long.valueOf(key));
      if (interval != null) {
        byte[] steps = Base64.getDecoder().decode(gaps.getString(key));
        tally.arrivals.put(Long.valueOf(key), Arrivals.of(interval, steps));
      }
    }
    return tally;
  }

  Future<Void> upsertHours(Sql sql, List<HourRow> all) {
    return sql.run(
            """
            insert into station_hour (park_id, station, hour, due, watched, heard, covered, expected,
              received, readings, bad, delays, gaps)
            select $1, station, hour, due, watched, heard, covered, expected, received, readings, bad,
              delays::int[], gaps::jsonb
            from unnest($2::text[], $3::timestamptz[], $4::bigint[], $5::bigint[], $6::bigint[],
                $7::bigint[], $8::int[], $9::int[], $10::int[], $11::int[], $12::text[],
                $13::text[])
              as t(station, hour, due, watched, heard, covered, expected, received, readings, bad,
                delays, gaps)
            on conflict (park_id, station, hour) do update set
              due = excluded.due, watched = excluded.watched, heard = excluded.heard,
              covered = excluded.covered, expected = excluded.expected,
              received = excluded.received, readings = excluded.readings, bad = excluded.bad,
              delays = excluded.delays, gaps = excluded.gaps
            """,
            park,
            column(all, HourRow::station).toArray(String[]::new),
            column(all, row -> time(row.tally().hourEpochS)).toArray(OffsetDateTime[]::new),
            column(all, HourRow::due).toArray(Long[]::new),
            column(all, row -> row.tally().watched).toArray(Long[]::new),
            column(all, row -> row.tally().heard).toArray(Long[]::new),
            column(all, row -> row.tally().covered).toArray(Long[]::new),
            column(all, HourRow::expected).toArray(Integer[]::new),
            column(all, HourRow::received).toArray(Integer[]::new),
            column(all, row -> row.tally().readings).toArray(Integer[]::new),
            column(all, row -> row.tally().bad).toArray(Integer[]::new),
            column(all, row -> delays(row.tally().delays)).toArray(String[]::new),
            column(all, row -> row.gaps().encode()).toArray(String[]::new))
        .mapEmpty();
  }

  private static String delays(DelayCounts counts) {
    StringBuilder text = new StringBuilder("{");
    for (Integer count : counts.toArray()) {
      text.append(text.length() == 1 ? "" : ",").append(count);
    }
    return text.append('}').toString();
  }

  private static <T> List<T> column(List<HourRow> all, Function<HourRow, T> field) {
    return all.stream().map(field).toList();
  }

  /** One minute mask and one count per station and hour. */
  record Due(String station, long hourEpochS, long due, int expected) {}

  /** Sets what was due anew, after a pause of ours or when maintenance changed; adds hours that nobody counted. */
  Future<Void> upsertDue(Sql sql, List<Due> all) {
    return sql.run(
            """
            insert into station_hour (park_id, station, hour, due, watched, heard, covered, expected,
              received, readings, bad, delays, gaps)
            select $1, station, hour, due, 0, 0, 0, expected, 0, 0, 0, '{}', '{}'
            from unnest($2::text[], $3::timestamptz[], $4::bigint[], $5::int[])
              as t(station, hour, due, expected)
            on conflict (park_id, station, hour) do update set
              due = excluded.due, expected = excluded.expected,
              received = least(station_hour.received, excluded.expected)
            """,
            park,
            all.stream().map(Due::station).toArray(String[]::new),
            all.stream().map(one -> time(one.hourEpochS())).toArray(OffsetDateTime[]::new),
            all.stream().map(Due::due).toArray(Long[]::new),
            all.stream().map(Due::expected).toArray(Integer[]::new))
        .mapEmpty();
  }

  Future<Optional<Instant>> findNewestHour(Sql sql) {
    return sql.run("select max(hour) as newest from station_hour where park_id = $1", park)
        .map(
            rows ->
                Optional.ofNullable(rows.iterator().next().getOffsetDateTime("newest"))
                    .map(OffsetDateTime::toInstant));
  }

  Future<Void> deleteBefore(Sql sql, Instant oldest) {
    return sql.run(
            "delete from station_hour where park_id = $1 and hour < $2",
            park,
            oldest.atOffset(ZoneOffset.UTC))
        .mapEmpty();
  }

  /** The figures of every station over a time. */
  Future<Map<String, ServiceFigures>> sumByStation(Sql sql, TimeRange range) {
    return sql.run(SUMS + " group by station", bounds(range))
        .map(
            rows -> {
              Map<String, ServiceFigures> all = new HashMap<>();
              rows.forEach(row -> all.put(row.getString("station"), figures(row)));
              return all;
            });
  }

  /** One figure set per hour of one station. */
  Future<Map<Instant, ServiceFigures>> sumByHour(Sql sql, String station, TimeRange range) {
    return sql.run(
            SUMS_BY_HOUR + " and station = $4 group by hour order by hour",
            park,
            range.from().atOffset(ZoneOffset.UTC),
            range.to().atOffset(ZoneOffset.UTC),
            station)
        .map(
            rows -> {
              Map<Instant, ServiceFigures> all = new java.util.TreeMap<>();
              rows.forEach(row -> all.put(row.getOffsetDateTime("hour").toInstant(), figures(row)));
              return all;
            });
  }

  private Object[] bounds(TimeRange range) {
    return new Object[] {
      park, range.from().atOffset(ZoneOffset.UTC), range.to().atOffset(ZoneOffset.UTC)
    };
  }

  private static final String COUNTS =
      """
        sum(bit_count(due::bit(64))) as due,
        sum(bit_count((due & watched)::bit(64))) as watched,
        sum(bit_count((due & watched & heard)::bit(64))) as online,
        sum(bit_count((due & ~covered)::bit(64))) as gap,
        sum(expected) as expected, sum(received) as received,
        sum(readings) as readings, sum(bad) as bad,
        %s
      from station_hour where park_id = $1 and hour >= $2 and hour < $3
      """
          .formatted(delaySums());

  private static final String SUMS = "select station, " + COUNTS;
  private static final String SUMS_BY_HOUR = "select hour, " + COUNTS;

  private static String delaySums() {
    StringBuilder text = new StringBuilder("array[");
    for (int i = 1; i <= DelayCounts.STEPS; i++) {
      text.append(i == 1 ? "" : ", ")
          .append("coalesce(sum(delays[")
          .append(i)
          .append("]), 0)::int");
    }
    return text.append("] as delays").toString();
  }

  private static ServiceFigures figures(Row row) {
    return new ServiceFigures(
        1,
        row.getLong("due"),
        row.getLong("watched"),
        row.getLong("online"),
        row.getLong("gap"),
        row.getLong("expected"),
        row.getLong("received"),
        row.getLong("readings"),
        row.getLong("bad"),
        DelayCounts.of(row.getArrayOfIntegers("delays")));
  }

  /** When a station was last heard, and since when without a silence. */
  record Pulse(String station, Instant received, Instant heardSince) {}

  Future<Void> upsertPulses(Sql sql, List<Pulse> all) {
    return sql.run(
            """
            insert into station_pulse (park_id, station, received, heard_since)
            select $1, station, received, heard_since
            from unnest($2::text[], $3::timestamptz[], $4::timestamptz[])
              as t(station, received, heard_since)
            on conflict (park_id, station) do update set
              received = excluded.received, heard_since = excluded.heard_since
            """,
            park,
            all.stream().map(Pulse::station).toArray(String[]::new),
            all.stream()
                .map(one -> one.received().atOffset(ZoneOffset.UTC))
                .toArray(OffsetDateTime[]::new),
            all.stream()
                .map(one -> one.heardSince().atOffset(ZoneOffset.UTC))
                .toArray(OffsetDateTime[]::new))
        .mapEmpty();
  }

  Future<List<Pulse>> readPulses(Sql sql) {
    return sql.run(
            "select station, received, heard_since from station_pulse where park_id = $1", park)
        .map(
            rows -> {
              List<Pulse> all = new ArrayList<>();
              rows.forEach(
                  row ->
                      all.add(
                          new Pulse(
                              row.getString("station"),
                              row.getOffsetDateTime("received").toInstant(),
                              row.getOffsetDateTime("heard_since").toInstant())));
              return all;
            });
  }

  private static OffsetDateTime time(long epochS) {
    return Instant.ofEpochSecond(epochS).atOffset(ZoneOffset.UTC);
  }
}
