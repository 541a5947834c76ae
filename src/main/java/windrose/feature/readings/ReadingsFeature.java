package windrose.feature.readings;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import windrose.domain.access.ViewScope;
import windrose.domain.time.TimeRange;
import windrose.feature.registers.RegistersFeature;
import windrose.platform.db.Database;
import windrose.platform.web.Route;

/** The front door to memory: keeps readings in batches and answers latest values and ranges. */
public final class ReadingsFeature {
  private static final Duration LATEST_WITHIN = Duration.ofDays(7);

  private final Database database;
  private final Clock clock;
  private final ReadingsStore store;
  private final RegistersFeature registers;
  private final WritePath writePath;
  private final WriteLanes writer;

  public ReadingsFeature(
      Vertx vertx, Database database, RegistersFeature registers, String park, Clock clock) {
    this.database = database;
    this.clock = clock;
    this.store = new ReadingsStore(park);
    this.registers = registers;
    this.writePath = new WritePath(database, store, new ClaimStore(park), clock);
    this.writer = new WriteLanes(vertx, writePath::write);
  }

  public List<Route> routes() {
    return new ReadingsRoutes(this, registers, clock).routes();
  }

  /** Keeps readings of one station; succeeds after the commit of all. Fails at once when too many are waiting. */
  public Future<Void> keepAll(String station, List<StoredReading> readings) {
    return writer.offerAll(station, readings).committed();
  }

  /** Stores readings of the past beside the live ones, and returns how many were new; a different value is a correction. */
  public Future<Integer> keepPast(List<StoredReading> batch) {
    return writePath.writePast(batch);
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
}
