package windrose.feature.ingest.past;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Optional;

/**
 * Reads the times of a table: milliseconds, a time with its offset, or a local time when the zone was stated.
 *
 * <p>A time whose zone nobody stated is a mistake, never a guess; so is an hour that a change of clocks repeats or leaves out.
 */
final class PastTime {
  private static final DateTimeFormatter LOCAL =
      new DateTimeFormatterBuilder()
          .appendPattern("[yyyy-M-d][yyyy/M/d]['T'][' ']H:mm[:ss]")
          .appendFraction(ChronoField.MILLI_OF_SECOND, 0, 3, true)
          .toFormatter(java.util.Locale.ROOT);

  private final Optional<ZoneId> zone;

  PastTime(Optional<ZoneId> zone) {
    this.zone = zone;
  }

  /**
   * @throws DateTimeException with a sentence that says what to write instead
   */
  Instant read(String text) {
    if (text.matches("\\d{13}")) {
      return Instant.ofEpochMilli(Long.parseLong(text));
    }
    if (text.matches(".*\\d([+-]\\d\\d:?\\d\\d|Z)")) {
      try {
        return OffsetDateTime.parse(text.replace(' ', 'T')).toInstant();
      } catch (DateTimeException unreadable) {
        throw unreadable(text);
      }
    }
    return local(text);
  }

  private Instant local(String text) {
    LocalDateTime local;
    try {
      local = LocalDateTime.parse(text, LOCAL);
    } catch (DateTimeException unreadable) {
      throw unreadable(text);
    }
    ZoneId stated =
        zone.orElseThrow(
            () ->
                new DateTimeException(
                    "the time '%s' has no offset; write one, or give the zone of the file"
                        .formatted(text)));
    List<ZoneOffset> offsets = stated.getRules().getValidOffsets(local);
    if (offsets.size() != 1) {
      throw new DateTimeException(
          "the time '%s' exists %s in %s"
              .formatted(text, offsets.isEmpty() ? "not" : "twice", stated));
    }
    return local.toInstant(offsets.get(0));
  }

  private static DateTimeException unreadable(String text) {
    return new DateTimeException(
        "'%s' is no time such as 2026-11-21T08:00:00+08:00".formatted(text));
  }
}
