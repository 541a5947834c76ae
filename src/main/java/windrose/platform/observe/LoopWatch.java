package windrose.platform.observe;

import io.micrometer.core.instrument.DistributionSummary;
import io.vertx.core.Vertx;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Measures how late the event loop is: a timer that should fire every {@value #PERIOD_MS} ms and notes by how much it did not.
 *
 * <p>Vert.x itself prints the stack of a handler that holds the loop too long; this shows how often it comes near.
 */
public final class LoopWatch {
  private static final Logger log = LoggerFactory.getLogger(LoopWatch.class);
  private static final int PERIOD_MS = 100;
  private static final long WARN_MS = 500;

  private final DistributionSummary delay;
  private long lastNs = System.nanoTime();

  public LoopWatch(Vertx vertx, Metrics metrics) {
    this.delay =
        DistributionSummary.builder("windrose_event_loop_delay_ms")
            .description("How late a timer fires on the event loop")
            .publishPercentiles(0.5, 0.99)
            .register(metrics.registry());
    vertx.setPeriodic(PERIOD_MS, timer -> measure());
  }

  private void measure() {
    long now = System.nanoTime();
    long lateMs = Math.max(0, TimeUnit.NANOSECONDS.toMillis(now - lastNs) - PERIOD_MS);
    lastNs = now;
    delay.record((double) lateMs);
    if (lateMs > WARN_MS) {
      log.warn("the event loop was held for {} ms", lateMs);
    }
  }
}
