package windrose.domain.plume;

/**
 * The steady cloud of a constant source in a constant wind, with full reflection at the ground.
 *
 * <p>C = Q / (2π u σy σz) exp(−y²/2σy²) [exp(−(z−h)²/2σz²) + exp(−(z+h)²/2σz²)] (Pasquill and Gifford). For passive gases in a
 * wind above 1 m/s; use {@link PuffTrain} when wind or source change, and a heavy-gas model near a large cold release.
 */
public final class GaussianPlume {
  private GaussianPlume() {}

  /**
   * Concentration at one point whose distance downwind is already in the two sigmas.
   *
   * @param acrossM distance from the axis
   * @param sourceHeightM release height
   */
  public static double kgPerM3(
      double rateKgPerS,
      double windMps,
      double sigmaYM,
      double sigmaZM,
      double acrossM,
      double heightM,
      double sourceHeightM) {
    return rateKgPerS
        / (2 * Math.PI * windMps * sigmaYM * sigmaZM)
        * Math.exp(-acrossM * acrossM / (2 * sigmaYM * sigmaYM))
        * GaussianPuff.reflected(heightM, sourceHeightM, sigmaZM);
  }
}
