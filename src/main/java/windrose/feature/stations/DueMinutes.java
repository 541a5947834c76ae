package windrose.feature.stations;

import java.time.Instant;
import java.util.List;
import windrose.domain.upkeep.Arrivals;
import windrose.domain.upkeep.MinuteMask;
import windrose.feature.registers.MaintenanceWindow;
import windrose.feature.registers.RegisteredSeries;
import windrose.feature.registers.RegisteredStation;
import windrose.feature.registers.RegistersFeature;

/** In which minutes a station had to report: in use, not under maintenance, and long enough ago that it could have. */
final class DueMinutes {
  private static final int HOUR_S = 3_600;
  private static final int LONGEST_GRACE_S = 2 * HOUR_S;
  private static final int DELIVERY_S = 60;

  private final RegistersFeature registers;

  DueMinutes(RegistersFeature registers) {
    this.registers = registers;
  }

  /** How long after its minute a value may still be on its way: its interval and a minute. */
  static int graceS(List<RegisteredSeries> series) {
    return Math.min(LONGEST_GRACE_S, shortestIntervalS(series) + DELIVERY_S);
  }

  static int shortestIntervalS(List<RegisteredSeries> series) {
    int shortest = Integer.MAX_VALUE;
    for (RegisteredSeries one : series) {
      shortest = Math.min(shortest, one.series().intervalS());
    }
    return series.isEmpty() ? 60 : shortest;
  }

  long mask(RegisteredStation station, int graceS, long hourEpochS, Instant now) {
    long due = MinuteMask.wholeBefore(hourEpochS, now.minusSeconds(graceS));
    long registered = station.registration().registeredAt().getEpochSecond();
    due &= MinuteMask.of(hourEpochS, registered + 59, hourEpochS + HOUR_S);
    Instant retired = station.retiredAt();
    if (retired != null) {
      due &= MinuteMask.wholeBefore(hourEpochS, retired);
    }
    for (MaintenanceWindow window : registers.listMaintenance(station.code())) {
      Instant end = window.end();
      long to = end == null ? hourEpochS + HOUR_S : end.getEpochSecond();
      due &= ~MinuteMask.of(hourEpochS, window.from().getEpochSecond(), to);
    }
    return due;
  }

  static int expected(long hourEpochS, long due, List<RegisteredSeries> series) {
    int expected = 0;
    for (RegisteredSeries one : series) {
      expected += Arrivals.expected(hourEpochS, due, one.series().intervalS());
    }
    return expected;
  }
}
