package windrose.feature.readings;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import windrose.domain.access.ViewScope;
import windrose.domain.time.TimeRange;
import windrose.feature.registers.RegistersFeature;
import windrose.platform.db.BatchLimits;
import windrose.platform.db.BatchWriter;
import windrose.platform.db.Database;
import windrose.platform.db.Tx;
import windrose.platform.web.Route;

/** The front door to memory: keeps readings in batches and answers latest values and ranges. */
public final class ReadingsFeature {
  private static final int BATCH_SIZE = 2_000;
  private static final int BATCH_DELAY_MS = 20;
  private static final int BATCHES_IN_FLIGHT = 1;
  private static final int HELD_LIMIT = 50_000;
  private static final long CLOSE_LIMIT_MS = 10_000;
  private static final Duration LATEST_WITHIN = Duration.ofDays(7);

  private final Database database;
  private final Clock clock;
  private final ReadingsStore store;
  private final RegistersFeature registers;
  private final BatchWriter<StoredReading> writer;
  private final Set<LocalDate> days = new HashSet<>();

  public ReadingsFeature(
      Vertx vertx, Database database, RegistersFeature registers, String park, Clock clock) {
    this.database = database;
    this.clock = clock;
    this.store = new ReadingsStore(park);
    this.registers = registers;
    this.writer =
        new BatchWriter<>(
            vertx,
            "readings",
            BatchLimits.of(BATCH_SIZE, BATCH_DELAY_MS, BATCHES_IN_FLIGHT, HELD_LIMIT),
            this::write);
  }

  public List<Route> routes() {
    return new ReadingsRoutes(this, registers, clock).routes();
  }

  /** Keeps a reading; the future succeeds after the commit. Fails at once when too many are waiting. */
  public Future<Void> keep(StoredReading reading) {
    return writer.offer(reading).committed();
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

  public BatchWriter<StoredReading> writer() {
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
    return writer.close(CLOSE_LIMIT_MS);
  }

  private Future<Void> write(List<StoredReading> batch) {
    return keepPast(batch).mapEmpty();
  }

  /** Stores readings of the past beside the live ones, and returns how many were new; a different value is a correction. */
  public Future<Integer> keepPast(List<StoredReading> batch) {
    return ensureDays(batch)
        .compose(
            done ->
                database.inTransaction(
                    tx ->
                        store
                            .insertNew(tx, batch)
                            .compose(
                                inserted ->
                                    inserted == batch.size()
                                        ? Future.succeededFuture(inserted)
                                        : correct(tx, batch).map(inserted))));
  }

  private Future<Void> correct(Tx tx, List<StoredReading> batch) {
    return store.insertCorrections(tx, batch).mapEmpty();
  }

  /** Makes sure that every day of the batch has its partition, and the day after now has one ahead of time. */
  private Future<Void> ensureDays(List<StoredReading> batch) {
    Set<LocalDate> missing = new HashSet<>();
    for (StoredReading reading : batch) {
      missing.add(dayOf(reading.at()));
    }
    missing.add(dayOf(clock.instant().plus(Duration.ofDays(1))));
    missing.removeAll(days);
    Future<Void> chain = Future.succeededFuture();
    for (LocalDate day : missing) {
      chain =
          chain.compose(done -> store.ensureDay(database, day)).onSuccess(done -> days.add(day));
    }
    return chain;
  }

  private static LocalDate dayOf(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC).toLocalDate();
  }
}
