package windrose.domain.release;

/**
 * Liquid through a hole: Bernoulli, Q = Cd A √(2 ρ Δp), as in CCPS, Guidelines for Consequence Analysis (1999), section 2.1.
 *
 * <p>Holds for liquids that stay liquid inside the hole: cold ones, and boiling ones through a sharp-edged hole in a thin wall,
 * where there is no length to flash in (ALOHA, NOAA OR&amp;R 43, the limit of zero nozzle length). Through a pipe longer than
 * 0.1 m a flashing liquid flows three to five times slower than this.
 */
public final class LiquidDischarge {
  private static final double GRAVITY = 9.80665;

  private LiquidDischarge() {}

  public static double rateKgPerS(Hole hole, double densityKgPerM3, double overpressurePa) {
    if (overpressurePa <= 0) {
      return 0;
    }
    return hole.dischargeCoefficient()
        * hole.areaM2()
        * Math.sqrt(2 * densityKgPerM3 * overpressurePa);
  }

  /** What a column of liquid above the hole adds to the pressure of the vapour space. */
  public static double headPa(double densityKgPerM3, double heightM) {
    return densityKgPerM3 * GRAVITY * Math.max(0, heightM);
  }
}
