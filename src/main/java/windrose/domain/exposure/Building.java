package windrose.domain.exposure;

import windrose.domain.weather.Atmosphere;
import windrose.domain.weather.WindProfile;

/**
 * A house whose windows are shut, and how fast outdoor air gets in.
 *
 * <p>The leakage model of Sherman and Grimsrud (1980) as in NOAA OR&amp;R 43, section 4.5: the buoyant flow A fs √|ΔT| and the
 * wind's A C (1 − R)^⅓ U in quadrature, with an effective leak of 5.9 cm² per m² of floor and R = ½. ALOHA's air changes are met
 * within 3 %. Real houses differ by a factor of two either way; a running ventilation is another number altogether.
 *
 * @param storeys 1 or 2
 * @param sheltered whether trees or other houses break the wind
 */
public record Building(int storeys, boolean sheltered, double floorAreaM2, double indoorK) {
  private static final double LEAK_SHARE = 0.00059;
  private static final double STOREY_M = 2.5;
  private static final double VERTICAL_SHARE = 0.5;
  private static final double SHELTERED = 0.24;
  private static final double UNSHELTERED = 0.32;

  public Building {
    if (storeys < 1 || storeys > 2 || !(floorAreaM2 > 0) || !(indoorK > 250 && indoorK < 330)) {
      throw new IllegalArgumentException("not a house of one or two storeys");
    }
  }

  /** ALOHA's house of one storey: 160 m², 20 °C indoors. */
  public static Building singleStorey(boolean sheltered) {
    return new Building(1, sheltered, 160, 293.15);
  }

  public static Building doubleStorey(boolean sheltered) {
    return new Building(2, sheltered, 160, 293.15);
  }

  public double airChangesPerHour(Atmosphere air) {
    double heightM = STOREY_M * storeys;
    double leakM2 = LEAK_SHARE * floorAreaM2;
    double stack = (1 + VERTICAL_SHARE / 2) / 3 * Math.sqrt(9.80665 * heightM / indoorK);
    double buoyant = leakM2 * stack * Math.sqrt(Math.abs(indoorK - air.temperatureK()));
    WindProfile profile = new WindProfile(air.stability(), air.roughnessM());
    double at10mMps =
        air.windHeightM() == 10
            ? air.wind().speedMps()
            : air.wind().speedMps() / profile.speedMps(1, air.windHeightM());
    double windy =
        leakM2
            * (sheltered ? SHELTERED : UNSHELTERED)
            * Math.cbrt(1 - VERTICAL_SHARE)
            * profile.speedMps(at10mMps, heightM);
    return 3_600 * Math.hypot(buoyant, windy) / (floorAreaM2 * heightM);
  }
}
