package windrose.domain.measure;

/**
 * The temperature at which a gas volume is counted when ppm and mg/m³ are exchanged; both at 101.325 kPa.
 *
 * <p>The two differ by 1.7 %, so a converted value without its basis is not a value. Workplace limits (GBZ 2.1) and gas
 * detectors count at 20 °C, ambient air (GB 3095-2012 amendment of 2018) at 25 °C.
 */
public enum GasBasis {
  WORKPLACE_20C(293.15),
  AMBIENT_25C(298.15);

  private static final double GAS_CONSTANT = 8.314_462_618;
  private static final double PRESSURE_PA = 101_325;

  private final double temperatureK;

  GasBasis(double temperatureK) {
    this.temperatureK = temperatureK;
  }

  /** 24.055 L/mol at 20 °C, 24.465 L/mol at 25 °C. */
  public double litresPerMol() {
    return 1000 * GAS_CONSTANT * temperatureK / PRESSURE_PA;
  }
}
