package windrose.domain.fire;

import windrose.domain.weather.Atmosphere;

/**
 * The share of a flame's heat that the moist air between flame and target lets through.
 *
 * <p>τ = 1.389 − 0.135 log10(p·x) with the partial pressure of water p in Pa and the path x in m: Wayne (1991) without its
 * small carbon dioxide term, as ALOHA uses it (NOAA OR&amp;R 43, section 6.3). Within a few per cent between 10 m and 1 km;
 * clipped to 0…1 outside. It does not know smoke or fog, which only take heat away.
 */
public final class RadiationPath {
  private static final double SHORTEST_M = 0.1;

  private RadiationPath() {}

  /**
   * The share for air of this humidity and temperature.
   *
   * @param relativeHumidity 0 to 1
   */
  public static double transmittedShare(
      double relativeHumidity, double temperatureK, double lengthM) {
    double waterPa = waterPa(relativeHumidity, temperatureK);
    double product = waterPa * Math.max(lengthM, SHORTEST_M);
    if (product <= 0) {
      return 1;
    }
    return Math.min(1, Math.max(0, 1.389 - 0.135 * Math.log10(product)));
  }

  static double transmittedShare(Atmosphere air, double lengthM) {
    return transmittedShare(air.relativeHumidity(), air.temperatureK(), lengthM);
  }

  private static double waterPa(double relativeHumidity, double temperatureK) {
    return 99.89 * relativeHumidity * Math.exp(21.66 - 5431.3 / temperatureK);
  }
}
