package windrose.domain.chemical;

/**
 * The equation of state of Peng and Robinson, Ind. Eng. Chem. Fundam. 15 (1976) 59–64, for the gas.
 *
 * <p>Within 2 % in the gas away from the critical point. Where the equation has a liquid root too, the gas root is taken, even
 * if the liquid would be the stable one.
 */
final class PengRobinson {
  private PengRobinson() {}

  /** Z of the gas: the largest real root of the cubic. */
  static double gasCompressibility(
      double temperatureK, double pressurePa, double criticalK, double criticalPa, double omega) {
    double kappa = 0.37464 + 1.54226 * omega - 0.26992 * omega * omega;
    double root = 1 + kappa * (1 - Math.sqrt(temperatureK / criticalK));
    double reduced = temperatureK / criticalK;
    double a = 0.45724 * root * root * (pressurePa / criticalPa) / (reduced * reduced);
    double b = 0.07780 * (pressurePa / criticalPa) / reduced;
    double c2 = b - 1;
    double c1 = a - 2 * b - 3 * b * b;
    double c0 = b * b + b * b * b - a * b;
    return Math.max(largestRoot(c2, c1, c0), b * 1.000_001);
  }

  /** Cardano for z³ + c2 z² + c1 z + c0. */
  private static double largestRoot(double c2, double c1, double c0) {
    double shift = c2 / 3;
    double p = c1 - c2 * c2 / 3;
    double q = 2 * c2 * c2 * c2 / 27 - c2 * c1 / 3 + c0;
    double discriminant = q * q / 4 + p * p * p / 27;
    if (discriminant > 0) {
      double s = Math.sqrt(discriminant);
      return Math.cbrt(-q / 2 + s) + Math.cbrt(-q / 2 - s) - shift;
    }
    double r = Math.sqrt(-p / 3);
    if (r == 0) {
      return -shift;
    }
    double cosine = Math.max(-1, Math.min(1, -q / (2 * r * r * r)));
    return 2 * r * Math.cos(Math.acos(cosine) / 3) - shift;
  }
}
