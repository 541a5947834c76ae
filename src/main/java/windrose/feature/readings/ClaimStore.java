package windrose.feature.readings;

import io.vertx.core.Future;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import windrose.domain.measure.Quality;
import windrose.platform.db.Sql;

/** The device's own times of readings that claimed to be from the future. */
final class ClaimStore {
  private final String park;

  ClaimStore(String park) {
    this.park = park;
  }

  private record Claim(long series, Instant claimedAt) {
    static Claim of(StoredReading reading) {
      return new Claim(reading.series(), Objects.requireNonNull(reading.claimedAt()));
    }
  }

  /**
   * Gives each of these the instant at which its claim was first heard, so that the same message sent again meets its own row,
   * whatever crashed in between.
   */
  Future<List<StoredReading>> settle(Sql sql, List<StoredReading> claiming) {
    Long[] series = claiming.stream().map(StoredReading::series).toArray(Long[]::new);
    OffsetDateTime[] claimed =
        claiming.stream()
            .map(one -> at(Objects.requireNonNull(one.claimedAt())))
            .toArray(OffsetDateTime[]::new);
    OffsetDateTime[] received =
        claiming.stream().map(one -> at(one.at())).toArray(OffsetDateTime[]::new);
    return sql.run(
            """
            insert into reading_claimed (park_id, series, claimed_at, at)
            select $1, series, claimed_at, at
            from unnest($2::bigint[], $3::timestamptz[], $4::timestamptz[])
              as t (series, claimed_at, at)
            on conflict do nothing
            """,
            park,
            series,
            claimed,
            received)
        .compose(done -> firstHeard(sql, series, claimed))
        .map(first -> claiming.stream().map(one -> moved(one, first)).toList());
  }

  private Future<Map<Claim, Instant>> firstHeard(Sql sql, Long[] series, OffsetDateTime[] claimed) {
    return sql.run(
            """
            select c.series, c.claimed_at, c.at
            from unnest($2::bigint[], $3::timestamptz[]) as t (series, claimed_at)
            join reading_claimed c
              on c.park_id = $1 and c.series = t.series and c.claimed_at = t.claimed_at
            """,
            park,
            series,
            claimed)
        .map(
            rows -> {
              Map<Claim, Instant> first = new HashMap<>();
              rows.forEach(
                  row ->
                      first.put(
                          new Claim(
                              row.getLong("series"),
                              row.getOffsetDateTime("claimed_at").toInstant()),
                          row.getOffsetDateTime("at").toInstant()));
              return first;
            });
  }

  private static StoredReading moved(StoredReading one, Map<Claim, Instant> first) {
    Instant at = first.getOrDefault(Claim.of(one), one.at());
    Quality quality = one.quality();
    return new StoredReading(
        one.series(), at, one.received(), one.value(), quality, one.claimedAt(), true);
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
