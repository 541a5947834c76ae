package windrose.domain.dispersion;

import windrose.domain.weather.Atmosphere;
import windrose.domain.weather.WindProfile;

/** The measured wind at other heights. */
final class Winds {
  private Winds() {}

  /** By the profile of the class, from the mast's height. */
  static double at10mMps(Atmosphere air) {
    double windHeightM = air.windHeightM();
    Checks.within("atmosphere.windHeightM", "测风高度", windHeightM, 0.5, 300, "m");
    Checks.within("atmosphere.roughnessM", "地面粗糙度", air.roughnessM(), 1e-5, 3, "m");
    if (windHeightM == 10) {
      return air.wind().speedMps();
    }
    return air.wind().speedMps() / profile(air).speedMps(1, windHeightM);
  }

  static WindProfile profile(Atmosphere air) {
    return new WindProfile(air.stability(), air.roughnessM());
  }

  static double rounded(double value) {
    return Math.round(value * 100) / 100.0;
  }
}
