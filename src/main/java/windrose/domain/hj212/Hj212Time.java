package windrose.domain.hj212;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * The times of HJ 212: Beijing time without a zone, {@code YYYYMMDDhhmmss} or with milliseconds behind.
 *
 * <p>The zone is +08:00 wherever the server stands; China has no summer time since 1991.
 */
public final class Hj212Time {
  private static final ZoneOffset BEIJING = ZoneOffset.ofHours(8);
  private static final int SECONDS_DIGITS = 14;
  private static final int MILLIS_DIGITS = 17;

  private Hj212Time() {}

  /** Milliseconds since 1970; empty when the text is no such time. */
  public static Optional<Long> parse(String text) {
    int digits = text.length();
    if ((digits != SECONDS_DIGITS && digits != MILLIS_DIGITS)
        || !text.chars().allMatch(one -> one >= '0' && one <= '9')) {
      return Optional.empty();
    }
    try {
      LocalDateTime local =
          LocalDateTime.of(
              number(text, 0, 4),
              number(text, 4, 6),
              number(text, 6, 8),
              number(text, 8, 10),
              number(text, 10, 12),
              number(text, 12, 14));
      long millis = digits == MILLIS_DIGITS ? number(text, 14, 17) : 0;
      return Optional.of(local.toInstant(BEIJING).toEpochMilli() + millis);
    } catch (DateTimeException noSuchTime) {
      return Optional.empty();
    }
  }

  private static int number(String text, int from, int to) {
    return Integer.parseInt(text.substring(from, to));
  }

  /** 14 digits, as in {@code DataTime}. */
  public static String seconds(Instant at) {
    OffsetDateTime local = at.atOffset(BEIJING);
    return "%04d%02d%02d%02d%02d%02d"
        .formatted(
            local.getYear(),
            local.getMonthValue(),
            local.getDayOfMonth(),
            local.getHour(),
            local.getMinute(),
            local.getSecond());
  }

  /** 17 digits, as in {@code QN}. */
  public static String millis(Instant at) {
    return seconds(at) + "%03d".formatted(at.atOffset(BEIJING).getNano() / 1_000_000);
  }
}
