package windrose.domain.chemical;

/**
 * One concentration that harms, with the set it belongs to; two sets are never mixed.
 *
 * @param code the set, the tier and its time: {@code AEGL-2 (60 min)}, {@code IDLH (GB/T 50493)}
 * @param value in {@code unit}, {@code ppm} or {@code mg/m3}, as its publication gives it
 * @param interpolated lies between two published durations
 */
public record ToxicLevel(
    String code,
    double value,
    String unit,
    double molarMassKgPerMol,
    boolean interpolated,
    Provenance provenance) {
  private static final double PUBLISHED_AT_K = 298.15;
  private static final double NORMAL_PA = 101_325;

  /** Parts per million of volume; a level in mg/m³ is converted at 25 °C and 101.325 kPa, as EPA and AIHA do. */
  public double ppm() {
    return isPpm() ? value : value * 1e-6 / kgPerM3PerPpm(PUBLISHED_AT_K, NORMAL_PA);
  }

  /** Mass in a cubic metre of air of 25 °C and 101.325 kPa. */
  public double kgPerM3() {
    return kgPerM3(PUBLISHED_AT_K, NORMAL_PA);
  }

  /** Mass in a cubic metre of this air: the share of volume is what harms, so colder air holds more mass. */
  public double kgPerM3(double temperatureK, double pressurePa) {
    return isPpm() ? value * kgPerM3PerPpm(temperatureK, pressurePa) : value * 1e-6;
  }

  private boolean isPpm() {
    return unit.equals("ppm");
  }

  private double kgPerM3PerPpm(double temperatureK, double pressurePa) {
    return 1e-6 * pressurePa * molarMassKgPerMol / (FluidProperties.GAS_CONSTANT * temperatureK);
  }
}
