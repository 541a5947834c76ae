package windrose.platform.db;

import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the database every {@value #PERIOD_MS} ms whether it answers, and tells when that changes. */
public final class DatabaseWatch {
  private static final Logger log = LoggerFactory.getLogger(DatabaseWatch.class);
  private static final int PERIOD_MS = 2_000;
  private static final int PATIENCE_MS = 5_000;

  private final Vertx vertx;
  private final Database database;
  private final Clock clock;
  private final Listener listener;
  private @Nullable Instant awaySince;
  private boolean asking;
  private long timer = -1;

  /** Hears when the database goes and when it comes back. */
  public interface Listener {
    void away(Instant since);

    void back();
  }

  public DatabaseWatch(Vertx vertx, Database database, Clock clock, Listener listener) {
    this.vertx = vertx;
    this.database = database;
    this.clock = clock;
    this.listener = listener;
  }

  public void start() {
    timer = vertx.setPeriodic(PERIOD_MS, id -> ask());
  }

  public void stop() {
    vertx.cancelTimer(timer);
  }

  public Optional<Instant> awaySince() {
    return Optional.ofNullable(awaySince);
  }

  private void ask() {
    if (asking) {
      return;
    }
    asking = true;
    Instant asked = clock.instant();
    database
        .run("select 1")
        .timeout(PATIENCE_MS, TimeUnit.MILLISECONDS)
        .onComplete(
            answer -> {
              asking = false;
              if (answer.succeeded()) {
                back();
              } else {
                away(asked, answer.cause());
              }
            });
  }

  private void away(Instant asked, Throwable why) {
    if (awaySince == null) {
      awaySince = asked;
      log.warn("the database does not answer since {}: {}", asked, why.getMessage());
      listener.away(asked);
    }
  }

  private void back() {
    if (awaySince != null) {
      log.info("the database answers again");
      awaySince = null;
      listener.back();
    }
  }
}
