package windrose.feature.simulator.truth;

import java.util.Map;
import java.util.Set;

/**
 * The faults that the demo's field has on purpose, so that monitoring has something to find.
 *
 * <table>
 *   <caption>Faults of the demo park</caption>
 *   <tr><th>fault</th><th>where</th><th>how</th></tr>
 *   <tr><td>drop-out</td><td>GD-E03-005, GD-E08-004, MS-11, TI-E07-TK-101</td><td>silent 25 of every 240 minutes, each at its own time</td></tr>
 *   <tr><td>stuck</td><td>GD-E09-003</td><td>shows the same value since its last restart (every 5 days)</td></tr>
 *   <tr><td>wrong clock</td><td>MS-17</td><td>its time is 7 minutes ahead</td></tr>
 *   <tr><td>calibration</td><td>GD-E05-002</td><td>data flag C and test gas for 20 minutes of every 6 hours</td></tr>
 *   <tr><td>drift</td><td>GD-E12-001</td><td>creeps up over 14 days, then is adjusted</td></tr>
 * </table>
 *
 * Codes that a park does not have have no effect.
 */
public final class FieldFaults {
  public static final FieldFaults NONE =
      new FieldFaults(Set.of(), Set.of(), Map.of(), Set.of(), Set.of());
  public static final FieldFaults DEMO =
      new FieldFaults(
          Set.of("GD-E03-005", "GD-E08-004", "MS-11", "TI-E07-TK-101"),
          Set.of("GD-E09-003"),
          Map.of("MS-17", 7 * 60_000L),
          Set.of("GD-E05-002"),
          Set.of("GD-E12-001"));

  private static final double SILENCE_CYCLE_S = 240 * 60;
  private static final double SILENT_S = 25 * 60;
  private static final double STUCK_CYCLE_S = 5 * 86_400;
  private static final double CALIBRATION_CYCLE_S = 6 * 3600;
  private static final double CALIBRATION_S = 20 * 60;
  private static final double DRIFT_CYCLE_S = 14 * 86_400;
  private static final double DRIFT_SCALES = 2.2;

  private final Set<String> droppingOut;
  private final Set<String> stuck;
  private final Map<String, Long> clockAheadMs;
  private final Set<String> calibrated;
  private final Set<String> drifting;

  public FieldFaults(
      Set<String> droppingOut,
      Set<String> stuck,
      Map<String, Long> clockAheadMs,
      Set<String> calibrated,
      Set<String> drifting) {
    this.droppingOut = Set.copyOf(droppingOut);
    this.stuck = Set.copyOf(stuck);
    this.clockAheadMs = Map.copyOf(clockAheadMs);
    this.calibrated = Set.copyOf(calibrated);
    this.drifting = Set.copyOf(drifting);
  }

  public boolean isSilent(String station, double epochS) {
    return droppingOut.contains(station)
        && within(epochS, SILENCE_CYCLE_S, Noise.uniform(Noise.seedOf(station), 9)) < SILENT_S;
  }

  /** How far the clock of a station that speaks for itself, or of a gateway, is ahead. */
  public long clockAheadMs(String station) {
    return clockAheadMs.getOrDefault(station, 0L);
  }

  /** The moment whose value the station shows: long past for a stuck one. */
  double shownTimeS(String station, double epochS) {
    return stuck.contains(station) ? Math.floor(epochS / STUCK_CYCLE_S) * STUCK_CYCLE_S : epochS;
  }

  boolean isStuck(String station) {
    return stuck.contains(station);
  }

  boolean isBeingCalibrated(String station, double epochS) {
    return calibrated.contains(station) && within(epochS, CALIBRATION_CYCLE_S, 0) < CALIBRATION_S;
  }

  /** Extra drift in multiples of what counts as little for the sensor. */
  double driftScales(String station, double epochS) {
    return drifting.contains(station)
        ? DRIFT_SCALES * within(epochS, DRIFT_CYCLE_S, 0) / DRIFT_CYCLE_S
        : 0;
  }

  private static double within(double epochS, double cycleS, double shift) {
    double x = epochS / cycleS + shift;
    return (x - Math.floor(x)) * cycleS;
  }
}
