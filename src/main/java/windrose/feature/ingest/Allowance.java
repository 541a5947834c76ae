package windrose.feature.ingest;

/**
 * What one client may spend: so much per second, saved up for at most a second; who overdraws waits until the debt is paid.
 *
 * <p>It runs on the monotonic clock, so that a step of the wall clock neither starves nor frees anybody.
 */
public final class Allowance {
  private static final double NS_PER_S = 1e9;

  private final double perSecond;
  private double left;
  private long lastNs;

  public Allowance(double perSecond, long nowNs) {
    this.perSecond = perSecond;
    this.left = perSecond;
    this.lastNs = nowNs;
  }

  /** Spends only what is there. */
  public boolean trySpend(double amount, long nowNs) {
    spend(0, nowNs);
    if (left < amount) {
      return false;
    }
    left -= amount;
    return true;
  }

  /** Spends, and returns for how many ms the client must now wait; 0 when it may go on. */
  public long spend(double amount, long nowNs) {
    left = Math.min(perSecond, left + (nowNs - lastNs) / NS_PER_S * perSecond) - amount;
    lastNs = nowNs;
    return left >= 0 ? 0 : (long) Math.ceil(-left / perSecond * 1_000);
  }
}
