package windrose.domain.time;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** A clock hour, a day or a month as people of one time zone count them; days with a clock change have 23 or 25 hours. */
public enum ClockWindow {
  HOUR("hour"),
  DAY("day"),
  MONTH("month");

  private final String code;

  ClockWindow(String code) {
    this.code = code;
  }

  public String code() {
    return code;
  }

  public static Optional<ClockWindow> find(String code) {
    for (ClockWindow window : values()) {
      if (window.code.equals(code)) {
        return Optional.of(window);
      }
    }
    return Optional.empty();
  }

  /** The whole window that holds this moment. */
  public TimeRange around(Instant at, ZoneId zone) {
    ZonedDateTime local = at.atZone(zone);
    return switch (this) {
      // hours are counted on the time line, so that the doubled hour of a clock change is two hours
      case HOUR -> {
        Instant from = at.truncatedTo(ChronoUnit.HOURS);
        yield new TimeRange(from, from.plus(1, ChronoUnit.HOURS));
      }
      case DAY -> {
        ZonedDateTime from = local.toLocalDate().atStartOfDay(zone);
        yield new TimeRange(
            from.toInstant(), local.toLocalDate().plusDays(1).atStartOfDay(zone).toInstant());
      }
      case MONTH -> {
        var first = local.toLocalDate().withDayOfMonth(1);
        yield new TimeRange(
            first.atStartOfDay(zone).toInstant(),
            first.plusMonths(1).atStartOfDay(zone).toInstant());
      }
    };
  }
}
