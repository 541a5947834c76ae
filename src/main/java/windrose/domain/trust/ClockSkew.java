package windrose.domain.trust;

import java.util.Arrays;
import java.util.OptionalLong;

/**
 * How far a station's clock is off: the median of (received − measured) over its last {@value #SAMPLES} looks.
 *
 * <p>A backlog that is sent again shrinks its delay with every message, a wrong clock keeps it. So an offset is known only when
 * more than half of the looks agree within {@value #AGREEMENT_MS} ms. One look per second at most, and only at readings that are
 * newer than those before. Costs a sort of {@value #SAMPLES} numbers per look.
 */
public final class ClockSkew {
  static final int SAMPLES = 9;
  static final int ENOUGH = 5;
  static final long AGREEMENT_MS = 15_000;

  /** A delay below this is the way through the network, not a wrong clock. */
  public static final long TOLERANCE_MS = 60_000;

  private static final long BETWEEN_LOOKS_MS = 1_000;

  /** A clock that was set back has no newer readings for as long as it was ahead; after this long we look again. */
  private static final long PATIENCE_MS = 60_000;

  private final long[] delaysMs = new long[SAMPLES];
  private int count;
  private int next;
  private long lookedAtMs;
  private long newestMs;
  private long medianMs;
  private boolean agreed;

  /** Looks at the newest reading of a message. */
  public void note(long receivedMs, long measuredMs) {
    if (count > 0) {
      long sinceLook = receivedMs - lookedAtMs;
      boolean tooSoon = sinceLook >= 0 && sinceLook < BETWEEN_LOOKS_MS;
      boolean older = measuredMs <= newestMs && sinceLook >= 0 && sinceLook < PATIENCE_MS;
      if (tooSoon || older) {
        return;
      }
    }
    lookedAtMs = receivedMs;
    newestMs = measuredMs;
    delaysMs[next] = receivedMs - measuredMs;
    next = (next + 1) % SAMPLES;
    count = Math.min(count + 1, SAMPLES);
    judge();
  }

  private void judge() {
    long[] sorted = Arrays.copyOf(delaysMs, count);
    Arrays.sort(sorted);
    medianMs = sorted[count / 2];
    int agreeing = 0;
    for (long delay : sorted) {
      if (Math.abs(delay - medianMs) <= AGREEMENT_MS) {
        agreeing++;
      }
    }
    agreed = agreeing >= ENOUGH;
  }

  /** How long its readings take to us, wrong clock included; empty before the first. */
  public OptionalLong medianDelayMs() {
    return count == 0 ? OptionalLong.empty() : OptionalLong.of(medianMs);
  }

  /** By how much the clock is slow (positive) or fast (negative), 0 when it is right or nothing is known. */
  public long offMs() {
    return agreed && Math.abs(medianMs) > TOLERANCE_MS ? medianMs : 0;
  }
}
