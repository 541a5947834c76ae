package windrose.domain.release;

/**
 * Gas through a hole, at the speed of sound when the vessel's pressure is high enough and below it otherwise.
 *
 * <p>Isentropic flow of an ideal gas, CCPS, Guidelines for Consequence Analysis (1999), section 2.1. Above about 10 bar take
 * the real density: it enters here as measured, so only the expansion itself is ideal (a few per cent).
 */
public final class GasDischarge {
  private static final double GAS_CONSTANT = 8.314_462_618;

  private GasDischarge() {}

  /**
   * The rate in kg/s.
   *
   * @param heatRatio γ = cp/cv
   */
  public static double rateKgPerS(
      Hole hole, double vesselPa, double vesselDensityKgPerM3, double heatRatio, double ambientPa) {
    if (vesselPa <= ambientPa) {
      return 0;
    }
    double g = heatRatio;
    double ratio = ambientPa / vesselPa;
    double flux =
        isChoked(vesselPa, heatRatio, ambientPa)
            ? g * Math.pow(2 / (g + 1), (g + 1) / (g - 1))
            : 2 * g / (g - 1) * (Math.pow(ratio, 2 / g) - Math.pow(ratio, (g + 1) / g));
    return hole.dischargeCoefficient()
        * hole.areaM2()
        * Math.sqrt(vesselPa * vesselDensityKgPerM3 * flux);
  }

  public static boolean isChoked(double vesselPa, double heatRatio, double ambientPa) {
    return ambientPa / vesselPa <= Math.pow(2 / (heatRatio + 1), heatRatio / (heatRatio - 1));
  }

  /** Speed in the opening: that of sound when choked. */
  public static double throatVelocityMps(
      double vesselPa,
      double heatRatio,
      double ambientPa,
      double temperatureK,
      double molarMassKgPerMol) {
    if (vesselPa <= ambientPa) {
      return 0;
    }
    double g = heatRatio;
    double throatShare =
        isChoked(vesselPa, g, ambientPa)
            ? 2 / (g + 1)
            : Math.pow(ambientPa / vesselPa, (g - 1) / g);
    return Math.sqrt(
        2 * g / (g - 1) * GAS_CONSTANT * temperatureK / molarMassKgPerMol * (1 - throatShare));
  }

  /**
   * Speed after the gas has come down to ambient pressure: the speed in the opening plus what the pressure left there still
   * pushes (momentum balance of Birch et al., Combust. Sci. Technol. 52 (1987), without its discharge coefficient).
   */
  public static double expandedVelocityMps(
      double vesselPa,
      double vesselDensityKgPerM3,
      double heatRatio,
      double ambientPa,
      double temperatureK,
      double molarMassKgPerMol) {
    double g = heatRatio;
    double throat = throatVelocityMps(vesselPa, g, ambientPa, temperatureK, molarMassKgPerMol);
    if (!isChoked(vesselPa, g, ambientPa)) {
      return throat;
    }
    double throatPa = vesselPa * Math.pow(2 / (g + 1), g / (g - 1));
    double fluxKgPerM2S = rateKgPerS(new Hole(1, 1), vesselPa, vesselDensityKgPerM3, g, ambientPa);
    return throat + (throatPa - ambientPa) / fluxKgPerM2S;
  }

  /** Density of an ideal gas, for vessels whose density nobody measured. */
  public static double idealDensityKgPerM3(
      double pressurePa, double molarMassGPerMol, double temperatureK) {
    return pressurePa * molarMassGPerMol / 1000 / (GAS_CONSTANT * temperatureK);
  }
}
