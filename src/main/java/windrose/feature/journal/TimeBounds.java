package windrose.feature.journal;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import windrose.domain.time.TimeRange;

/** A time range as SQL parameters: null where it has no end. */
final class TimeBounds {
  private TimeBounds() {}

  static @Nullable OffsetDateTime from(TimeRange range) {
    return range.from().equals(Instant.MIN) ? null : range.from().atOffset(ZoneOffset.UTC);
  }

  static @Nullable OffsetDateTime to(TimeRange range) {
    return range.to().equals(Instant.MAX) ? null : range.to().atOffset(ZoneOffset.UTC);
  }
}
