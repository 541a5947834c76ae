package windrose.domain.measure;

/**
 * How much of a gas is in the air, held as mass per volume and given in whatever unit a sensor or a limit speaks.
 *
 * <p>Treats the gas as ideal: good to 1 % for the dilute gases a detector sees. Volume units always name their
 * {@link GasBasis}.
 */
public record Concentration(double kgPerM3) {
  private static final double MG_PER_KG = 1e6;
  private static final double PPM_PER_PERCENT = 1e4;

  public static Concentration ofMgPerM3(double mgPerM3) {
    return new Concentration(mgPerM3 / MG_PER_KG);
  }

  public static Concentration ofPpm(double ppm, double molarMassGPerMol, GasBasis basis) {
    return ofMgPerM3(ppm * molarMassGPerMol / basis.litresPerMol());
  }

  public double mgPerM3() {
    return kgPerM3 * MG_PER_KG;
  }

  public double ugPerM3() {
    return mgPerM3() * 1000;
  }

  public double ppm(double molarMassGPerMol, GasBasis basis) {
    return mgPerM3() * basis.litresPerMol() / molarMassGPerMol;
  }

  /** Per cent of volume. */
  public double percentVolume(double molarMassGPerMol, GasBasis basis) {
    return ppm(molarMassGPerMol, basis) / PPM_PER_PERCENT;
  }

  /** Per cent of the lower explosive limit, which is itself given in per cent of volume. */
  public double percentLel(double molarMassGPerMol, double lelPercentVolume, GasBasis basis) {
    return 100 * percentVolume(molarMassGPerMol, basis) / lelPercentVolume;
  }
}
