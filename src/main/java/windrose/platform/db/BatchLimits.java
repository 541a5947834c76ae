package windrose.platform.db;

/**
 * How much a {@link BatchWriter} gathers, and how much it holds before callers must wait.
 *
 * @param maxBatch items per statement
 * @param maxDelayMs how long a lone item waits for company
 * @param maxInFlight statements at a time; 1 keeps the order of commits
 * @param pauseAtHeld from here on an offer says: pause
 * @param resumeAtHeld down from here callers go on
 * @param maxHeld from here on an offer is refused
 */
public record BatchLimits(
    int maxBatch,
    long maxDelayMs,
    int maxInFlight,
    int pauseAtHeld,
    int resumeAtHeld,
    int maxHeld,
    long firstRetryMs,
    long lastRetryMs) {
  public BatchLimits {
    boolean sound =
        maxBatch > 0
            && maxDelayMs > 0
            && maxInFlight > 0
            && 0 <= resumeAtHeld
            && resumeAtHeld < pauseAtHeld
            && pauseAtHeld <= maxHeld
            && 0 < firstRetryMs
            && firstRetryMs <= lastRetryMs;
    if (!sound) {
      throw new IllegalArgumentException("limits contradict each other");
    }
  }

  /** Callers pause when half of the limit is held and go on at a quarter. */
  public static BatchLimits of(int maxBatch, long maxDelayMs, int maxInFlight, int maxHeld) {
    return new BatchLimits(
        maxBatch,
        maxDelayMs,
        maxInFlight,
        Math.max(1, maxHeld / 2),
        maxHeld / 4,
        maxHeld,
        100,
        5_000);
  }
}
