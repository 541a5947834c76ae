package windrose.feature.readings;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import windrose.platform.web.Problem;

/** A moment as an address says it: RFC 3339 with offset, or epoch milliseconds. */
final class QueryTime {
  private QueryTime() {}

  static Instant parse(String name, String text) {
    try {
      return text.matches("\\d{12,14}")
          ? Instant.ofEpochMilli(Long.parseLong(text))
          : OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeParseException notATime) {
      throw Problem.invalidField(
          "?" + name,
          "'%s' must be a time with offset such as 2026-11-21T08:00:00+08:00, or epoch ms."
              .formatted(name));
    }
  }
}
