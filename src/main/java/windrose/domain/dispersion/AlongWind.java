package windrose.domain.dispersion;

import windrose.domain.weather.Stability;

/** Spread of a short release along the wind (Beals 1971, as in NOAA OR&amp;R 43, section 4.3). */
final class AlongWind {
  private AlongWind() {}

  static double sigmaM(Stability stability, double downwindM) {
    double x = Math.max(0, downwindM);
    return switch (stability) {
      case A, B, C -> 0.02 * Math.pow(x, 1.22);
      case D -> 0.04 * Math.pow(x, 1.14);
      case E, F -> 0.17 * Math.pow(x, 0.97);
    };
  }
}
