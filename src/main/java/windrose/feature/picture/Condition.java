package windrose.feature.picture;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import windrose.domain.measure.Quality;
import windrose.domain.park.Series;
import windrose.feature.readings.StoredReading;

/** What a series looks like on the picture, the worst first; the same rules as {@code status.ts} of the page. */
enum Condition {
  SECOND_LIMIT,
  FIRST_LIMIT,
  FAULT,
  UNKNOWN,
  SERVICE,
  NORMAL;

  /** A value older than this many of its intervals is shown as old. */
  private static final int STALE_AFTER_INTERVALS = 5;

  static Condition of(Series series, @Nullable StoredReading reading) {
    if (reading == null) {
      return UNKNOWN;
    }
    Quality quality = reading.quality();
    if (quality.has(Quality.CALIBRATION) || quality.has(Quality.MAINTENANCE)) {
      return SERVICE;
    }
    double value = reading.value();
    if (reaches(value, series.alarmHigh2(), series.alarmLow2())) {
      return SECOND_LIMIT;
    }
    if (reaches(value, series.alarmHigh1(), series.alarmLow1())) {
      return FIRST_LIMIT;
    }
    if (quality.has(Quality.DEVICE_FAULT)
        || quality.has(Quality.STUCK)
        || quality.has(Quality.OUT_OF_RANGE)) {
      return FAULT;
    }
    return Double.isNaN(value) ? UNKNOWN : NORMAL;
  }

  /** Whether nothing was heard for so long that the value may be wrong by now. */
  static boolean isStale(Series series, StoredReading reading, Instant now) {
    int intervalS = series.intervalS() > 0 ? series.intervalS() : 60;
    return reading.at().plusSeconds((long) intervalS * STALE_AFTER_INTERVALS).isBefore(now);
  }

  private static boolean reaches(double value, @Nullable Double high, @Nullable Double low) {
    return (high != null && value >= high) || (low != null && value <= low);
  }
}
