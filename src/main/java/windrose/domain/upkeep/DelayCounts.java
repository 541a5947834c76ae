package windrose.domain.upkeep;

import java.util.OptionalDouble;

/**
 * How often readings took how long from the device to us, in steps that grow by half.
 *
 * <p>32 counters from 50 ms to about 4 hours 10 minutes; the answer of {@link #quantile} is off by at most the width of its step,
 * since it is interpolated inside it on a logarithmic scale. Two of them add up, so hours become days without loss.
 */
public final class DelayCounts {
  public static final int STEPS = 32;
  private static final double FIRST_S = 0.05;
  private static final double GROWTH = 1.5;
  private static final double LOG_GROWTH = Math.log(GROWTH);

  private final int[] counts = new int[STEPS];

  public static DelayCounts of(Integer[] stored) {
    DelayCounts counts = new DelayCounts();
    for (int i = 0; i < Math.min(STEPS, stored.length); i++) {
      counts.counts[i] = stored[i];
    }
    return counts;
  }

  /** A negative delay is a clock ahead of ours and counts as none. */
  public void add(double delayS) {
    counts[step(delayS)]++;
  }

  private static int step(double delayS) {
    if (!(delayS > FIRST_S)) {
      return 0;
    }
    return Math.min(STEPS - 1, 1 + (int) (Math.log(delayS / FIRST_S) / LOG_GROWTH));
  }

  public void addAll(DelayCounts other) {
    for (int i = 0; i < STEPS; i++) {
      counts[i] += other.counts[i];
    }
  }

  public Integer[] toArray() {
    Integer[] stored = new Integer[STEPS];
    for (int i = 0; i < STEPS; i++) {
      stored[i] = counts[i];
    }
    return stored;
  }

  /** Below which delay this share of the readings stayed; empty without readings. */
  public OptionalDouble quantile(double share) {
    long total = 0;
    for (int count : counts) {
      total += count;
    }
    if (total == 0) {
      return OptionalDouble.empty();
    }
    double wanted = share * total;
    long before = 0;
    for (int i = 0; i < STEPS; i++) {
      if (before + counts[i] >= wanted && counts[i] > 0) {
        double inside = (wanted - before) / counts[i];
        return OptionalDouble.of(
            i == 0 ? FIRST_S * inside : FIRST_S * Math.pow(GROWTH, i - 1 + inside));
      }
      before += counts[i];
    }
    return OptionalDouble.of(FIRST_S * Math.pow(GROWTH, STEPS - 1));
  }
}
