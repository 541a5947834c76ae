package windrose.feature.readings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static windrose.testing.Waiting.await;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import windrose.domain.access.ViewScope;
import windrose.domain.measure.Quality;
import windrose.domain.measure.RollUp;
import windrose.domain.measure.RollUpSum;
import windrose.domain.time.TimeRange;
import windrose.feature.journal.Journal;
import windrose.feature.readings.archive.Archive;
import windrose.feature.readings.archive.Stretch;
import windrose.feature.readings.archive.Summary;
import windrose.feature.readings.packed.Corrected;
import windrose.feature.readings.packed.SeriesShape;
import windrose.feature.readings.packed.Spans;
import windrose.platform.db.Database;
import windrose.platform.db.TestDatabase;
import windrose.platform.work.HeavyWork;
import windrose.testing.HandClock;

/** An archive on a real database, beside a plain list of all that was ever written to it, to be compared with. */
final class PastWorld implements AutoCloseable {
  static final String PARK = "test";
  static final SeriesShape FAST = new SeriesShape(1, 10, false);
  static final SeriesShape SLOW = new SeriesShape(2, 600, false);
  static final SeriesShape WIND = new SeriesShape(3, 60, true);
  static final List<SeriesShape> ALL = List.of(FAST, SLOW, WIND);

  final TestDatabase test = TestDatabase.fresh();
  final Vertx vertx = Vertx.vertx();
  final Database database = test.open(vertx, 4);
  final Database own = test.open(vertx, 2);
  final Database owner = test.openAsOwner(vertx, 2);
  final HeavyWork work = new HeavyWork(vertx, "test-history", 2, 100, 30_000);
  final HandClock clock = new HandClock();
  Archive archive;
  private final ReadingsStore store = new ReadingsStore(PARK);
  private final Map<Long, TreeMap<Long, List<StoredReading>>> written = new TreeMap<>();

  PastWorld() {
    clock.advance(Duration.ofDays(-200));
    restart();
  }

  /** A new archive, as after a restart of the program. */
  void restart() {
    archive = new Archive(database, own, work, Journal.of(PARK, clock), PARK, clock);
    archive.setSeries(ALL);
    archive.close();
  }

  Instant today() {
    return Spans.instant(Spans.dayOf(Spans.us(clock.instant())));
  }

  <T> T onLoop(Supplier<Future<T>> step) {
    Promise<T> promise = Promise.promise();
    vertx.runOnContext(
        go -> {
          try {
            step.get().onComplete(promise);
          } catch (RuntimeException thrown) {
            promise.fail(thrown);
          }
        });
    return await(promise.future());
  }

  /** Writes the way of the feature, and remembers it. */
  void write(List<StoredReading> batch) {
    onLoop(() -> new LateSplit(archive).write(batch, this::writeOpen));
    for (StoredReading reading : batch) {
      written
          .computeIfAbsent(reading.series(), key -> new TreeMap<>())
          .computeIfAbsent(Spans.us(reading.at()), at -> new ArrayList<>())
          .add(reading);
    }
  }

  void write(SeriesShape series, Instant at, double value, int quality) {
    write(List.of(reading(series, at, value, quality, clock.instant())));
  }

  static StoredReading reading(
      SeriesShape series, Instant at, double value, int quality, Instant received) {
    return new StoredReading(series.key(), at, received, value, new Quality(quality));
  }

  private Future<Integer> writeOpen(List<StoredReading> batch) {
    TreeSet<Long> days = new TreeSet<>();
    batch.forEach(reading -> days.add(Spans.dayOf(Spans.us(reading.at()))));
    Future<Void> chain = Future.succeededFuture();
    for (long day : days) {
      chain = chain.compose(done -> store.ensureDay(database, Spans.dateOf(day)));
    }
    return chain.compose(
        done ->
            database.inTransaction(
                tx ->
                    store
                        .insertNew(tx, InsertColumns.of(batch))
                        .compose(inserted -> store.insertCorrections(tx, batch).map(inserted))));
  }

  /** Ordinary life of all three series with gaps, jitter, bad and drill readings, and a few corrections on the same day. */
  void live(Instant from, Instant to, int seed) {
    Random random = new Random(seed);
    List<StoredReading> batch = new ArrayList<>();
    for (SeriesShape series : ALL) {
      Instant at = from;
      while (at.isBefore(to)) {
        if (random.nextInt(50) != 0) {
          double value =
              series.circular()
                  ? random.nextInt(3600) / 10.0
                  : Math.round(1000 + random.nextGaussian() * 300) / 100.0;
          Instant received = at.plusNanos(1_000L * (5_000 + random.nextInt(80_000)));
          batch.add(reading(series, at, value, quality(random), received));
          if (random.nextInt(200) == 0) {
            batch.add(reading(series, at, value + 1, 0, received.plusSeconds(30)));
          }
        }
        at = at.plusMillis(series.intervalS() * 1000L + (random.nextInt(9) == 0 ? 7 : 0));
        if (batch.size() >= 2_000) {
          write(batch);
          batch = new ArrayList<>();
        }
      }
    }
    if (!batch.isEmpty()) {
      write(batch);
    }
  }

  private static int quality(Random random) {
    return switch (random.nextInt(40)) {
      case 0 -> Quality.CALIBRATION;
      case 1 -> Quality.OUT_OF_RANGE;
      case 2 -> Quality.DRILL;
      case 3 -> Quality.LATE;
      default -> 0;
    };
  }

  void pack() {
    onLoop(() -> archive.pack(Future::succeededFuture));
  }

  Corrected readings(SeriesShape series, Instant from, Instant to, ViewScope scope, Instant known) {
    long knownUs = known.equals(Instant.MAX) ? Long.MAX_VALUE : Spans.us(known);
    return onLoop(
            () ->
                archive
                    .history()
                    .readings(
                        scope, List.of(series.key()), Stretch.of(new TimeRange(from, to)), knownUs))
        .getOrDefault(
            series.key(),
            Corrected.of(
                windrose.feature.readings.packed.ReadingColumns.EMPTY, List.of(), Long.MAX_VALUE));
  }

  Summary rollUps(SeriesShape series, Instant from, Instant to, long widthUs) {
    return onLoop(
            () ->
                archive
                    .history()
                    .rollUps(
                        ViewScope.ALL,
                        List.of(series),
                        Stretch.of(new TimeRange(from, to)),
                        widthUs))
        .getOrDefault(series.key(), new Summary(new TreeMap<>(), false));
  }

  /** What is true of an instant: the value that was known last, in the order of writing. */
  private static StoredReading newest(List<StoredReading> ofInstant) {
    StoredReading first = ofInstant.get(0);
    StoredReading newest = first;
    for (StoredReading other : ofInstant) {
      if (other.value() != first.value() && !other.received().isBefore(newest.received())) {
        newest = other;
      }
    }
    return newest;
  }

  /** Every reading ever written is there once, with its newest value, and nothing else is. */
  void holdsReadings(Instant from, Instant to) {
    for (SeriesShape series : ALL) {
      Corrected found = readings(series, from, to, ViewScope.ALL, Instant.MAX);
      List<String> have = new ArrayList<>();
      for (int i = 0; i < found.readings().size(); i++) {
        have.add(
            found.readings().atUs(i)
                + " "
                + found.readings().receivedUs(i)
                + " "
                + found.readings().value(i)
                + " "
                + found.readings().quality(i)
                + " "
                + found.isChanged(i));
      }
      List<String> want = new ArrayList<>();
      ofSeries(series)
          .subMap(Spans.us(from), Spans.us(to))
          .forEach(
              (at, all) -> {
                StoredReading first = all.get(0);
                StoredReading newest = newest(all);
                want.add(
                    at
                        + " "
                        + Spans.us(first.received())
                        + " "
                        + newest.value()
                        + " "
                        + newest.quality().bits()
                        + " "
                        + !newest.equals(first));
              });
      assertThat(have).as("series " + series.key()).isEqualTo(want);
    }
  }

  /** The roll-ups are those that anybody would sum by hand. */
  void holdsRollUps(Instant from, Instant to, long widthUs) {
    for (SeriesShape series : ALL) {
      TreeMap<Long, RollUpSum> sums = new TreeMap<>();
      ofSeries(series)
          .forEach(
              (at, all) -> {
                StoredReading newest = newest(all);
                sums.computeIfAbsent(
                        Spans.alignedTo(at, widthUs), key -> new RollUpSum(series.circular()))
                    .add(newest.value(), newest.quality());
              });
      NavigableMap<Long, RollUp> want = new TreeMap<>();
      sums.subMap(Spans.us(from), Spans.us(to))
          .forEach(
              (at, sum) -> {
                if (!sum.isEmpty()) {
                  want.put(at, sum.result());
                }
              });
      NavigableMap<Long, RollUp> have = rollUps(series, from, to, widthUs).buckets();
      assertThat(have.keySet()).as("series " + series.key()).isEqualTo(want.keySet());
      want.forEach((at, rollUp) -> same(have.get(at), rollUp));
    }
  }

  private static void same(RollUp have, RollUp want) {
    assertThat(have.count()).isEqualTo(want.count());
    assertThat(have.valid()).isEqualTo(want.valid());
    assertThat(Double.valueOf(have.min())).isEqualTo(Double.valueOf(want.min()));
    assertThat(Double.valueOf(have.max())).isEqualTo(Double.valueOf(want.max()));
    if (Double.isNaN(want.mean())) {
      assertThat(have.mean()).isNaN();
    } else {
      assertThat(have.mean()).isCloseTo(want.mean(), within(1e-6));
    }
  }

  private NavigableMap<Long, List<StoredReading>> ofSeries(SeriesShape series) {
    return written.getOrDefault(series.key(), new TreeMap<>());
  }

  /** Number and sum over all columns of what stands in the tables as rows, unpacked ones included. */
  long count(String table) {
    return await(owner.run("select count(*) as n from " + table)).iterator().next().getLong("n");
  }

  @Override
  public void close() {
    await(work.close());
    await(database.close());
    await(own.close());
    await(owner.close());
    await(vertx.close());
    test.close();
  }
}
