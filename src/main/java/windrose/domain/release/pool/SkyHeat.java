package windrose.domain.release.pool;

import windrose.domain.weather.Atmosphere;

/**
 * What sun, sky and the pool itself radiate, in W/m².
 *
 * <p>NOAA OR&amp;R 43, sections 3.3.3.1 and 3.3.3.2: Raphael (1962) for the sun, Thibodeaux (1979) for the sky, both by tenths of
 * cloud; the pool with the emissivity 0.97 of water. The sun under cloud is good to a quarter.
 */
final class SkyHeat {
  private static final double EMISSIVITY = 0.97;
  private static final double STEFAN_BOLTZMANN = 5.670_374e-8;

  /** Share of black-body radiation that a dry sky sends down, by tenths of cloud. */
  private static final double[] DRY = {
    0.740, 0.750, 0.760, 0.770, 0.783, 0.793, 0.800, 0.810, 0.820, 0.840, 0.870
  };

  /** What each pascal of water vapour adds to it. */
  private static final double[] PER_PA = {
    44.3e-6, 44.3e-6, 44.3e-6, 44.2e-6, 40.7e-6, 40.5e-6, 39.9e-6, 38.4e-6, 35.4e-6, 31.0e-6,
    26.6e-6
  };

  private SkyHeat() {}

  /** Sun and sky together, as the pool takes them in. */
  static double downWPerM2(Atmosphere air) {
    double tenths = 10 * Math.max(0, Math.min(1, air.cloudShare()));
    double sinSun = Math.sin(Math.toRadians(air.sunElevationDeg()));
    double sun = sinSun <= 0.1 ? 0 : 1111 * (1 - 0.0071 * tenths * tenths) * (sinSun - 0.1);
    int low = (int) Math.min(9, Math.floor(tenths));
    double part = tenths - low;
    double dry = DRY[low] + part * (DRY[low + 1] - DRY[low]);
    double perPa = PER_PA[low] + part * (PER_PA[low + 1] - PER_PA[low]);
    double sky = dry + perPa * waterVapourPa(air);
    return sun + EMISSIVITY * sky * STEFAN_BOLTZMANN * Math.pow(air.temperatureK(), 4);
  }

  static double upWPerM2(double poolK) {
    return EMISSIVITY * STEFAN_BOLTZMANN * Math.pow(poolK, 4);
  }

  /** Magnus' formula with the coefficients of Alduchov and Eskridge (1996). */
  private static double waterVapourPa(Atmosphere air) {
    double celsius = air.temperatureK() - 273.15;
    return air.relativeHumidity() * 610.94 * Math.exp(17.625 * celsius / (celsius + 243.04));
  }
}
