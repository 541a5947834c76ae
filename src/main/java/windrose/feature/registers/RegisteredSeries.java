package windrose.feature.registers;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import windrose.domain.park.Series;

/**
 * A series as the register keeps it.
 *
 * @param key what readings carry inside; never shown outside
 * @param retiredAt when it left the park's files; null while it is in use
 */
public record RegisteredSeries(long key, Series series, @Nullable Instant retiredAt) {
  public boolean isInUse() {
    return retiredAt == null;
  }
}
