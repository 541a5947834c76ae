package windrose.feature.readings;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import windrose.domain.measure.Quality;

/**
 * A reading under the database's own key of its series.
 *
 * @param claimedAt what the device said, where it was not believed and {@code at} is the receive time; else null
 * @param isResent true when it may well be stored already
 */
public record StoredReading(
    long series,
    Instant at,
    Instant received,
    double value,
    Quality quality,
    @Nullable Instant claimedAt,
    boolean isResent) {
  /** A reading whose time was believed. */
  public StoredReading(long series, Instant at, Instant received, double value, Quality quality) {
    this(series, at, received, value, quality, null, false);
  }
}
