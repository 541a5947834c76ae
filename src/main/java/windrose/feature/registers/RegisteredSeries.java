package windrose.feature.registers;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import windrose.domain.park.Series;

/**
 * A series as the register keeps it.
 *
 * @param key what readings carry inside; never shown outside
 * @param retiredAt when it was taken out of use; null while it is in use
 */
public record RegisteredSeries(
    long key,
    Series series,
    SeriesCare care,
    Registration registration,
    @Nullable Instant retiredAt) {
  public RegisteredSeries(long key, Series series, @Nullable Instant retiredAt) {
    this(key, series, SeriesCare.NONE, Registration.FROM_FILE, retiredAt);
  }

  public String id() {
    return series.id();
  }

  public boolean isInUse() {
    return retiredAt == null;
  }
}
