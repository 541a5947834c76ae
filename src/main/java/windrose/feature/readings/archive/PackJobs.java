package windrose.feature.readings.archive;

import io.vertx.core.Future;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import windrose.feature.readings.packed.SeriesShape;
import windrose.feature.readings.packed.Spans;
import windrose.platform.db.Database;

/**
 * Packs what is due, in small transactions: closed hours of fast series, closed days of everything that is left, and hours that
 * late data touched.
 *
 * <p>Nothing but the database remembers how far it came, so that it goes on after a crash where it stopped.
 */
final class PackJobs {
  private static final String HOURS = "hours";
  private static final long ROWS_AT_ONCE = 100_000;
  private static final int SERIES_AT_ONCE = 500;
  private static final int DIRTY_HOURS_AT_ONCE = 500;
  private static final int UNKNOWN_INTERVAL_S = 60;

  private final Database database;
  private final Packer packer;
  private final HotStore hot;
  private final UpkeepStore upkeep;
  private final Closed closed;
  private final LongFunction<SeriesShape> shapes;
  private final Supplier<Collection<SeriesShape>> allShapes;
  private long packedReadings;

  PackJobs(
      Database database,
      Packer packer,
      HotStore hot,
      UpkeepStore upkeep,
      Closed closed,
      LongFunction<SeriesShape> shapes,
      Supplier<Collection<SeriesShape>> allShapes) {
    this.database = database;
    this.packer = packer;
    this.hot = hot;
    this.upkeep = upkeep;
    this.closed = closed;
    this.shapes = shapes;
    this.allShapes = allShapes;
  }

  /** Packs all that {@link Closed} has closed; {@code calm} is asked before each transaction. */
  Future<Void> run(Supplier<Future<Void>> calm) {
    return packHours(calm).compose(done -> packDays(calm)).compose(done -> packDirty(calm, 0));
  }

  long packedReadings() {
    return packedReadings;
  }

  /** How far behind the closed hours packing is. */
  Future<Long> lagHours() {
    return upkeep
        .findDone(database, HOURS)
        .map(
            done ->
                done.map(until -> Math.max(0, (closed.fastUs() - until) / Spans.HOUR_US))
                    .orElse(0L));
  }

  /** The hours of the current day; earlier days go as a whole. */
  private Future<Void> packHours(Supplier<Future<Void>> calm) {
    return upkeep
        .findDone(database, HOURS)
        .compose(
            done -> {
              long today = Spans.dayOf(closed.fastUs());
              return packHoursFrom(Math.max(today, done.orElse(today)), calm);
            });
  }

  private Future<Void> packHoursFrom(long hourUs, Supplier<Future<Void>> calm) {
    long end = hourUs + Spans.HOUR_US;
    if (end > closed.fastUs()) {
      return Future.succeededFuture();
    }
    List<SeriesShape> fast = allShapes.get().stream().filter(SeriesShape::isFast).toList();
    return packBatches(batches(fast, Spans.HOUR_US), 0, hourUs, end, calm)
        .compose(done -> upkeep.setDone(database, HOURS, end))
        .compose(done -> packHoursFrom(end, calm));
  }

  private Future<Void> packDays(Supplier<Future<Void>> calm) {
    return upkeep
        .findDays(database)
        .compose(
            days -> {
              Future<Void> chain = Future.succeededFuture();
              for (LocalDate day : days) {
                long start = Spans.us(day.atStartOfDay().toInstant(ZoneOffset.UTC));
                if (start + Spans.DAY_US <= closed.slowUs()) {
                  chain = chain.compose(done -> packDay(day, start, calm));
                }
              }
              return chain;
            });
  }

  /** Whatever a closed day still has, then the day's partition goes. */
  Future<Void> packDay(LocalDate day, long startUs, Supplier<Future<Void>> calm) {
    return packDayAfter(Long.MIN_VALUE, startUs, calm)
        .compose(done -> upkeep.dropEmptyDay(database, day))
        .mapEmpty();
  }

  private Future<Void> packDayAfter(long key, long startUs, Supplier<Future<Void>> calm) {
    long end = startUs + Spans.DAY_US;
    return hot.findSeriesAfter(database, key, startUs, end, SERIES_AT_ONCE)
        .compose(
            keys -> {
              if (keys.isEmpty()) {
                return Future.succeededFuture();
              }
              List<SeriesShape> series = keys.stream().map(shapes::apply).toList();
              return packBatches(batches(series, Spans.DAY_US), 0, startUs, end, calm)
                  .compose(done -> packDayAfter(keys.get(keys.size() - 1), startUs, calm));
            });
  }

  private Future<Void> packDirty(Supplier<Future<Void>> calm, int hoursDone) {
    if (hoursDone == DIRTY_HOURS_AT_ONCE) {
      return Future.succeededFuture();
    }
    return upkeep
        .findDirtyHour(database)
        .compose(
            hour ->
                hour.isEmpty()
                    ? Future.succeededFuture()
                    : packDirtyHour(hour, calm).compose(done -> packDirty(calm, hoursDone + 1)));
  }

  private Future<Void> packDirtyHour(Optional<Long> hour, Supplier<Future<Void>> calm) {
    long hourUs = hour.orElseThrow();
    return upkeep
        .findDirtySeries(database, hourUs, SERIES_AT_ONCE)
        .compose(
            keys ->
                packBatches(
                    batches(keys.stream().map(shapes::apply).toList(), Spans.HOUR_US),
                    0,
                    hourUs,
                    hourUs + Spans.HOUR_US,
                    calm));
  }

  private Future<Void> packBatches(
      List<List<SeriesShape>> batches, int next, long from, long to, Supplier<Future<Void>> calm) {
    if (next == batches.size()) {
      return Future.succeededFuture();
    }
    return calm.get()
        .compose(done -> packer.pack(batches.get(next), from, to))
        .onSuccess(readings -> packedReadings += readings)
        .compose(done -> packBatches(batches, next + 1, from, to, calm));
  }

  private static List<List<SeriesShape>> batches(List<SeriesShape> series, long spanUs) {
    List<List<SeriesShape>> batches = new ArrayList<>();
    List<SeriesShape> batch = new ArrayList<>();
    long rows = 0;
    for (SeriesShape shape : series) {
      int intervalS = shape.intervalS() > 0 ? shape.intervalS() : UNKNOWN_INTERVAL_S;
      long expected = spanUs / Spans.SECOND_US / intervalS;
      if (!batch.isEmpty() && (rows + expected > ROWS_AT_ONCE || batch.size() == SERIES_AT_ONCE)) {
        batches.add(batch);
        batch = new ArrayList<>();
        rows = 0;
      }
      batch.add(shape);
      rows += expected;
    }
    if (!batch.isEmpty()) {
      batches.add(batch);
    }
    return batches;
  }
}
