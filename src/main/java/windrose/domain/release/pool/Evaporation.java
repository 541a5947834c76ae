package windrose.domain.release.pool;

/**
 * How fast vapour leaves a pool that does not boil: Brighton's boundary layer over a wet disc.
 *
 * <p>Brighton (1985, 1990) as in NOAA OR&amp;R 43, section 3.3.1, with the diffusivity of water vapour scaled by √(M) (Graham), Deacon's
 * u* = 0.03 U (10/z)^n and a roughness of 0.4 mm over pool and apron, whatever the land around. Meets ALOHA's evaporation rates of
 * acetone, methanol, benzene and toluene within 6 %. Holds up to the vapour pressure at which the suction of its own stream
 * multiplies it by four; beyond, the pool boils.
 *
 * @param frictionMps u*
 * @param transfer j, the mean mass transfer coefficient over u*, before the correction for a strong stream
 * @param diffusivityM2PerS of the vapour in air
 */
record Evaporation(double frictionMps, double transfer, double diffusivityM2PerS) {
  /** Brighton's limit, taken by ALOHA. */
  static final double MOST = 4;

  private static final double ROUGHNESS_M = 0.0004;
  private static final double KARMAN = 0.4;
  private static final double TURBULENT_SCHMIDT = 0.85;
  private static final double VISCOSITY_M2_PER_S = 1.5e-5;
  private static final double EULER = 0.577_215_664_9;
  private static final double WATER_VAPOUR_M2_PER_S = 2.39e-5;
  private static final double WATER_KG_PER_MOL = 0.018_015;

  /**
   * For a pool this wide.
   *
   * @param exponent n of the wind's power law, by stability
   */
  static Evaporation of(
      double diameterM, double windAt10mMps, double exponent, double molarMassKgPerMol) {
    double friction = 0.03 * windAt10mMps;
    double diffusivity = WATER_VAPOUR_M2_PER_S * Math.sqrt(WATER_KG_PER_MOL / molarMassKgPerMol);
    double schmidt = VISCOSITY_M2_PER_S / diffusivity;
    double n = exponent;
    double scale = KARMAN / TURBULENT_SCHMIDT * (1 + n);
    double lambda =
        1 / n
            + 1
            + 2 * Math.log(1 + n)
            - 2 * EULER
            + scale * surface(schmidt, friction * ROUGHNESS_M / VISCOSITY_M2_PER_S);
    double length =
        n * KARMAN * KARMAN * diameterM / (TURBULENT_SCHMIDT * ROUGHNESS_M * Math.exp(1 / n));
    double l = lambda + Math.log(length);
    double q = l * l + Math.PI * Math.PI;
    double third = (1 - EULER) * (1 - EULER) + 1 + Math.PI * Math.PI / 6;
    double mean = 0.5 - Math.atan(l / Math.PI) / Math.PI + (1 - EULER) / q + third * l / (q * q);
    return new Evaporation(friction, scale * mean, diffusivity);
  }

  /** Brutsaert's f(Sc) of a smooth and a rough surface, and a straight line between them. */
  private static double surface(double schmidt, double reynolds) {
    double smooth =
        Math.pow(3.85 * Math.cbrt(schmidt) - 1.3, 2)
            + TURBULENT_SCHMIDT / KARMAN * Math.log(0.13 * schmidt);
    if (reynolds < 0.13) {
      return smooth;
    }
    double rough =
        7.3 * Math.pow(Math.max(2, reynolds), 0.25) * Math.sqrt(schmidt) - 5 * TURBULENT_SCHMIDT;
    return reynolds > 2 ? rough : smooth + (reynolds - 0.13) / (2 - 0.13) * (rough - smooth);
  }

  /** How much its own stream helps the vapour away: 1 for little vapour, {@link #MOST} where boiling begins. */
  static double correction(double vapourPa, double ambientPa) {
    double share = vapourPa / ambientPa;
    if (share < 1e-6) {
      return 1;
    }
    return share >= 1 ? MOST : Math.min(MOST, -Math.log(1 - share) / share);
  }
}
