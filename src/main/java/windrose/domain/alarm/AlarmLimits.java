package windrose.domain.alarm;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import windrose.domain.park.Series;

/** Which limit of a series a value has reached; a value exactly on a limit has reached it. */
public final class AlarmLimits {
  private AlarmLimits() {}

  /**
   * A limit that was reached.
   *
   * @param level 1 is the first, less severe level (一级报警值), 2 the second (二级报警值)
   */
  public record Reached(int level, double limit) {}

  /** Whether a series has a limit on a side at all. */
  public static boolean has(Series series, AlarmSide side) {
    return side == AlarmSide.HIGH
        ? series.alarmHigh1() != null || series.alarmHigh2() != null
        : series.alarmLow1() != null || series.alarmLow2() != null;
  }

  /** The worst limit of a side that a value has reached. */
  public static Optional<Reached> findReached(Series series, AlarmSide side, double value) {
    boolean high = side == AlarmSide.HIGH;
    Double second = high ? series.alarmHigh2() : series.alarmLow2();
    if (isReached(second, side, value)) {
      return Optional.of(new Reached(2, second));
    }
    Double first = high ? series.alarmHigh1() : series.alarmLow1();
    if (isReached(first, side, value)) {
      return Optional.of(new Reached(1, first));
    }
    return Optional.empty();
  }

  private static boolean isReached(@Nullable Double limit, AlarmSide side, double value) {
    return limit != null && (side == AlarmSide.HIGH ? value >= limit : value <= limit);
  }
}
