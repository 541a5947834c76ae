package windrose.feature.readings.archive;

import java.time.Instant;
import windrose.domain.access.ViewScope;
import windrose.domain.time.TimeRange;
import windrose.feature.readings.packed.Spans;

/** From (inclusive) to (exclusive), in microseconds, always inside the years that a reading may have. */
public record Stretch(long fromUs, long toUs) {
  private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

  static Stretch of(long fromUs, long toUs) {
    return new Stretch(fromUs, Math.max(fromUs, toUs));
  }

  public static Stretch of(TimeRange range) {
    return of(Spans.us(clamped(range.from())), Spans.us(clamped(range.to())));
  }

  /** The part of it that a caller may see. */
  Stretch within(ViewScope scope) {
    Stretch seen = of(scope.time());
    long from = Math.max(fromUs, seen.fromUs);
    return of(from, Math.max(from, Math.min(toUs, seen.toUs)));
  }

  boolean isEmpty() {
    return toUs <= fromUs;
  }

  private static Instant clamped(Instant instant) {
    if (instant.isBefore(EARLIEST)) {
      return EARLIEST;
    }
    return instant.isAfter(LATEST) ? LATEST : instant;
  }
}
