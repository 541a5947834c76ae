package windrose.domain.weather;

/**
 * Stability classes from better measurements than sun and cloud: how much the wind's direction wanders, and the Monin-Obukhov
 * length.
 *
 * <p>{@link Stability#of} needs less; each of these is nearer to the truth where its instrument stands free.
 */
public final class StabilityMethods {
  /** Lower ends of A to E, at 10 m over ground of 0.15 m roughness. */
  private static final double[] SIGMA_FROM_DEG = {22.5, 17.5, 12.5, 7.5, 3.8};

  private static final double SIGMA_ROUGHNESS_M = 0.15;

  private StabilityMethods() {}

  /**
   * From the standard deviation of the wind's direction, with the steps for wind and night.
   *
   * <p>EPA-454/R-99-005 (2000), tables 6-8a and 6-8b (from standard literature), thresholds scaled by (z0/0.15 m)^0.2; by night a large
   * σθ in a weak wind is meander of stable air, not mixing.
   */
  public static Stability bySigmaTheta(
      double sigmaThetaDeg, double windAt10mMps, boolean night, double roughnessM) {
    double scale = Math.pow(roughnessM / SIGMA_ROUGHNESS_M, 0.2);
    Stability raw = Stability.F;
    Stability[] fromMostUnstable = Stability.values();
    for (int i = SIGMA_FROM_DEG.length - 1; i >= 0; i--) {
      if (sigmaThetaDeg >= SIGMA_FROM_DEG[i] * scale) {
        raw = fromMostUnstable[i];
      }
    }
    return night ? byNight(raw, windAt10mMps) : byDay(raw, windAt10mMps);
  }

  private static Stability byDay(Stability raw, double u) {
    return switch (raw) {
      case A -> u < 3 ? Stability.A : u < 4 ? Stability.B : u < 6 ? Stability.C : Stability.D;
      case B -> u < 4 ? Stability.B : u < 6 ? Stability.C : Stability.D;
      case C -> u < 6 ? Stability.C : Stability.D;
      case D, E, F -> Stability.D;
    };
  }

  private static Stability byNight(Stability raw, double u) {
    return switch (raw) {
      case A -> u < 2.9 ? Stability.F : u < 3.6 ? Stability.E : Stability.D;
      case B -> u < 2.4 ? Stability.F : u < 3.0 ? Stability.E : Stability.D;
      case C -> u < 2.4 ? Stability.E : Stability.D;
      case D -> Stability.D;
      case E -> u < 5 ? Stability.E : Stability.D;
      case F -> u < 3 ? Stability.F : u < 5 ? Stability.E : Stability.D;
    };
  }

  /**
   * From a measured Monin-Obukhov length: the class whose Golder line lies nearest in 1/L.
   *
   * <p>Golder, Boundary-Layer Meteorology 3 (1972) 47–58, in the straight lines that ALOHA takes.
   */
  public static Stability byObukhovLength(double lengthM, double roughnessM) {
    double inverse = 1 / lengthM;
    double log = Math.log10(Math.max(1e-4, Math.min(1, roughnessM)));
    Stability best = Stability.D;
    double nearest = Double.POSITIVE_INFINITY;
    for (Stability stability : Stability.values()) {
      double away = Math.abs(inverse - golder(stability, log));
      if (away < nearest) {
        nearest = away;
        best = stability;
      }
    }
    return best;
  }

  /** Golder's 1/L = a + b log10 z0 of each class. */
  private static double golder(Stability stability, double logRoughness) {
    return switch (stability) {
      case A -> -0.096 + 0.029 * logRoughness;
      case B -> -0.037 + 0.029 * logRoughness;
      case C -> -0.002 + 0.018 * logRoughness;
      case D -> 0;
      case E -> 0.004 - 0.018 * logRoughness;
      case F -> 0.035 - 0.036 * logRoughness;
    };
  }

  /**
   * Share of cloud from the sun that reaches the ground: G = G0 (1 − 0.75 N^3.4), G0 = 910 sin h − 30 W/m².
   *
   * <p>Kasten and Czeplak, Solar Energy 24 (1980) 177–189; hourly means, within two tenths. Only while the sun stands above 10°.
   */
  public static double cloudShare(double radiationWPerM2, double sunElevationDeg) {
    double clear = 910 * Math.sin(Math.toRadians(sunElevationDeg)) - 30;
    double lost = Math.max(0, Math.min(1, (1 - radiationWPerM2 / clear) / 0.75));
    return Math.pow(lost, 1 / 3.4);
  }
}
