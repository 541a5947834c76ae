package windrose.feature.picture;

import java.time.Instant;
import windrose.domain.geo.LonLat;

/**
 * One station as it is drawn.
 *
 * @param label what decides, with its unit; empty where nothing was ever heard
 * @param at of that value; {@link Instant#EPOCH} where there is none
 * @param isStale its newest value is too old to be believed
 */
record StationMark(
    LonLat position,
    String name,
    Condition condition,
    String label,
    Instant at,
    boolean isStale,
    boolean isDrill) {
  boolean isAboveLimit() {
    return condition == Condition.SECOND_LIMIT || condition == Condition.FIRST_LIMIT;
  }
}
