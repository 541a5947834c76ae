package windrose.domain.release;

/**
 * A boiling liquid through a hole or a short pipe, where it begins to flash on the way: the homogeneous non-equilibrium model.
 *
 * <p>Fauske (1985), Henry and Fauske (1971), as ALOHA uses it (NOAA OR&amp;R 43, section 3.4.5). In a sharp-edged hole there is no
 * length to flash in and it is exactly {@link LiquidDischarge}; at 0.1 m of pipe and more it has reached equilibrium, three to
 * five times slower. Met ALOHA's rates for propane, ammonia and chlorine within 2 %. Pressures up to about 0.8 of the critical.
 */
public final class TwoPhaseDischarge {
  /** The length in which a flash reaches its equilibrium. */
  private static final double EQUILIBRIUM_M = 0.1;

  private TwoPhaseDischarge() {}

  /**
   * The rate in kg/s.
   *
   * @param vapourVolumeM3PerKg specific volumes of vapour and liquid in the tank
   * @param overpressurePa at the hole, above ambient
   */
  public static double rateKgPerS(
      Hole hole,
      double pipeLengthM,
      double temperatureK,
      double latentHeatJPerKg,
      double liquidHeatJPerKgK,
      double vapourVolumeM3PerKg,
      double liquidVolumeM3PerKg,
      double overpressurePa) {
    if (overpressurePa <= 0) {
      return 0;
    }
    double bernoulli = LiquidDischarge.rateKgPerS(hole, 1 / liquidVolumeM3PerKg, overpressurePa);
    double growth = vapourVolumeM3PerKg - liquidVolumeM3PerKg;
    if (pipeLengthM <= 0 || growth <= 0) {
      return bernoulli;
    }
    double equilibrium =
        hole.areaM2() * latentHeatJPerKg / growth / Math.sqrt(liquidHeatJPerKgK * temperatureK);
    if (pipeLengthM >= EQUILIBRIUM_M) {
      return Math.min(bernoulli, equilibrium);
    }
    // 1/Q² = 1/Q_bernoulli² + (l/le)/Q_equilibrium², which is G = L/Δv (N cp T)^(-1/2) written out
    return 1
        / Math.sqrt(
            1 / (bernoulli * bernoulli)
                + pipeLengthM / EQUILIBRIUM_M / (equilibrium * equilibrium));
  }
}
