package windrose.domain.trust;

import java.util.Optional;

/** Which times of a device are believed, and what to tell whoever set a clock or a unit of time wrong. */
public final class ClockRules {
  /** A device may be this much ahead of us before the receive time is taken. */
  public static final long FUTURE_TOLERANCE_MS = 5 * 60_000L;

  /** Longer than this after its measurement a reading is late. */
  public static final long LATE_AFTER_MS = 10 * 60_000L;

  /** Readings from further back come by import, where a person stands behind them. */
  public static final long OLDEST_DAYS = 400;

  private static final long DAY_MS = 86_400_000L;
  private static final long FIRST_MS =
      946_684_800_000L; // 2000-01-01, the first day that has a place in the database
  private static final long SECONDS_FROM = 500_000_000L;
  private static final long SECONDS_TO = 100_000_000_000L;
  private static final long MICROS_FROM = 100_000_000_000_000L;
  private static final long MICROS_TO = 100_000_000_000_000_000L;

  private ClockRules() {}

  /** Why a time cannot be one in milliseconds, with the cure; empty when it may be. */
  public static Optional<String> findFault(long atMs, long receivedMs, boolean fromThePast) {
    if (atMs == 0) {
      return Optional.of(
          "its time is 0: the device's clock is not set; set it, or leave \"ts\" out");
    }
    if (atMs < 0) {
      return Optional.of("its time lies before 1970; set the device's clock, or leave \"ts\" out");
    }
    if (atMs >= SECONDS_FROM && atMs < SECONDS_TO) {
      return Optional.of("its time looks like seconds; send milliseconds (times 1000)");
    }
    if (atMs >= MICROS_TO) {
      return Optional.of(
          "its time looks like nanoseconds; send milliseconds (divided by 1,000,000)");
    }
    if (atMs >= MICROS_FROM) {
      return Optional.of("its time looks like microseconds; send milliseconds (divided by 1000)");
    }
    if (atMs < FIRST_MS || (!fromThePast && atMs < receivedMs - OLDEST_DAYS * DAY_MS)) {
      return Optional.of(
          "its time lies %d days back; set the device's clock, and load true readings of the past by CSV import"
              .formatted((receivedMs - atMs) / DAY_MS));
    }
    return Optional.empty();
  }
}
