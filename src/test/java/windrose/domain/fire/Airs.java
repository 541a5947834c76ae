package windrose.domain.fire;

import windrose.domain.weather.Atmosphere;
import windrose.domain.weather.Stability;
import windrose.domain.weather.Wind;

/** Atmospheres as reference runs give them. */
final class Airs {
  private Airs() {}

  /** Class D, open country, wind at 10 m. */
  static Atmosphere of(double windMps, double celsius, double humidity) {
    return new Atmosphere(
        new Wind(270, windMps),
        10,
        Stability.D,
        0.03,
        null,
        celsius + 273.15,
        101_325,
        humidity,
        0.5,
        null,
        -10);
  }
}
