package windrose.feature.readings.archive;

import java.util.Set;

/**
 * Something open that refers to readings from a moment on: while it is open, retention leaves them alone.
 *
 * @param series whose readings; empty means all
 */
public record Hold(Set<Long> series, long fromUs) {
  public Hold {
    series = Set.copyOf(series);
  }

  boolean covers(long key) {
    return series.isEmpty() || series.contains(key);
  }
}
