package windrose.domain.measure;

/**
 * What the real readings of one stretch of time amount to; what is not known is {@code NaN}, never 0.
 *
 * <p>Drill readings take no part. Extremes are over all that was measured, also beyond the sensor's range; the mean is over
 * valid readings only (see {@link Quality#isValid}), so that one broken wire does not bend it. Directions have no extremes:
 * their mean is that of unit vectors, and {@code steadiness} is the length of that mean vector, 1 = never moved, 0 = from
 * everywhere.
 *
 * @param count all real readings
 * @param valid how many of them are valid
 */
public record RollUp(int count, int valid, double min, double mean, double max, double steadiness) {

  /** The share of valid readings, 0 to 1. */
  public double validShare() {
    return count == 0 ? Double.NaN : (double) valid / count;
  }
}
