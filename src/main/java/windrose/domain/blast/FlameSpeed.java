package windrose.domain.blast;

/**
 * How fast the flame runs through a cloud, as a Mach number.
 *
 * <p>Pierorazio, Thomas, Baker and Ketchum (2005), Process Safety Progress 24, 59–65, the column for a flame that expands in
 * "2.5" dimensions, as ALOHA takes it (NOAA OR&amp;R 43, table 14). A detonation runs at Mach 5.2. From tests at medium scale:
 * between neighbouring cells lies a factor of two to ten in overpressure, so the choice of congestion decides the result.
 */
public final class FlameSpeed {
  public static final double DETONATION_MACH = 5.2;

  private FlameSpeed() {}

  public static double mach(Reactivity reactivity, Congestion congestion) {
    return switch (reactivity) {
      case LOW -> byCongestion(congestion, 0.026, 0.23, 0.34);
      case MEDIUM -> byCongestion(congestion, 0.11, 0.44, 0.50);
      case HIGH -> byCongestion(congestion, 0.36, DETONATION_MACH, DETONATION_MACH);
    };
  }

  private static double byCongestion(
      Congestion congestion, double low, double medium, double high) {
    return switch (congestion) {
      case LOW -> low;
      case MEDIUM -> medium;
      case HIGH -> high;
    };
  }
}
