package windrose.feature.readings.packed;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/**
 * The stretches into which the past is cut, in microseconds since 1970: hours and UTC days for packing, Beijing days and months
 * for roll-ups.
 *
 * <p>China has one time without daylight saving since 1991, so a day of Asia/Shanghai is 24 hours that begin at 16:00 UTC,
 * whatever the server's own time zone is.
 */
public final class Spans {
  public static final long SECOND_US = 1_000_000L;
  public static final long MINUTE_US = 60 * SECOND_US;
  public static final long HOUR_US = 60 * MINUTE_US;
  public static final long DAY_US = 24 * HOUR_US;
  private static final long BEIJING_US = 8 * HOUR_US;
  private static final ZoneOffset BEIJING = ZoneOffset.ofHours(8);

  private Spans() {}

  public static long us(Instant instant) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
  }

  public static Instant instant(long us) {
    return Instant.EPOCH.plus(us, ChronoUnit.MICROS);
  }

  public static long minuteOf(long us) {
    return us - Math.floorMod(us, MINUTE_US);
  }

  public static long hourOf(long us) {
    return us - Math.floorMod(us, HOUR_US);
  }

  /** The start of its UTC day. */
  public static long dayOf(long us) {
    return us - Math.floorMod(us, DAY_US);
  }

  /** The start of its day in Asia/Shanghai. */
  public static long beijingDayOf(long us) {
    return alignedTo(us, DAY_US);
  }

  /** The start of its month in Asia/Shanghai. */
  public static long beijingMonthOf(long us) {
    OffsetDateTime local = instant(us).atOffset(BEIJING);
    return us(local.toLocalDate().withDayOfMonth(1).atStartOfDay().toInstant(BEIJING));
  }

  /** The start of the stretch of this width that holds the instant, counted from a midnight in Asia/Shanghai. */
  public static long alignedTo(long us, long widthUs) {
    return us - Math.floorMod(us + BEIJING_US, widthUs);
  }

  /** The UTC date, by which partitions are named. */
  public static LocalDate dateOf(long us) {
    return instant(us).atOffset(ZoneOffset.UTC).toLocalDate();
  }
}
