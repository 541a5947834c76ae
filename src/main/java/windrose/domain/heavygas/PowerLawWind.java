package windrose.domain.heavygas;

import windrose.domain.special.Gamma;
import windrose.domain.weather.Stability;
import windrose.domain.weather.WindProfile;

/**
 * The wind as a heavy layer feels it: U = U10 (z/10)^α with the friction velocity of the similarity profile.
 *
 * <p>α by class and κ = 0.35 as in DEGADIS (Spicer and Havens 1989) and in ALOHA's form of it (NOAA OR&amp;R 43, section
 * 4.4). Roughness above 0.1 m is not felt by a layer that lies between the obstacles.
 */
final class PowerLawWind {
  static final double KARMAN = 0.35;
  private static final double MOST_ROUGHNESS_M = 0.1;
  private static final double MAST_M = 10;

  private final double at10mMps;
  private final double exponent;
  private final double frictionVelocityMps;
  private final double gamma;

  PowerLawWind(double at10mMps, double exponent, double frictionVelocityMps) {
    this.at10mMps = at10mMps;
    this.exponent = exponent;
    this.frictionVelocityMps = frictionVelocityMps;
    this.gamma = Gamma.of(1 / (1 + exponent));
  }

  static PowerLawWind of(double at10mMps, Stability stability, double roughnessM) {
    WindProfile profile = new WindProfile(stability, Math.min(roughnessM, MOST_ROUGHNESS_M));
    return new PowerLawWind(
        at10mMps, stability.powerLawExponent(), profile.frictionVelocityMps(at10mMps, KARMAN));
  }

  double exponent() {
    return exponent;
  }

  double frictionVelocityMps() {
    return frictionVelocityMps;
  }

  double atMps(double heightM) {
    return at10mMps * Math.pow(heightM / MAST_M, exponent);
  }

  /** The speed that carries a layer whose concentration falls off as exp(−(z/S)^(1+α)). */
  double carryingMps(double depthScaleM) {
    return atMps(depthScaleM) / gamma;
  }

  /** The depth that holds the same mass at ground concentration. */
  double depthM(double depthScaleM) {
    return depthScaleM / (1 + exponent) * gamma;
  }

  /** The inverse of {@link #depthM}. */
  double depthScaleM(double depthM) {
    return depthM * (1 + exponent) / gamma;
  }

  /** The depth scale at which a layer carries this much volume per second and metre of width. */
  double depthScaleForFlux(double m3PerSPerM) {
    double perUnit = at10mMps * Math.pow(MAST_M, -exponent) / (1 + exponent);
    return Math.pow(m3PerSPerM / perUnit, 1 / (1 + exponent));
  }
}
