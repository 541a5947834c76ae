package windrose.feature.readings;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import windrose.domain.access.ViewScope;
import windrose.domain.time.TimeRange;
import windrose.feature.registers.RegistersFeature;
import windrose.platform.db.Database;
import windrose.platform.web.Route;

/** The front door to memory: keeps readings in batches and answers latest values and ranges. */
public final class ReadingsFeature {
  private static final long SECONDS_PER_DAY = 86_400;
  private static final Duration LATEST_WITHIN = Duration.ofDays(7);

  private final Database database;
  private final Clock clock;
  private final ReadingsStore store;
  private final ClaimStore claims;
  private final RegistersFeature registers;
  private final WriteLanes writer;
  private final Set<Long> days = new HashSet<>();

  public ReadingsFeature(
      Vertx vertx, Database database, RegistersFeature registers, String park, Clock clock) {
    this.database = database;
    this.clock = clock;
    this.store = new ReadingsStore(park);
    this.claims = new ClaimStore(park);
    this.registers = registers;
    this.writer = new WriteLanes(vertx, this::write);
  }

  public List<Route> routes() {
    return new ReadingsRoutes(this, registers, clock).routes();
  }

  /** Keeps readings of one station; succeeds after the commit of all. Fails at once when too many are waiting. */
  public Future<Void> keepAll(String station, List<StoredReading> readings) {
    return writer.offerAll(station, readings).committed();
  }

  /** Whether senders should wait until {@link #whenDrained}: what is offered now is still taken, but not for long. */
  public boolean isFull() {
    return writer.isFull();
  }

  /** Calls back once, when senders may go on. */
  public void whenDrained(Runnable goOn) {
    writer.whenDrained(goOn);
  }

  /** Whether the database has not taken anything for a while, so that nothing can be promised now. */
  public boolean isStuck() {
    return writer.troubleMs() > 0;
  }

  public WriteLanes writer() {
    return writer;
  }

  /** The newest reading of each series that has one in the last {@code 7} days. */
  public Future<List<StoredReading>> listLatest(ViewScope scope, List<Long> series) {
    return store.listLatest(database, scope, series, clock.instant().minus(LATEST_WITHIN));
  }

  Future<List<StoredReading>> listRange(ViewScope scope, long series, TimeRange range, int limit) {
    return store.listRange(database, scope, series, range, limit);
  }

  /** Writes what waits, then stops. */
  public Future<Void> close() {
    return writer.close();
  }

  /**
   * One statement that commits by itself: a crash after it and before the corrections leaves nothing acknowledged, and what is
   * sent again meets its own first value.
   */
  private Future<Void> write(List<StoredReading> batch) {
    return ensureDays(batch)
        .compose(done -> settleClaims(batch))
        .compose(
            rows ->
                store
                    .insertNew(database, rows)
                    .compose(
                        inserted ->
                            inserted == rows.size()
                                ? Future.succeededFuture()
                                : store.insertCorrections(database, rows).mapEmpty()));
  }

  /** A resend of what claims to be from the future has another receive time, and must still meet its own row. */
  private Future<List<StoredReading>> settleClaims(List<StoredReading> batch) {
    List<StoredReading> claiming = new ArrayList<>();
    for (StoredReading reading : batch) {
      if (reading.claimedAt() != null) {
        claiming.add(reading);
      }
    }
    if (claiming.isEmpty()) {
      return Future.succeededFuture(batch);
    }
    return claims
        .settle(database, claiming)
        .map(
            settled -> {
              List<StoredReading> all = new ArrayList<>(settled);
              batch.stream().filter(one -> one.claimedAt() == null).forEach(all::add);
              return all;
            });
  }

  /** Makes sure that every day of the batch has its partition, and the day after now has one ahead of time. */
  private Future<Void> ensureDays(List<StoredReading> batch) {
    Set<Long> missing = new HashSet<>();
    long last = Long.MIN_VALUE;
    for (StoredReading reading : batch) {
      long day = dayOf(reading.at());
      if (day != last) { // rows of one day stand together
        missing.add(day);
        last = day;
      }
    }
    missing.add(dayOf(clock.instant()) + 1);
    missing.removeAll(days);
    Future<Void> chain = Future.succeededFuture();
    for (long day : missing) {
      chain =
          chain
              .compose(done -> store.ensureDay(database, LocalDate.ofEpochDay(day)))
              .onSuccess(done -> days.add(day));
    }
    return chain;
  }

  /** Days since 1970 in UTC. */
  private static long dayOf(Instant instant) {
    return Math.floorDiv(instant.getEpochSecond(), SECONDS_PER_DAY);
  }
}
