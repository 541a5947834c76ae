package windrose.feature.ingest.quarantine;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import windrose.domain.access.ViewScope;

/** The ends of a scope's time window as SQL parameters. */
final class VisibleTime {
  private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");

  private VisibleTime() {}

  static OffsetDateTime from(ViewScope scope) {
    return clamped(scope.time().from());
  }

  static OffsetDateTime to(ViewScope scope) {
    return clamped(scope.time().to());
  }

  private static OffsetDateTime clamped(Instant instant) {
    Instant inside = instant.isBefore(EARLIEST) ? EARLIEST : instant;
    return (inside.isAfter(LATEST) ? LATEST : inside).atOffset(ZoneOffset.UTC);
  }
}
