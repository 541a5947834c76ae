package windrose.feature.simulator.devices;

import java.util.Random;

/** How long to wait before the next attempt: doubling from one second to a minute, with full jitter. */
final class BackOff {
  private static final long FIRST_MS = 1_000;
  private static final long LONGEST_MS = 60_000;
  private static final long SHORTEST_MS = 100;

  private final Random random;
  private int failures;

  BackOff(long seed) {
    this.random = new Random(seed);
  }

  long nextMs() {
    long ceiling = Math.min(LONGEST_MS, FIRST_MS << Math.min(failures, 10));
    failures++;
    return Math.max(SHORTEST_MS, (long) (random.nextDouble() * ceiling));
  }

  void worked() {
    failures = 0;
  }
}
