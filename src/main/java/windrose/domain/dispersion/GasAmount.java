package windrose.domain.dispersion;

import windrose.domain.weather.Atmosphere;

/** Turns mass per volume into share of volume and back for a gas at the temperature and pressure of the air. */
public record GasAmount(double molarMassKgPerMol, double temperatureK, double pressurePa) {
  private static final double GAS_CONSTANT = 8.314_462_618;

  public static GasAmount in(Atmosphere air, double molarMassKgPerMol) {
    return new GasAmount(molarMassKgPerMol, air.temperatureK(), air.pressurePa());
  }

  public double kgPerM3(double ppm) {
    return ppm * 1e-6 * molarMassKgPerMol * pressurePa / (GAS_CONSTANT * temperatureK);
  }

  public double ppm(double kgPerM3) {
    return kgPerM3 * 1e6 * GAS_CONSTANT * temperatureK / (molarMassKgPerMol * pressurePa);
  }
}
