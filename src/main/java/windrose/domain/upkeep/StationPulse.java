package windrose.domain.upkeep;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When a station was last heard, and what that means now.
 *
 * @param gateway what it speaks through; null when it speaks for itself
 * @param intervalS the shortest interval of its series
 * @param lastReceived by our clock; null when it never spoke
 * @param heardSince since when it has been heard without a silence
 */
public record StationPulse(
    String station,
    @Nullable String gateway,
    int intervalS,
    @Nullable Instant lastReceived,
    @Nullable Instant heardSince,
    boolean inMaintenance) {

  /** How a station stands; the code is part of the interface. */
  public enum State {
    ONLINE,
    LATE,
    SILENT,
    NEVER_SEEN,
    MAINTENANCE,
    RETIRED
  }

  /** Two intervals and half a minute may pass unnoticed. */
  public Duration lateAfter() {
    return Duration.ofSeconds(2L * intervalS + 30);
  }

  public State state(SilenceRule rule, Instant now) {
    if (inMaintenance) {
      return State.MAINTENANCE;
    }
    if (lastReceived == null) {
      return State.NEVER_SEEN;
    }
    Duration age = Duration.between(lastReceived, now);
    if (age.compareTo(rule.limit(intervalS)) > 0) {
      return State.SILENT;
    }
    return age.compareTo(lateAfter()) > 0 ? State.LATE : State.ONLINE;
  }

  /** Since when it is in this state; null when that is not known. */
  public @Nullable Instant since(State state) {
    return state == State.ONLINE ? heardSince : lastReceived;
  }
}
