package windrose.feature.ingest.quarantine;

/** How many messages of one station may be kept now: a bucket that fills by the minute. */
final class StationAllowance {
  private final QuarantineLimits limits;
  private double left;
  private long filledAtMs;
  private long notKept;

  StationAllowance(QuarantineLimits limits, long nowMs) {
    this.limits = limits;
    this.left = limits.burst();
    this.filledAtMs = nowMs;
  }

  boolean take(long nowMs) {
    double minutes = Math.max(0, nowMs - filledAtMs) / 60_000.0;
    left = Math.min(limits.burst(), left + minutes * limits.perMinute());
    filledAtMs = nowMs;
    if (left < 1) {
      notKept++;
      return false;
    }
    left--;
    return true;
  }

  /** Messages that were acknowledged and counted, but of which nothing was kept. */
  long notKept() {
    return notKept;
  }
}
