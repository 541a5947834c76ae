package windrose.domain.trust;

import java.util.Arrays;

/**
 * Remembers the last {@value #WINDOW} instants of one series and their values, to recognise what is sent again.
 *
 * <p>A reading newer than all before costs one comparison. What is older than the window is not recognised here; the database
 * still keeps it once.
 */
public final class RecentReadings {
  static final int WINDOW = 64;
  private static final int FIRST = 4;

  private long[] atMicros = new long[FIRST];
  private double[] values = new double[FIRST];
  private int count;
  private int next;
  private long newestMicros = Long.MIN_VALUE;

  /** What is known about a reading. */
  public enum Known {
    NEW,
    /** The same instant with the same value. */
    SAME,
    /** The same instant with another value. */
    DIFFERENT
  }

  /** Says whether this instant was seen, and remembers it. */
  public Known note(long at, double value) {
    if (at <= newestMicros) {
      Known known = find(at, value);
      if (known != Known.SAME) {
        remember(at, value);
      }
      return known;
    }
    newestMicros = at;
    remember(at, value);
    return Known.NEW;
  }

  private Known find(long at, double value) {
    Known found = Known.NEW;
    for (int i = 0; i < count; i++) {
      if (atMicros[i] == at) {
        if (values[i] == value) {
          return Known.SAME;
        }
        found = Known.DIFFERENT;
      }
    }
    return found;
  }

  private void remember(long at, double value) {
    if (next == atMicros.length && next < WINDOW) {
      atMicros = Arrays.copyOf(atMicros, 2 * next);
      values = Arrays.copyOf(values, 2 * next);
    }
    next = next == WINDOW ? 0 : next;
    atMicros[next] = at;
    values[next] = value;
    next++;
    count = Math.max(count, next);
  }
}
