package windrose.domain.fire;

/**
 * What heat does to uncovered skin over a time: the dose t·q^(4/3) and the share of people it kills.
 *
 * <p>Probits Pr = a + b ln(t·q^(4/3)) with q in kW/m² and t in s. Eisenberg (1975) is from nuclear flashes and the mildest of
 * the classical three; Tsao and Perry (1979) allow for the infrared of hydrocarbon flames and are the most cautious; Lees
 * (1994) counts ignition of clothes. They differ by 2.5 times in dose: show the range, not one number.
 */
public enum ThermalDose {
  EISENBERG(-14.9, 2.56),
  LEES(-10.7, 1.99),
  TSAO_PERRY(-12.8, 2.56);

  private final double offset;
  private final double slope;

  ThermalDose(double offset, double slope) {
    this.offset = offset;
    this.slope = slope;
  }

  /** In (kW/m²)^(4/3) s. */
  public static double dose(double fluxKwPerM2, double seconds) {
    return seconds * Math.pow(fluxKwPerM2, 4.0 / 3);
  }

  /** 0 to 1 of the people who stay exposed. */
  public double shareKilled(double dose) {
    return dose <= 0 ? 0 : Probit.share(offset + slope * Math.log(dose));
  }

  /** The dose that kills half. */
  public double medianDose() {
    return Math.exp((Probit.HALF - offset) / slope);
  }
}
