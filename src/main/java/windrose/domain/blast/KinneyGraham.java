package windrose.domain.blast;

/**
 * Peak overpressure around a charge of TNT at a scaled distance Z = r / m^(1/3).
 *
 * <p>Kinney and Graham, Explosive Shocks in Air, 2nd ed. (1985), for a chemical explosion in free air:
 * p/p₀ = 808 [1 + (Z/4.5)²] / (√(1 + (Z/0.048)²) √(1 + (Z/0.32)²) √(1 + (Z/1.35)²)). From Z = 0.05 to 500 m/kg^(1/3);
 * within some 10 % of tests beyond Z = 1.
 */
public final class KinneyGraham {
  private KinneyGraham() {}

  /** As a share of the air's pressure. */
  public static double ratio(double scaledDistance) {
    double z = scaledDistance;
    return 808
        * (1 + square(z / 4.5))
        / (Math.sqrt(1 + square(z / 0.048))
            * Math.sqrt(1 + square(z / 0.32))
            * Math.sqrt(1 + square(z / 1.35)));
  }

  private static double square(double x) {
    return x * x;
  }
}
