package windrose.feature.walls;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.Map;

/** Counts tries per key in a sliding window; forgets the oldest keys rather than growing without end. */
final class RateLimit {
  private static final int MOST_KEYS = 5_000;

  private final Clock clock;
  private final int most;
  private final Duration window;
  private final Map<String, ArrayDeque<Instant>> tries =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, ArrayDeque<Instant>> eldest) {
          return size() > MOST_KEYS;
        }
      };

  RateLimit(Clock clock, int most, Duration window) {
    this.clock = clock;
    this.most = most;
    this.window = window;
  }

  /** Whether another try is allowed now. */
  boolean allows(String key) {
    ArrayDeque<Instant> known = tries.get(key);
    if (known == null) {
      return true;
    }
    Instant oldest = clock.instant().minus(window);
    while (!known.isEmpty() && known.getFirst().isBefore(oldest)) {
      known.removeFirst();
    }
    return known.size() < most;
  }

  void count(String key) {
    if (allows(key)) {
      tries.computeIfAbsent(key, first -> new ArrayDeque<>()).addLast(clock.instant());
    }
  }
}
