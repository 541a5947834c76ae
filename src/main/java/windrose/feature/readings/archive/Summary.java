package windrose.feature.readings.archive;

import java.util.Collections;
import java.util.NavigableMap;
import windrose.domain.measure.RollUp;

/**
 * Roll-ups of one series by the start of their bucket.
 *
 * @param settling late data came in larger amounts than one answer sums anew; upkeep will have it soon
 */
public record Summary(NavigableMap<Long, RollUp> buckets, boolean settling) {
  public static final Summary NOTHING = new Summary(Collections.emptyNavigableMap(), false);
}
