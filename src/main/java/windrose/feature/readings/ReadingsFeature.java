package windrose.feature.readings;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import windrose.domain.access.ViewScope;
import windrose.feature.readings.archive.Archive;
import windrose.feature.readings.archive.History;
import windrose.feature.readings.archive.Hold;
import windrose.feature.registers.RegistersFeature;
import windrose.platform.db.Database;
import windrose.platform.web.Route;
import windrose.platform.work.HeavyWork;

/** The front door to memory: keeps readings in batches and answers latest values and ranges. */
public final class ReadingsFeature {
  private final Clock clock;
  private final RegistersFeature registers;
  private final WritePath writePath;
  private final WriteLanes writer;
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
    this.clock = clock;
    this.registers = registers;
    this.writePath =
        new WritePath(
            database, new ReadingsStore(park), new ClaimStore(park), new LateSplit(archive), clock);
    this.writer =
        new WriteLanes(
            vertx, batch -> writePath.write(batch).onSuccess(latest::takeAll).mapEmpty());
    this.upkeep = new Upkeep(vertx, archive, this, keep, clock);
  }

  public List<Route> routes() {
    return Stream.concat(
            new ReadingsRoutes(this, registers, archive.history(), work, clock).routes().stream(),
            new MomentRoutes(registers, archive.history(), clock).routes().stream())
        .toList();
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

  /** The newest reading of each series that has one; late data never moves it back. */
  public Future<List<StoredReading>> listLatest(ViewScope scope, List<Long> series) {
    return latest.list(scope, series, archive.history());
  }

  /** Whether anything was ever stored for a series. */
  public Future<Boolean> hasAny(long series) {
    return archive.history().newest(ViewScope.ALL, List.of(series)).map(found -> !found.isEmpty());
  }

  /** Writes what waits, then stops. */
  public Future<Void> close() {
    return writer.close();
  }
}
