package windrose.app;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import windrose.domain.access.ViewScope;
import windrose.domain.time.TimeRange;
import windrose.feature.basemap.BasemapFeature;
import windrose.feature.journal.Journal;
import windrose.feature.readings.KeepPolicy;
import windrose.feature.readings.ReadingsFeature;
import windrose.feature.readings.archive.Archive;
import windrose.feature.readings.archive.Stretch;
import windrose.feature.readings.packed.Corrected;
import windrose.feature.readings.packed.SeriesShape;
import windrose.feature.readings.packed.Spans;
import windrose.feature.registers.RegisteredSeries;
import windrose.feature.registers.RegistersFeature;
import windrose.feature.registers.SubstanceFiles;
import windrose.platform.db.Database;
import windrose.platform.db.DatabaseUrl;
import windrose.platform.work.HeavyWork;
import windrose.platform.work.OffLoop;

/**
 * Builds a past of many million readings in the product's own tables and measures its questions, first on plain rows under the
 * plain index, then after the product's own packing and roll-ups.
 *
 * <p>Warm is the median of nine runs of the same question, first touch the first question about a series and day that nobody
 * asked about before. Everything runs on this machine, the database's share included.
 */
@OffLoop("main thread of a command")
final class HistoryBench {
  private static final int SLOW_SERIES = 10_000;
  private static final int SLOW_INTERVAL_S = 3_600;
  private static final int DAYS = 30;
  private static final int DAY_S = 86_400;
  private static final int WARM_UPS = 10;
  private static final int MOST_ROUNDS = 15;
  private static final int ROUND_S = 20;
  private static final long EMPTY_BYTES = 1_000_000;
  private static final int WARM_RUNS = 9;
  private static final long STEP_LIMIT_S = 3 * 3_600;
  private static final double BYTES_LIMIT = 12;
  private static final double SERIES_DAY_LIMIT_MS = 25;
  private static final double DOWN_SAMPLED_LIMIT_MS = 100;
  private static final double LATEST_LIMIT_MS = 30;
  private static final long TWO_HOURS_US = 2 * Spans.HOUR_US;

  private final Console console;
  private final Vertx vertx;
  private final Database database;
  private final Database own;
  private final HistoryBenchStore store;
  private final HeavyWork work;
  private final RegistersFeature registers;
  private final ReadingsFeature readings;
  private final int days;
  private final int fastSeries;
  private final LocalDate firstDay;
  private final List<Long> fast = new ArrayList<>();
  private final List<Long> slow = new ArrayList<>();
  private int missed;

  private HistoryBench(Console console, Vertx vertx, DatabaseUrl url, long wanted) {
    String park = "park";
    // the newest day counts as closed, whatever the hour at which this runs
    Clock clock = Clock.offset(Clock.systemUTC(), Duration.ofHours(3));
    this.console = console;
    this.vertx = vertx;
    this.database = Database.open(vertx, url, 4);
    this.own = Database.open(vertx, url, 2);
    this.store = new HistoryBenchStore(park);
    this.work = new HeavyWork(vertx, "windrose-history", 2, 500, 60_000);
    Journal journal = Journal.of(park, clock);
    BasemapFeature basemap =
        new BasemapFeature(database, journal, park, clock, work, Optional.empty());
    this.registers =
        new RegistersFeature(database, journal, park, clock, basemap, SubstanceFiles.read());
    Archive archive = new Archive(database, own, work, journal, park, clock);
    this.readings =
        new ReadingsFeature(
            vertx, database, registers, archive, work, KeepPolicy.GENEROUS, park, clock);
    this.days = (int) Math.max(1, Math.min(DAYS, wanted / DAY_S));
    this.fastSeries = (int) Math.ceil((double) wanted / days / DAY_S);
    this.firstDay = LocalDate.ofInstant(Instant.now(), ZoneOffset.UTC).minusDays(days);
  }

  /** The data goes to a folder of its own, which is gone afterwards; 50 million readings need some 8 GB meanwhile. */
  static int run(long wanted, Path parent, Console console) throws IOException {
    Path folder = Files.createTempDirectory(parent, "windrose-bench");
    Vertx vertx = Vertx.vertx();
    try {
      AppConfig config =
          ConfigReader.read(
              folder, Map.of("WINDROSE_DATA_DIR", folder.resolve("data").toString()), List.of());
      try (Storage storage = Storage.open(config, console::progress)) {
        DatabaseUrl url = storage.prepare(vertx, console::progress);
        HistoryBench bench = new HistoryBench(console, vertx, url, wanted);
        bench.measure();
        return bench.missed == 0 ? 0 : 1;
      }
    } finally {
      Await.result(vertx.close(), 60, "closing");
      StartBench.delete(folder);
    }
  }

  private void measure() {
    long rows = fill();
    double plainBytes = (double) await(() -> store.bytes(own, "reading")) / rows;
    double plainDay = warm(() -> seriesDay(0, days / 2));
    double plainFirst = once(() -> seriesDay(fast.size() - 1, days - 1));
    double plainSum = once(() -> store.sumPlain(own, fast.get(0), time(0), time(days)));
    double plainLatest = warm(() -> store.newestPlain(own, slow, time(days - 1)));
    await(() -> store.rememberNewest(own, all(), time(days - 1)));

    long from = System.nanoTime();
    await(readings.upkeep()::runNow);
    double packSeconds = (System.nanoTime() - from) / 1e9;
    dropEmptied();
    long loose = await(() -> store.count(own, "reading"));
    long packed = await(() -> store.count(own, "reading_chunk"));
    long rollUps = await(() -> store.count(own, "reading_rollup"));
    console.line(
        text(
            "packed and rolled up in %.0f s (%.0f readings/s); repacking ran: %s (%d packed, %d loose);"
                + " roll-ups ran: %s (%d packed rows)",
            packSeconds,
            packed / packSeconds,
            packed == rows ? "yes" : "NO",
            packed,
            loose,
            rollUps > 0 ? "yes" : "NO",
            rollUps));
    missed += packed == rows && rollUps > 0 ? 0 : 1;

    double bytes =
        (double)
                (await(() -> store.bytes(own, "reading"))
                    + await(() -> store.bytes(own, "reading_chunk")))
            / rows;
    double rollUpBytes = (double) await(() -> store.plainBytes(own, "reading_rollup")) / rows;
    console.line(text("%-44s %10s %9s %7s %14s", "", "measured", "limit", "ratio", "plain rows"));
    figure("bytes per reading at rest", bytes, BYTES_LIMIT, plainBytes, "B");
    console.line(text("%-44s %10.2f B", "  … and of roll-ups beside it", rollUpBytes));
    figure(
        "one series-day, first touch",
        once(() -> seriesDay(fast.size() - 1, days - 1)),
        Double.NaN,
        plainFirst,
        "ms");
    figure(
        "one series-day, warm",
        warm(() -> seriesDay(0, days / 2)),
        SERIES_DAY_LIMIT_MS,
        plainDay,
        "ms");
    double firstSum = once(() -> downSampled(fast.size() - 1));
    figure(days + " days down-sampled, first touch", firstSum, Double.NaN, Double.NaN, "ms");
    figure(
        days + " days down-sampled to 2 h",
        warm(() -> downSampled(0)),
        DOWN_SAMPLED_LIMIT_MS,
        plainSum,
        "ms");
    figure(
        days + " days down-sampled to 30 min",
        warm(() -> downSampled(0, 30 * Spans.MINUTE_US)),
        DOWN_SAMPLED_LIMIT_MS,
        Double.NaN,
        "ms");
    double restart = once(() -> readings.start());
    figure("newest of all series known after a restart", restart, Double.NaN, Double.NaN, "ms");
    figure(
        "latest of " + slow.size() + " series",
        warm(() -> readings.listLatest(ViewScope.ALL, slow)),
        LATEST_LIMIT_MS,
        plainLatest,
        "ms");
    await(readings::close);
    await(work::close);
    await(own::close);
    await(database::close);
  }

  /** A partition that autovacuum was looking at is dropped in a later round, as it would be in a running server. */
  private void dropEmptied() {
    for (int round = 0; round < MOST_ROUNDS; round++) {
      if (await(() -> store.bytes(own, "reading")) < EMPTY_BYTES) {
        return;
      }
      await(() -> vertx.timer(ROUND_S, TimeUnit.SECONDS).mapEmpty());
      await(readings.upkeep()::runNow);
    }
  }

  private long fill() {
    await(() -> store.register(own, "FAST", fastSeries, 1));
    await(() -> store.register(own, "SLOW", SLOW_SERIES, SLOW_INTERVAL_S));
    await(registers::load);
    for (RegisteredSeries one : registers.listAllSeries()) {
      (one.series().station().equals("FAST") ? fast : slow).add(one.key());
    }
    await(readings::start);
    long from = System.nanoTime();
    long rows = 0;
    for (int day = 0; day < days; day++) {
      LocalDate date = firstDay.plusDays(day);
      rows += await(() -> store.fillDay(own, date, fast, 1));
      console.progress(text("%s: %d readings", date, rows));
    }
    LocalDate last = firstDay.plusDays(days - 1);
    rows += await(() -> store.fillDay(own, last, slow, SLOW_INTERVAL_S));
    double seconds = (System.nanoTime() - from) / 1e9;
    console.line(
        text(
            "%d readings of %d series of 1 s over %d days and %d of 1 h, in time order, in %.0f s (%.0f/s)",
            rows, fast.size(), days, slow.size(), seconds, rows / seconds));
    return rows;
  }

  private List<Long> all() {
    List<Long> all = new ArrayList<>(fast);
    all.addAll(slow);
    return all;
  }

  private OffsetDateTime time(int day) {
    return firstDay.plusDays(day).atStartOfDay().atOffset(ZoneOffset.UTC);
  }

  private Future<?> seriesDay(int series, int day) {
    return readings
        .history()
        .readings(
            ViewScope.ALL,
            List.of(fast.get(series)),
            Stretch.of(new TimeRange(time(day).toInstant(), time(day + 1).toInstant())),
            Long.MAX_VALUE)
        .onSuccess(
            found -> {
              Corrected whole = found.get(fast.get(series));
              if (whole == null || whole.readings().size() != DAY_S) {
                throw new IllegalStateException("a series-day is not complete");
              }
            });
  }

  private Future<?> downSampled(int series) {
    return downSampled(series, TWO_HOURS_US);
  }

  private Future<?> downSampled(int series, long widthUs) {
    return readings
        .history()
        .rollUps(
            ViewScope.ALL,
            List.of(new SeriesShape(fast.get(series), 1, false)),
            Stretch.of(new TimeRange(time(0).toInstant(), time(days).toInstant())),
            widthUs);
  }

  private <T> T await(Supplier<Future<T>> step) {
    return Await.result(Await.onLoop(vertx, step::get), STEP_LIMIT_S, "a step of the benchmark");
  }

  private double once(Supplier<? extends Future<?>> question) {
    long from = System.nanoTime();
    Await.result(
        Await.onLoop(vertx, () -> question.get().mapEmpty()),
        STEP_LIMIT_S,
        "a question of the benchmark");
    return (System.nanoTime() - from) / 1e6;
  }

  private double warm(Supplier<? extends Future<?>> question) {
    for (int run = 0; run < WARM_UPS; run++) {
      once(question);
    }
    return java.util.stream.IntStream.range(0, WARM_RUNS)
        .mapToDouble(run -> once(question))
        .sorted()
        .skip(WARM_RUNS / 2)
        .findFirst()
        .orElseThrow();
  }

  private void figure(String what, double measured, double limit, double plain, String unit) {
    boolean limited = !Double.isNaN(limit);
    boolean holds = !limited || measured <= limit;
    missed += holds ? 0 : 1;
    console.line(
        text(
            "%-44s %7.2f %-2s %9s %7s %14s   %s",
            what,
            measured,
            unit,
            limited ? text("%.0f", limit) : "",
            limited ? text("%.2f", measured / limit) : "",
            Double.isNaN(plain) ? "" : text("%.1f = %.1fx", plain, plain / measured),
            limited ? (holds ? "ok" : "MISSED") : ""));
  }

  private static String text(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
