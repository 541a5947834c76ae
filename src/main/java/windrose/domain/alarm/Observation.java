package windrose.domain.alarm;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import windrose.domain.measure.Quality;
import windrose.domain.park.Series;

/**
 * One reading with the limits that are in force when it comes.
 *
 * @param limitsConfirmed whether a named person put these limits into force
 * @param at the device's time
 * @param received our time of receipt
 * @param drill the drill that it is part of; null for the real thing
 */
public record Observation(
    Series series,
    boolean limitsConfirmed,
    Instant at,
    Instant received,
    double value,
    Quality quality,
    @Nullable String drill) {
  private static final int NOT_MEASURED =
      Quality.STUCK
          | Quality.SUBSTITUTED
          | Quality.CALIBRATION
          | Quality.MAINTENANCE
          | Quality.DEVICE_FAULT
          | Quality.STOPPED;

  /** What a reading says about one side of the limits. */
  public sealed interface Finding {
    /** Beyond a limit; also beyond the sensor's range, since a saturated sensor has not recovered. */
    record Beyond(AlarmLimits.Reached reached) implements Finding {}

    /** Good, and inside the limits. */
    record Within() implements Finding {}

    /** Nobody can say: not measured, or outside the range on the harmless side. */
    record Unusable() implements Finding {}

    /** Tells of the past: neither opens an alarm nor changes one. */
    record Past() implements Finding {}
  }

  public Finding judge(AlarmSide side) {
    if (quality.has(Quality.LATE)) {
      return new Finding.Past();
    }
    if ((quality.bits() & NOT_MEASURED) != 0 || !Double.isFinite(value)) {
      return new Finding.Unusable();
    }
    Optional<AlarmLimits.Reached> reached = AlarmLimits.findReached(series, side, value);
    if (reached.isPresent()) {
      return new Finding.Beyond(reached.get());
    }
    return quality.has(Quality.OUT_OF_RANGE) ? new Finding.Unusable() : new Finding.Within();
  }
}
