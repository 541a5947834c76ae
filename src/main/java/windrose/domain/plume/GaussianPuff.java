package windrose.domain.plume;

import windrose.domain.weather.Stability;
import windrose.domain.weather.Wind;

/**
 * One round cloud of gas that drifts and grows, reflected at the ground.
 *
 * <p>C = M / ((2π)^1.5 σh² σv) exp(−r²/2σh²) [exp(−(z−h)²/2σv²) + exp(−(z+h)²/2σv²)] (Slade 1968). Passive: it neither sinks nor
 * slumps, so within some 100 m of a large chlorine or LPG release it is too high and too narrow. Mass is conserved; nothing
 * deposits.
 *
 * @param eastM centre in the park's {@link windrose.domain.geo.LocalFrame}
 * @param sigmaHM spread in both horizontal directions
 * @param sigmaVM spread upward
 */
public record GaussianPuff(
    double massKg, double eastM, double northM, double heightM, double sigmaHM, double sigmaVM) {
  private static final double NORMAL = Math.pow(2 * Math.PI, -1.5);
  private static final double REACH_SIGMAS = 6;

  public double kgPerM3(double atEastM, double atNorthM, double atHeightM) {
    double dx = atEastM - eastM;
    double dy = atNorthM - northM;
    double r2 = dx * dx + dy * dy;
    double s2 = sigmaHM * sigmaHM;
    if (r2 > REACH_SIGMAS * REACH_SIGMAS * s2) {
      return 0;
    }
    return massKg
        * NORMAL
        / (s2 * sigmaVM)
        * Math.exp(-r2 / (2 * s2))
        * reflected(atHeightM, heightM, sigmaVM);
  }

  /** The puff after some seconds in this wind. */
  public GaussianPuff after(double seconds, Wind wind, Stability stability, Spread spread) {
    double stretchM = wind.speedMps() * seconds;
    return new GaussianPuff(
        massKg,
        eastM + wind.eastMps() * seconds,
        northM + wind.northMps() * seconds,
        heightM,
        spread.grownHorizontalM(stability, sigmaHM, stretchM),
        spread.grownVerticalM(stability, sigmaVM, stretchM));
  }

  /** Two neighbours as one: mass and centre of mass are kept, widths are averaged by mass. */
  GaussianPuff mergedWith(GaussianPuff other) {
    double mass = massKg + other.massKg;
    double share = mass > 0 ? massKg / mass : 0.5;
    return new GaussianPuff(
        mass,
        mean(share, eastM, other.eastM),
        mean(share, northM, other.northM),
        mean(share, heightM, other.heightM),
        mean(share, sigmaHM, other.sigmaHM),
        mean(share, sigmaVM, other.sigmaVM));
  }

  private static double mean(double share, double a, double b) {
    return share * a + (1 - share) * b;
  }

  static double reflected(double heightM, double sourceHeightM, double sigmaM) {
    double below = heightM - sourceHeightM;
    double above = heightM + sourceHeightM;
    double twoS2 = 2 * sigmaM * sigmaM;
    return Math.exp(-below * below / twoS2) + Math.exp(-above * above / twoS2);
  }
}
