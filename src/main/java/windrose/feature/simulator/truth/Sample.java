package windrose.feature.simulator.truth;

/**
 * What one sensor shows at one moment.
 *
 * @param flag the data flag of HJ 212: N normal, C calibration, T beyond the range
 * @param isDrill whether a running drill has moved the value
 */
public record Sample(double value, char flag, boolean isDrill) {
  public static final char NORMAL = 'N';
  public static final char CALIBRATION = 'C';
  public static final char OVER_RANGE = 'T';
}
