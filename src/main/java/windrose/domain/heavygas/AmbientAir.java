package windrose.domain.heavygas;

import windrose.domain.weather.Atmosphere;

/** The air that mixes into a heavy cloud: its temperature, pressure and moisture. */
public record AmbientAir(double temperatureK, double pressurePa, double relativeHumidity) {
  static final double GAS_CONSTANT = 8.314_462_618;
  static final double MOLAR_MASS_KG_PER_MOL = 0.02896;
  static final double HEAT_CAPACITY_J_PER_KG_K = 1006;
  static final double WATER_MOLAR_MASS_KG_PER_MOL = 0.018015;

  /** Evaporation and, below freezing, sublimation of water (WMO-No. 8, 2018). */
  static final double CONDENSATION_J_PER_KG = 2.50e6;

  static final double FREEZING_K = 273.15;
  static final double DEPOSITION_J_PER_KG = 2.83e6;

  public static AmbientAir of(Atmosphere atmosphere) {
    return new AmbientAir(
        atmosphere.temperatureK(), atmosphere.pressurePa(), atmosphere.relativeHumidity());
  }

  public double densityKgPerM3() {
    return pressurePa * MOLAR_MASS_KG_PER_MOL / (GAS_CONSTANT * temperatureK);
  }

  /** Mass of water vapour in one kilogram of this air. */
  double waterMassShare() {
    double shareOfPressure = relativeHumidity * waterPressurePa(temperatureK) / pressurePa;
    return shareOfPressure * WATER_MOLAR_MASS_KG_PER_MOL / MOLAR_MASS_KG_PER_MOL;
  }

  /** Saturation pressure over water, below 0 °C over ice: the Magnus form of WMO-No. 8, annex 4.B. */
  static double waterPressurePa(double temperatureK) {
    double celsius = temperatureK - FREEZING_K;
    return celsius >= 0
        ? 611.2 * Math.exp(17.62 * celsius / (243.12 + celsius))
        : 611.2 * Math.exp(22.46 * celsius / (272.62 + celsius));
  }
}
