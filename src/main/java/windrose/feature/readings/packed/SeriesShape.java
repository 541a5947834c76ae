package windrose.feature.readings.packed;

/**
 * What packing needs to know of a series.
 *
 * @param intervalS how often it is expected to report; 0 when that is not known
 * @param circular a direction in degrees, see {@link windrose.domain.measure.RollUp}
 */
public record SeriesShape(long key, int intervalS, boolean circular) {
  private static final int FAST_S = 60;

  /** Fast series are packed by the hour, slow ones by the day: a packed row is worth its overhead from some 30 readings on. */
  public boolean isFast() {
    return intervalS > 0 && intervalS <= FAST_S;
  }
}
