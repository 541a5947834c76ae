package windrose.feature.people;

import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import windrose.platform.web.Problem;

/**
 * Slows guessing: after {@value #FREE_TRIES} wrong passwords from one address for one name it refuses for a while that doubles.
 *
 * <p>It counts by name and address together, so that nobody can lock the administrator out from elsewhere.
 */
final class SignInLimiter {
  static final int FREE_TRIES = 5;
  private static final Duration FIRST_WAIT = Duration.ofSeconds(30);
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);
  private static final int MAX_ENTRIES = 10_000;

  private final Clock clock;
  private final Map<String, Tries> tries =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Tries> eldest) {
          return size() > MAX_ENTRIES;
        }
      };

  private record Tries(int wrong, long notBeforeMs) {}

  SignInLimiter(Clock clock) {
    this.clock = clock;
  }

  void check(String name, String address) {
    Tries before = tries.get(key(name, address));
    if (before != null && clock.millis() < before.notBeforeMs) {
      long waitS = (before.notBeforeMs - clock.millis() + 999) / 1000;
      throw Problem.tooMany("Too many wrong passwords. Try again in %d seconds.".formatted(waitS));
    }
  }

  void wrong(String name, String address) {
    Tries before = tries.getOrDefault(key(name, address), new Tries(0, 0));
    int wrong = before.wrong + 1;
    long waitMs = 0;
    if (wrong >= FREE_TRIES) {
      int doublings = Math.min(wrong - FREE_TRIES, 10);
      waitMs = Math.min(FIRST_WAIT.toMillis() << doublings, LONGEST_WAIT.toMillis());
    }
    tries.put(key(name, address), new Tries(wrong, clock.millis() + waitMs));
  }

  void right(String name, String address) {
    tries.remove(key(name, address));
  }

  private static String key(String name, String address) {
    return address + " " + name;
  }
}
