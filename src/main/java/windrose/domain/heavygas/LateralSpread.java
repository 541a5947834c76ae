package windrose.domain.heavygas;

import windrose.domain.weather.Stability;

/**
 * How turbulence widens a heavy plume's edges: σy = δ x^0.9 for ten minutes, scaled to other averaging times.
 *
 * <p>δ and the shortest averaging time that still matters, by class, from DEGADIS (Spicer and Havens 1989, EPA-450/4-89-019,
 * table of Pasquill-Gifford fits). Scaling with the 0.2 power of time (Hino 1968, as DEGADIS and ALOHA use it).
 */
record LateralSpread(double perM) {
  private static final double POWER = 0.9;
  private static final double BASE_S = 600;

  static LateralSpread of(Stability stability, double averagingS) {
    double seconds = Math.max(averagingS, instantS(stability));
    return new LateralSpread(delta(stability) * Math.pow(seconds / BASE_S, 0.2));
  }

  double sigmaM(double travelM) {
    return travelM <= 0 ? 0 : perM * Math.pow(travelM, POWER);
  }

  private static double delta(Stability stability) {
    return switch (stability) {
      case A -> 0.423;
      case B -> 0.313;
      case C -> 0.210;
      case D -> 0.136;
      case E -> 0.102;
      case F -> 0.0674;
    };
  }

  private static double instantS(Stability stability) {
    return switch (stability) {
      case A, B, C -> 18.4;
      case D -> 18.3;
      case E -> 11.4;
      case F -> 4.6;
    };
  }
}
