package windrose.app.load;

/** Latencies in buckets of 4 %, from a microsecond to minutes, so that millions cost nothing to keep. */
public final class Latencies {
  private static final int BUCKETS = 480;
  private static final double GROWTH = Math.log(1.04);

  private final long[] counts = new long[BUCKETS];
  private long total;

  public void note(long nanos) {
    double micros = Math.max(1, nanos / 1_000.0);
    counts[Math.min(BUCKETS - 1, (int) (Math.log(micros) / GROWTH))]++;
    total++;
  }

  public long count() {
    return total;
  }

  /** The time that this share of all stays under. */
  public double percentileMs(double share) {
    long wanted = (long) Math.ceil(total * share);
    long seen = 0;
    for (int i = 0; i < BUCKETS; i++) {
      seen += counts[i];
      if (seen >= wanted && seen > 0) {
        return Math.exp((i + 1) * GROWTH) / 1_000;
      }
    }
    return Double.NaN;
  }
}
