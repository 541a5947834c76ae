package windrose.domain.upkeep;

import java.util.BitSet;

/**
 * Which of the readings that a series owes in one hour have arrived.
 *
 * <p>The hour is cut into four steps per interval (never finer than a quarter second); a step is hit or not. So a reading that is
 * sent twice counts once, a device whose clock trembles around a border loses nothing, and no more can arrive than was expected.
 */
public final class Arrivals {
  private static final int HOUR_MS = 3_600_000;
  private static final int STEPS_PER_INTERVAL = 4;
  private static final int FINEST_MS = 250;

  private final int stepMs;
  private final BitSet hit;

  private Arrivals(int stepMs, BitSet hit) {
    this.stepMs = stepMs;
    this.hit = hit;
  }

  public static Arrivals none(int intervalS) {
    return new Arrivals(stepMs(intervalS), new BitSet());
  }

  /** What {@link #toBytes} gave for the same interval. */
  public static Arrivals of(int intervalS, byte[] stored) {
    return new Arrivals(stepMs(intervalS), BitSet.valueOf(stored));
  }

  private static int stepMs(int intervalS) {
    long quarter = intervalS * 1000L / STEPS_PER_INTERVAL;
    return (int) Math.max(FINEST_MS, Math.min(HOUR_MS, quarter));
  }

  public void hit(int msOfHour) {
    hit.set(msOfHour / stepMs);
  }

  public void addAll(Arrivals other) {
    hit.or(other.hit);
  }

  public int count() {
    return hit.cardinality();
  }

  public byte[] toBytes() {
    return hit.toByteArray();
  }

  /**
   * How many readings a series owes for these minutes of an hour.
   *
   * @param due the minutes in which it had to report
   */
  public static int expected(long hourEpochS, long due, int intervalS) {
    if (intervalS <= 60) {
      return MinuteMask.count(due) * 60 / intervalS;
    }
    int count = 0;
    long first = Math.floorDiv(hourEpochS + intervalS - 1, intervalS) * intervalS;
    for (long slot = first; slot < hourEpochS + 3_600; slot += intervalS) {
      if ((due >>> ((slot - hourEpochS) / 60) & 1) == 1) {
        count++;
      }
    }
    return count;
  }
}
