package windrose.feature.readings;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import windrose.domain.time.TimeRange;

/** The ends of a time range as SQL parameters, open ends as the first and last years that a reading may have. */
final class SqlTime {
  private static final OffsetDateTime EARLIEST =
      OffsetDateTime.of(2000, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);
  private static final OffsetDateTime LATEST =
      OffsetDateTime.of(9999, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);

  private SqlTime() {}

  static OffsetDateTime from(TimeRange range) {
    return clamped(range.from());
  }

  static OffsetDateTime to(TimeRange range) {
    return clamped(range.to());
  }

  private static OffsetDateTime clamped(Instant instant) {
    if (instant.isBefore(EARLIEST.toInstant())) {
      return EARLIEST;
    }
    return instant.isAfter(LATEST.toInstant()) ? LATEST : instant.atOffset(ZoneOffset.UTC);
  }
}
