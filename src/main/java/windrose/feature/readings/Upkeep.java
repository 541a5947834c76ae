package windrose.feature.readings;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.util.function.IntSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import windrose.feature.readings.archive.Archive;
import windrose.feature.readings.packed.Spans;
import windrose.platform.observe.Metrics;

/**
 * The work behind the scenes of memory, in this order, every so often: partitions of the coming days, newest readings saved, closed
 * hours packed and rolled up, what is old enough forgotten.
 *
 * <p>It uses a pool of its own, goes in small steps, and lets the writer of fresh readings go first: before each step it waits
 * until that one holds little. What fails is tried again at the next round; nothing is done by halves. Event loop only.
 */
public final class Upkeep {
  private static final Logger log = LoggerFactory.getLogger(Upkeep.class);
  private static final long ROUND_MS = 20_000;
  private static final long FIRST_ROUND_MS = 3_000;
  private static final long BUSY_RETRY_MS = 250;
  private static final int BUSY_FROM = 4_000;
  private static final int MOST_RETRIES = 40;
  private static final long RETENTION_EVERY_US = Spans.HOUR_US;

  private final Vertx vertx;
  private final Archive archive;
  private final ReadingsFeature readings;
  private final KeepPolicy keep;
  private final Clock clock;
  private final IntSupplier held;
  private Future<Void> round = Future.succeededFuture();
  private long timer = -1;
  private boolean stopping;
  private boolean running;
  private long retentionAtUs = Long.MIN_VALUE;
  private long rounds;
  private long failures;
  private long lagHours;
  private long dirtyHours;

  Upkeep(Vertx vertx, Archive archive, ReadingsFeature readings, KeepPolicy keep, Clock clock) {
    this.vertx = vertx;
    this.archive = archive;
    this.readings = readings;
    this.keep = keep;
    this.clock = clock;
    this.held = () -> readings.writer().held();
  }

  public void start() {
    plan(FIRST_ROUND_MS);
  }

  /** Lets the step that runs come to its end, and saves the newest readings. */
  public Future<Void> stop() {
    stopping = true;
    vertx.cancelTimer(timer);
    return round.transform(done -> readings.saveLatest());
  }

  public void observe(Metrics metrics) {
    metrics.gauge(
        "windrose_readings_pack_lag_hours", "Closed hours that wait to be packed", () -> lagHours);
    metrics.gauge(
        "windrose_readings_dirty_hours", "Hours to roll up anew after late data", () -> dirtyHours);
    metrics.gauge(
        "windrose_readings_packed", "Readings packed since the start", archive::packedReadings);
    metrics.gauge("windrose_readings_upkeep_rounds", "Rounds of upkeep", () -> rounds);
    metrics.gauge(
        "windrose_readings_upkeep_failures", "Rounds of upkeep that failed", () -> failures);
  }

  /** Readings packed since the start. */
  public long packedReadings() {
    return archive.packedReadings();
  }

  /** Rounds that came to their end. */
  public long rounds() {
    return rounds;
  }

  private void plan(long delayMs) {
    if (!stopping) {
      timer = vertx.setTimer(delayMs, due -> runNow().onComplete(done -> plan(ROUND_MS)));
    }
  }

  /** One round, at once; the one that runs already if there is one. */
  public Future<Void> runNow() {
    if (running) {
      return round;
    }
    running = true;
    round =
        archive
            .prepareDays()
            .compose(done -> readings.saveLatest())
            .compose(done -> archive.pack(this::calm))
            .compose(done -> retire())
            .compose(done -> measure())
            .onComplete(
                done -> {
                  running = false;
                  if (done.succeeded()) {
                    rounds++;
                  } else if (!stopping) {
                    failures++;
                    log.warn("upkeep of readings waits: {}", done.cause().toString());
                  }
                });
    return round;
  }

  private Future<Void> retire() {
    long nowUs = Spans.us(clock.instant());
    if (nowUs - retentionAtUs < RETENTION_EVERY_US && retentionAtUs != Long.MIN_VALUE) {
      return Future.succeededFuture();
    }
    retentionAtUs = nowUs;
    return archive
        .retention()
        .run("safety", readings.listKeys(false), keep.safety(), nowUs, this::calm)
        .compose(
            done ->
                archive
                    .retention()
                    .run(
                        "environment",
                        readings.listKeys(true),
                        keep.environment(),
                        nowUs,
                        this::calm))
        .compose(done -> archive.retention().dropEmptyMonths(nowUs));
  }

  private Future<Void> measure() {
    return archive
        .lagHours()
        .onSuccess(hours -> lagHours = hours)
        .compose(done -> archive.dirtyHours())
        .onSuccess(hours -> dirtyHours = hours)
        .mapEmpty();
  }

  /** Waits while fresh readings pile up, yet not for ever: unpacked days would pile up too. */
  private Future<Void> calm() {
    Promise<Void> calm = Promise.promise();
    waitForCalm(calm, MOST_RETRIES);
    return calm.future();
  }

  private void waitForCalm(Promise<Void> calm, int retries) {
    if (stopping) {
      calm.fail("upkeep is stopping");
    } else if (held.getAsInt() < BUSY_FROM || retries == 0) {
      calm.complete();
    } else {
      vertx.setTimer(BUSY_RETRY_MS, again -> waitForCalm(calm, retries - 1));
    }
  }
}
