package windrose.feature.ingest.quarantine;

import io.micrometer.core.instrument.Counter;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import windrose.platform.db.BatchLimits;
import windrose.platform.db.BatchWriter;
import windrose.platform.db.Database;
import windrose.platform.observe.Metrics;

/**
 * Keeps what could not be understood, within limits: a station that floods is counted and no longer kept, and when the whole
 * grows too large the oldest messages go.
 */
public final class Quarantine {
  private static final Logger log = LoggerFactory.getLogger(Quarantine.class);
  private static final int BATCH = 200;
  private static final int BATCH_DELAY_MS = 20;
  private static final int HELD_LIMIT = 1_000;
  private static final int MOST_STATIONS = 20_000;
  private static final long CLOSE_LIMIT_MS = 5_000;

  /** Taken away at a time, so that the limit is not met again with the next message. */
  private static final long TRIM = 1_000;

  private final Database database;
  private final QuarantineStore store;
  private final QuarantineLimits limits;
  private final BatchWriter<Quarantined> writer;
  private final Map<String, StationAllowance> allowances = new HashMap<>();
  private final Counter kept;
  private final Counter notKept;
  private final Counter trimmed;
  private long rows = -1;
  private long bytes;
  private boolean trimming;

  public Quarantine(
      Vertx vertx, Database database, String park, QuarantineLimits limits, Metrics metrics) {
    this.database = database;
    this.store = new QuarantineStore(park);
    this.limits = limits;
    this.writer =
        new BatchWriter<>(
            vertx,
            "quarantine",
            BatchLimits.of(BATCH, BATCH_DELAY_MS, 1, HELD_LIMIT),
            batch -> store.insert(database, batch));
    kept =
        metrics.counter(
            "windrose_quarantined_total", "Messages kept raw because they make no sense");
    notKept =
        metrics.counter(
            "windrose_quarantine_over_rate_total",
            "Senseless messages that were only counted, since their station sends too many");
    trimmed =
        metrics.counter(
            "windrose_quarantine_trimmed_total", "Oldest quarantined messages that made room");
  }

  /** Keeps a message; succeeds after the commit, or at once when its station is over its rate. */
  public Future<Void> keep(Quarantined message) {
    if (allowances.size() > MOST_STATIONS) {
      allowances.clear();
    }
    long nowMs = System.nanoTime() / 1_000_000;
    StationAllowance allowance =
        allowances.computeIfAbsent(message.station(), first -> new StationAllowance(limits, nowMs));
    if (!allowance.take(nowMs)) {
      notKept.increment();
      if (allowance.notKept() % 10_000 == 1) {
        log.warn(
            "{} sends more nonsense than is kept: {} messages were counted only",
            message.station(),
            allowance.notKept());
      }
      return Future.succeededFuture();
    }
    return writer.offer(message).committed().onSuccess(done -> count(message));
  }

  private void count(Quarantined message) {
    kept.increment();
    if (rows >= 0) {
      rows++;
      bytes += message.payload().length();
    }
    trimIfNeeded();
  }

  private void trimIfNeeded() {
    boolean over = rows > limits.maxRows() || bytes > limits.maxBytes();
    if (trimming || (rows >= 0 && !over)) {
      return;
    }
    trimming = true;
    (rows < 0 ? measure() : trim())
        .onComplete(
            done -> {
              trimming = false;
              if (done.failed()) {
                rows = -1; // counted anew with the next message
                log.warn("the quarantine was not trimmed: {}", done.cause().getMessage());
              } else if (rows > limits.maxRows() || bytes > limits.maxBytes()) {
                trimIfNeeded();
              }
            });
  }

  private Future<Void> measure() {
    return store
        .getSize(database)
        .map(
            size -> {
              rows = size.rows();
              bytes = size.bytes();
              return null;
            });
  }

  private Future<Void> trim() {
    return store
        .deleteOldest(database, Math.max(1, Math.min(TRIM, limits.maxRows() / 10)))
        .map(
            gone -> {
              rows -= gone.rows();
              bytes -= gone.bytes();
              trimmed.increment((double) gone.rows());
              return null;
            });
  }

  /** Messages of a station that were counted only, since this process started. */
  long notKept(String station) {
    StationAllowance allowance = allowances.get(station);
    return allowance == null ? 0 : allowance.notKept();
  }

  /** Messages were taken out. */
  void forgetSize() {
    rows = -1;
  }

  QuarantineStore store() {
    return store;
  }

  Database database() {
    return database;
  }

  public Future<Void> close() {
    return writer.close(CLOSE_LIMIT_MS);
  }
}
