package windrose.domain.upkeep;

import java.time.Instant;

/** Minutes of one clock hour as 60 bits, the first minute lowest; kept as one number in the database. */
public final class MinuteMask {
  public static final long FULL = (1L << 60) - 1;
  private static final int SECONDS = 3_600;

  private MinuteMask() {}

  /** The minutes that touch the time from one second to another (exclusive), as far as it lies in the hour. */
  public static long of(long hourEpochS, long fromEpochS, long toEpochS) {
    long from = Math.max(fromEpochS, hourEpochS);
    long to = Math.min(toEpochS, hourEpochS + SECONDS);
    if (from >= to) {
      return 0;
    }
    int first = (int) ((from - hourEpochS) / 60);
    int last = (int) ((to - 1 - hourEpochS) / 60);
    return ones(last + 1) & ~ones(first);
  }

  /** The minutes that lie wholly before a moment. */
  public static long wholeBefore(long hourEpochS, Instant end) {
    long seconds = Math.floorDiv(end.getEpochSecond() - hourEpochS, 60);
    return ones((int) Math.max(0, Math.min(60, seconds)));
  }

  private static long ones(int count) {
    return count >= 60 ? FULL : (1L << count) - 1;
  }

  public static int count(long mask) {
    return Long.bitCount(mask);
  }
}
