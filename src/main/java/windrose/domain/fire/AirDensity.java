package windrose.domain.fire;

import windrose.domain.weather.Atmosphere;

/** Density of the air as an ideal gas of 28.96 g/mol; water vapour makes it at most 1 % lighter. */
final class AirDensity {
  private static final double MOLAR_MASS_KG_PER_MOL = 0.02896;
  static final double GAS_CONSTANT = 8.314_462_618;

  private AirDensity() {}

  static double kgPerM3(Atmosphere air) {
    return air.pressurePa() * MOLAR_MASS_KG_PER_MOL / (GAS_CONSTANT * air.temperatureK());
  }
}
