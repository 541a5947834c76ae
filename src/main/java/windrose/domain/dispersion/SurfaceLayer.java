package windrose.domain.dispersion;

/**
 * Wind and mixing near the ground by Monin and Obukhov, in the form of van Ulden (1978) and Dyer (1974).
 *
 * <p>φh = 1 + 5 z/L or (1 − 16 z/L)^−½; ψm = −5 z/L, beyond z = L −5 (1 + ln z/L), or the usual arc of x = (1 − 16 z/L)^¼. Valid
 * up to some tens of metres; κ = 0.4.
 */
record SurfaceLayer(double frictionVelocityMps, double obukhovLengthM, double roughnessM) {
  static final double KARMAN = 0.4;

  /** From a wind at a height. */
  static SurfaceLayer ofWind(
      double speedMps, double heightM, double obukhovLengthM, double roughnessM) {
    SurfaceLayer unit = new SurfaceLayer(1, obukhovLengthM, roughnessM);
    return new SurfaceLayer(speedMps / unit.speedMps(heightM), obukhovLengthM, roughnessM);
  }

  double speedMps(double heightM) {
    return frictionVelocityMps / KARMAN * profile(heightM);
  }

  /** ln(z/z0) − ψm(z/L), at least a little above zero. */
  double profile(double heightM) {
    double z = Math.max(heightM, 1.5 * roughnessM);
    return Math.max(0.1, Math.log(z / roughnessM) - psiM(z / obukhovLengthM));
  }

  /** zi = 2300 u*^1.5 (Venkatram 1980), kept between 30 and 3,000 m: how high the wind alone mixes. */
  double mechanicalMixingHeightM() {
    return Math.max(30, Math.min(3_000, 2_300 * Math.pow(frictionVelocityMps, 1.5)));
  }

  static double psiM(double zOverL) {
    if (zOverL >= 0) {
      return zOverL <= 1 ? -5 * zOverL : -5 * (1 + Math.log(zOverL));
    }
    double x = Math.pow(1 - 16 * zOverL, 0.25);
    return 2 * Math.log((1 + x) / 2) + Math.log((1 + x * x) / 2) - 2 * Math.atan(x) + Math.PI / 2;
  }

  static double phiH(double zOverL) {
    return zOverL >= 0 ? 1 + 5 * zOverL : 1 / Math.sqrt(1 - 16 * zOverL);
  }
}
