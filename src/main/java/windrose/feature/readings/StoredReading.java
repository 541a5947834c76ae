package windrose.feature.readings;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import windrose.domain.measure.Quality;

/**
 * A reading under the database's own key of its series.
 *
 * @param claimedAt what the device said, where it was not believed and {@code at} is the receive time; else null
 */
public record StoredReading(
    long series,
    Instant at,
    Instant received,
    double value,
    Quality quality,
    @Nullable Instant claimedAt) {
  /** A reading whose time was believed. */
  public StoredReading(long series, Instant at, Instant received, double value, Quality quality) {
    this(series, at, received, value, quality, null);
  }
}
