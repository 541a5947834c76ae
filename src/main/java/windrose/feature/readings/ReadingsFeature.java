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
import java.util.function.Supplier;
import windrose.domain.access.ViewScope;
import windrose.feature.readings.archive.Archive;
import windrose.feature.readings.archive.History;
import windrose.feature.readings.archive.Hold;
import windrose.feature.registers.RegistersFeature;
import windrose.platform.db.BatchLimits;
import windrose.platform.db.BatchWriter;
import windrose.platform.db.Database;
import windrose.platform.db.Tx;
import windrose.platform.web.Route;
import windrose.platform.work.HeavyWork;

/** The front door to memory: keeps readings in batches and answers latest values and ranges. */
public final class ReadingsFeature {
  private static final int BATCH_SIZE = 2_000;
  private static final int BATCH_DELAY_MS = 20;
  private static final int BATCHES_IN_FLIGHT = 1;
  private static final int HELD_LIMIT = 50_000;
  private static final long CLOSE_LIMIT_MS = 10_000;

  private final Database database;
  private final Clock clock;
  private final ReadingsStore store;
  private final RegistersFeature registers;
  private final BatchWriter<StoredReading> writer;
  private final Set<LocalDate> days = new HashSet<>();
  private final Archive archive;
  private final SeriesBook book;
  private final LatestMemory latest;
  private final Upkeep upkeep;
  private final HeavyWork work;

  public ReadingsFeature(
      Vertx vertx,
      Database database,
      RegistersFeature registers,
      Archive archive,
      HeavyWork work,
      KeepPolicy keep,
      String park,
      Clock clock) {
    this.archive = archive;
    this.work = work;
    this.book = new SeriesBook(registers, archive);
    this.latest = new LatestMemory(database, park, clock);
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
    this.upkeep = new Upkeep(vertx, archive, this, keep, clock);
  }

  public List<Route> routes() {
    return new ReadingsRoutes(this, registers, archive.history(), work, clock).routes();
  }

  /** Remembers the newest readings of before the restart; to be called when the registers are loaded, before data comes in. */
  public Future<Void> start() {
    book.open();
    archive.close();
    return latest.restore(book.listKeys());
  }

  /** Packing, roll-ups, retention: its owner starts and stops it. */
  public Upkeep upkeep() {
    return upkeep;
  }

  /** Looks back at one or many series. */
  public History history() {
    return archive.history();
  }

  /** Says before each retention run which readings open things refer to. */
  public void addHolder(Supplier<List<Hold>> holder) {
    archive.retention().addHolder(holder);
  }

  Future<Void> saveLatest() {
    return latest.save();
  }

  /** All series of the class that describes the environment, or all others. */
  List<Long> listKeys(boolean environment) {
    return book.listKeys(environment);
  }

  /** Keeps a reading; the future succeeds after the commit. Fails at once when too many are waiting. */
  public Future<Void> keep(StoredReading reading) {
    return writer.offer(reading).committed();
  }

  public BatchWriter<StoredReading> writer() {
    return writer;
  }

  /** The newest reading of each series that has one; late data never moves it back. */
  public Future<List<StoredReading>> listLatest(ViewScope scope, List<Long> series) {
    return latest.list(scope, series, archive.history());
  }

  /** Writes what waits, then stops. */
  public Future<Void> close() {
    return writer.close(CLOSE_LIMIT_MS);
  }

  private Future<Void> write(List<StoredReading> batch) {
    return new LateSplit(archive)
        .write(batch, this::writeOpen)
        .onSuccess(done -> latest.takeAll(batch));
  }

  private Future<Void> writeOpen(List<StoredReading> batch) {
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
                                        ? Future.succeededFuture()
                                        : correct(tx, batch))));
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
