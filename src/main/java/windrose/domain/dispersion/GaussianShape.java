package windrose.domain.dispersion;

import org.jspecify.annotations.Nullable;
import windrose.domain.plume.Spread;
import windrose.domain.weather.Stability;

/**
 * One kilogram per second as a Gaussian plume over the ground and, where there is one, under a lid.
 *
 * <p>C = Q / (2π U σy σz) exp(−y²/2σy²) Σ exp(−(z ± h + 2 n zi)²/2σz²) with n from −5 to 5, and evenly mixed once σz reaches 2 zi
 * (Turner 1970; NOAA OR&amp;R 43, section 4.3). An area source adds its width D/√(2π) to σy in quadrature.
 *
 * @param speedMps the wind at max(3 m, release height)
 * @param sourceSigmaM first width of an area source; 0 for a point
 * @param averagingFactor on σy
 */
record GaussianShape(
    Spread spread,
    Stability stability,
    double speedMps,
    double sourceHeightM,
    double sourceSigmaM,
    double averagingFactor,
    @Nullable Double lidM)
    implements PlumeShape {
  private static final int REFLECTIONS = 5;
  private static final double MIXED_AT_SIGMAS = 2;
  private static final double LEAST_M = 0.1;

  @Override
  public CrossSection section(double downwindM, double heightM) {
    if (downwindM <= 0) {
      return CrossSection.EMPTY;
    }
    double x = Math.max(LEAST_M, downwindM);
    double sigmaY = Math.hypot(averagingFactor * spread.horizontalM(stability, x), sourceSigmaM);
    double centre = vertical(spread.verticalM(stability, x), heightM);
    return new CrossSection(
        centre / (Math.sqrt(2 * Math.PI) * speedMps * sigmaY), 0, Math.sqrt(2) * sigmaY);
  }

  /** Share of the column's mass per metre of height. */
  private double vertical(double sigmaZ, double heightM) {
    if (lidM != null && sigmaZ >= MIXED_AT_SIGMAS * lidM) {
      return heightM <= lidM ? 1 / lidM : 0;
    }
    double sum = mirrored(sigmaZ, heightM, 0);
    if (lidM != null) {
      for (int n = 1; n <= REFLECTIONS; n++) {
        sum += mirrored(sigmaZ, heightM, 2 * n * lidM) + mirrored(sigmaZ, heightM, -2 * n * lidM);
      }
    }
    return sum / (Math.sqrt(2 * Math.PI) * sigmaZ);
  }

  private double mirrored(double sigmaZ, double heightM, double shiftM) {
    double below = (heightM - sourceHeightM + shiftM) / sigmaZ;
    double above = (heightM + sourceHeightM + shiftM) / sigmaZ;
    return Math.exp(-below * below / 2) + Math.exp(-above * above / 2);
  }

  @Override
  public double travelS(double downwindM) {
    return Math.max(0, downwindM) / speedMps;
  }

  @Override
  public double speedMps(double downwindM) {
    return speedMps;
  }

  @Override
  public double sigmaAlongM(double downwindM) {
    return AlongWind.sigmaM(stability, downwindM);
  }

  @Override
  public double nearestM() {
    return 0;
  }
}
