package windrose.feature.registers;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A time in which somebody works on a station, so that its readings are not to be taken for the process.
 *
 * @param to its planned end; null: until somebody ends it
 * @param endedAt when somebody ended it early
 */
public record MaintenanceWindow(
    UUID id,
    String station,
    Instant from,
    @Nullable Instant to,
    String reason,
    String who,
    @Nullable Instant endedAt) {

  /** When it really ends; null: open. */
  public @Nullable Instant end() {
    if (endedAt == null) {
      return to;
    }
    return to == null || endedAt.isBefore(to) ? endedAt : to;
  }

  public boolean covers(Instant at) {
    Instant end = end();
    return !at.isBefore(from) && (end == null || at.isBefore(end));
  }
}
