package windrose.domain.trust;

import org.jspecify.annotations.Nullable;

/**
 * Watches one series for a value that has not moved for too long to be alive.
 *
 * <p>A value at an end of the measuring range is not judged: calm air is 0 m/s and fog is 100 % for a whole night.
 */
public final class StuckWatch {
  private final StuckRule rule;
  private final @Nullable Double restLow;
  private final @Nullable Double restHigh;
  private double value = Double.NaN;
  private long sinceMs;
  private long lastMs;
  private int count;

  public StuckWatch(StuckRule rule, @Nullable Double rangeLow, @Nullable Double rangeHigh) {
    this.rule = rule;
    this.restLow = rangeLow;
    this.restHigh = rangeHigh;
  }

  /** Takes the next reading and says whether the series is stuck by now; readings of the past are not judged. */
  public boolean isStuck(long atMs, double now) {
    if (count > 0 && atMs <= lastMs) {
      return false;
    }
    lastMs = atMs;
    if (now != value) {
      value = now;
      sinceMs = atMs;
      count = 1;
      return false;
    }
    count++;
    return count >= rule.readings() && atMs - sinceMs >= rule.lastsMs() && !rests(now);
  }

  private boolean rests(double now) {
    return (restLow != null && now == restLow) || (restHigh != null && now == restHigh);
  }
}
