package windrose.app.validate;

import java.util.Locale;
import windrose.domain.weather.Atmosphere;
import windrose.domain.weather.Stability;
import windrose.domain.weather.Wind;

/**
 * The air of a run.
 *
 * <p>What a run does not say: wind 5 m/s at 10 m for a cloud and none for a fire, class D, roughness 0.03 m, 60 % humidity, half
 * clouded, night, 101,325 Pa. The wind blows towards the east, so that downwind is east.
 */
final class RunWeather {
  private static final double FROM_WEST_DEG = 270;
  private static final double ZERO_C_K = 273.15;
  private static final double NIGHT_DEG = -20;
  private static final double DAY_DEG = 45;

  private RunWeather() {}

  static Atmosphere of(RunInputs in, double windIfAbsentMps) {
    return new Atmosphere(
        new Wind(FROM_WEST_DEG, in.number("u10", in.number("wind_m_s", windIfAbsentMps))),
        in.number("wind_height_m", 10),
        stability(in.findText("cls").orElse("D")),
        in.number("z0", in.number("z0_m", 0.03)),
        null,
        temperatureK(in),
        in.number("p_Pa", 101_325),
        in.number("RH", 60) / 100,
        cloudShare(in),
        in.find("inversion_m").orElse(null),
        in.number("sun_elevation_deg", in.flag("night", true) ? NIGHT_DEG : DAY_DEG));
  }

  static double temperatureK(RunInputs in) {
    return in.find("T_C")
        .map(celsius -> celsius + ZERO_C_K)
        .orElseGet(() -> in.number("air_T_K", 288.15));
  }

  static Stability stability(String text) {
    try {
      return Stability.valueOf(text.strip().toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException unknown) {
      throw new RowRefused("'" + text + "' is not a stability class");
    }
  }

  private static double cloudShare(RunInputs in) {
    if (in.has("cloud_oktas")) {
      return in.number("cloud_oktas") / 8;
    }
    return in.number("cloud_tenths", in.number("cloud", 5)) / 10;
  }
}
