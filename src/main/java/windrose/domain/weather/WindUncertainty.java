package windrose.domain.weather;

import java.util.Locale;

/**
 * How far the wind at a place may differ from the one that was picked; the zones are widened by it.
 *
 * @param directionSigmaDeg standard deviation of the direction
 * @param speedShare standard deviation of the speed's logarithm
 * @param fullCircle the direction means nothing: the wind is unknown, or too weak to have one
 */
public record WindUncertainty(double directionSigmaDeg, double speedShare, boolean fullCircle) {
  /** Judgement: a mast's exposure, calibration and ten-minute mean. */
  private static final double SPEED_SHARE = 0.15;

  private static final double WIDEST_DEG = 180;

  public static final WindUncertainty UNKNOWN = new WindUncertainty(WIDEST_DEG, 0.5, true);

  /**
   * For a wind measured this far away and this long ago.
   *
   * <p>The class gives the wandering within the hour, 1.5 to 2 times as much in less than 2 m/s. Distance and age are judgement,
   * not measurement: 5° and 3 % for each kilometre, 10° and 5 % for each ten minutes, added in squares.
   */
  public static WindUncertainty of(
      Stability stability, double windMps, double distanceM, double ageS) {
    double wander = wanderDeg(stability);
    if (windMps < 2) {
      wander *= Math.min(2, 1.5 + 0.5 * (2 - windMps));
    }
    double kilometres = distanceM / 1000;
    double tens = Math.max(0, ageS) / 600;
    double sigma = Math.sqrt(square(wander) + square(5 * kilometres) + square(10 * tens));
    double share = Math.sqrt(square(SPEED_SHARE) + square(0.03 * kilometres) + square(0.05 * tens));
    boolean calm = windMps < 0.5 || (windMps < 1 && stability == Stability.F);
    return new WindUncertainty(Math.min(WIDEST_DEG, sigma), share, calm || sigma >= 60);
  }

  /** NOAA's σθ by class, from which ALOHA draws its confidence lines (NOAA OR&amp;R 43, section 5.4). */
  private static double wanderDeg(Stability stability) {
    return switch (stability) {
      case A -> 25;
      case B -> 20;
      case C -> 15;
      case D -> 10;
      case E -> 5;
      case F -> 2.5;
    };
  }

  private static double square(double x) {
    return x * x;
  }

  @Override
  public String toString() {
    return fullCircle
        ? "any direction"
        : String.format(Locale.ROOT, "± %.0f°, ± %.0f %%", directionSigmaDeg, 100 * speedShare);
  }
}
