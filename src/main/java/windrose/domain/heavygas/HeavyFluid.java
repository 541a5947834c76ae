package windrose.domain.heavygas;

import windrose.domain.chemical.FluidProperties;
import windrose.domain.release.ReleaseStep;

/**
 * What of a substance matters while it mixes with air, in the state in which it leaves.
 *
 * @param liquidShare mass share carried along as drops; the liquid's values are only used when there are some
 */
public record HeavyFluid(
    double molarMassKgPerMol,
    double gasHeatCapacityJPerKgK,
    double liquidHeatCapacityJPerKgK,
    double boilingPointK,
    double latentHeatJPerKg,
    double temperatureK,
    double liquidShare) {
  /** A substance as one step of its source gives it off. */
  public static HeavyFluid of(FluidProperties fluid, ReleaseStep step) {
    double gasCp = fluid.gasHeatCapacityJPerKgK();
    if (step.liquidShare() <= 0) {
      return gas(fluid.molarMassKgPerMol(), gasCp, step.temperatureK());
    }
    double boilingK = fluid.boilingPointK();
    return new HeavyFluid(
        fluid.molarMassKgPerMol(),
        gasCp,
        fluid.liquidHeatCapacityJPerKgK(),
        boilingK,
        fluid.latentHeatJPerKg(boilingK),
        step.temperatureK(),
        step.liquidShare());
  }

  /** A gas without drops. */
  public static HeavyFluid gas(
      double molarMassKgPerMol, double gasHeatCapacityJPerKgK, double temperatureK) {
    return new HeavyFluid(
        molarMassKgPerMol, gasHeatCapacityJPerKgK, gasHeatCapacityJPerKgK, 0, 0, temperatureK, 0);
  }

  boolean hasDrops() {
    return liquidShare > 0;
  }
}
