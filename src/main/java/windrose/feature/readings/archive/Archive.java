package windrose.feature.readings.archive;

import io.vertx.core.Future;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import windrose.feature.journal.Journal;
import windrose.feature.readings.packed.SeriesReading;
import windrose.feature.readings.packed.SeriesShape;
import windrose.feature.readings.packed.Spans;
import windrose.platform.db.Database;
import windrose.platform.work.HeavyWork;

/** The front door to the closed past: late data goes in, upkeep goes on, and {@link History} looks back. */
public final class Archive {
  private static final int DAYS_AHEAD = 3;

  private final Database database;
  private final Clock clock;
  private final UpkeepStore upkeep;
  private final Closed closed = new Closed();
  private final LateReadings late;
  private final Packer packer;
  private final PackJobs jobs;
  private final Retention retention;
  private final History history;
  private final Set<Future<?>> writing = new LinkedHashSet<>();
  private Map<Long, SeriesShape> shapes = Map.of();

  /**
   * @param own the pool of upkeep, apart from the one that answers people and takes readings
   * @param work where packing and unpacking are summed
   */
  public Archive(
      Database database, Database own, HeavyWork work, Journal journal, String park, Clock clock) {
    this.database = own;
    this.clock = clock;
    this.upkeep = new UpkeepStore(park);
    HotStore hot = new HotStore(park);
    ChunkStore chunks = new ChunkStore(park);
    CorrectionStore corrections = new CorrectionStore(park);
    RollUpStore rollUps = new RollUpStore(park);
    this.late =
        new LateReadings(
            database, hot, chunks, corrections, upkeep, closed, this::shape, this::nowUs);
    this.packer = new Packer(own, work, hot, chunks, corrections, rollUps, upkeep);
    this.jobs =
        new PackJobs(
            own, packer, hot, upkeep, closed, this::shape, () -> List.copyOf(shapes.values()));
    this.retention = new Retention(own, journal, chunks, corrections, rollUps, upkeep);
    this.history = new History(database, work, hot, chunks, corrections, rollUps, upkeep);
  }

  public History history() {
    return history;
  }

  public Retention retention() {
    return retention;
  }

  /** Which series there are, retired ones too; to be told anew whenever the register changes. */
  public void setSeries(Collection<SeriesShape> all) {
    Map<Long, SeriesShape> byKey = new HashMap<>();
    all.forEach(shape -> byKey.put(shape.key(), shape));
    shapes = byKey;
  }

  /** A series that the register does not know counts as slow and linear. */
  public SeriesShape shape(long key) {
    SeriesShape known = shapes.get(key);
    return known == null ? new SeriesShape(key, 0, false) : known;
  }

  /** Closes what is due; readings of before then count as late. */
  public void close() {
    closed.advance(nowUs());
  }

  /** Whether a reading of this moment must go through {@link #writeLate}. */
  public boolean isLate(long atUs) {
    return closed.mayHold(atUs);
  }

  public Future<Integer> writeLate(List<SeriesReading> readings) {
    return late.write(readings);
  }

  /** A write of readings that were not late when it began; packing waits for it. */
  public <T> Future<T> track(Future<T> write) {
    writing.add(write);
    return write.onComplete(done -> writing.remove(write));
  }

  /** Makes the partitions of the coming days. */
  public Future<Void> prepareDays() {
    LocalDate today = Spans.dateOf(nowUs());
    Future<Void> chain = Future.succeededFuture();
    for (int ahead = 0; ahead <= DAYS_AHEAD; ahead++) {
      LocalDate day = today.plusDays(ahead);
      chain = chain.compose(done -> upkeep.ensureDay(database, day));
    }
    return chain
        .compose(done -> upkeep.ensureMonth(database, today))
        .compose(done -> upkeep.ensureMonth(database, today.plusDays(DAYS_AHEAD)));
  }

  /** Packs all that is closed; {@code calm} is asked before each step and may make it wait. */
  public Future<Void> pack(Supplier<Future<Void>> calm) {
    close();
    List<Future<?>> before = List.copyOf(writing);
    return Future.join(before)
        .transform(done -> jobs.run(calm))
        .onComplete(done -> packer.forgetMonths());
  }

  public long packedReadings() {
    return jobs.packedReadings();
  }

  /** Closed hours that are not packed yet. */
  public Future<Long> lagHours() {
    return jobs.lagHours();
  }

  /** Hours that late data touched and that are not summed anew yet. */
  public Future<Long> dirtyHours() {
    return upkeep.countDirty(database);
  }

  private long nowUs() {
    return Spans.us(clock.instant());
  }
}
