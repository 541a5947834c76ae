package windrose.domain.release.source;

import windrose.domain.chemical.FluidProperties;
import windrose.domain.release.ReleaseStep;
import windrose.domain.weather.Atmosphere;

/**
 * The cloud that a jet with drops has become once the last drop has evaporated into the air it drew in: what a heavy-gas model must
 * start from.
 *
 * <p>Adiabatic mixing at ambient pressure: the air's warmth evaporates the drops, until the partial pressure of the vapour is its
 * saturation pressure at the common temperature (NOAA OR&amp;R 43 takes the aerosol along; the balance is Kukkonen et al. 1994 in its
 * simplest form). Dry air, ideal gases, nothing rains out. Without drops nothing is mixed in. Check: Desert Tortoise 1, ammonia at
 * 302 K air, 13 % by volume at 205 K.
 *
 * @param airPerRelease kilograms of air mixed into each kilogram released
 * @param volumeShare of the substance in the mixture
 */
public record EquivalentSource(
    double temperatureK, double densityKgPerM3, double volumeShare, double airPerRelease) {
  private static final double GAS_CONSTANT = 8.314_462_618;
  private static final double AIR_KG_PER_MOL = 0.02896;
  private static final double AIR_HEAT_J_PER_KG_K = 1005;

  public static EquivalentSource of(ReleaseStep step, FluidProperties fluid, Atmosphere air) {
    if (step.liquidShare() <= 0) {
      return new EquivalentSource(
          step.temperatureK(),
          fluid.gasDensityKgPerM3(step.temperatureK(), air.pressurePa()),
          1,
          0);
    }
    double high = Math.min(step.temperatureK(), air.temperatureK() - 1e-3);
    double low = coldest(fluid);
    for (int i = 0; i < 80; i++) {
      double middle = (low + high) / 2;
      double share = volumeShare(airPerRelease(step, fluid, air, middle), fluid);
      if (fluid.vapourPressurePa(middle) / air.pressurePa() < share) {
        low = middle;
      } else {
        high = middle;
      }
    }
    double temperature = (low + high) / 2;
    double mixed = airPerRelease(step, fluid, air, temperature);
    double share = volumeShare(mixed, fluid);
    double molarMass = share * fluid.molarMassKgPerMol() + (1 - share) * AIR_KG_PER_MOL;
    return new EquivalentSource(
        temperature, air.pressurePa() * molarMass / (GAS_CONSTANT * temperature), share, mixed);
  }

  private static double coldest(FluidProperties fluid) {
    return Math.max(40, fluid.boilingPointK() - 120);
  }

  /** Air whose cooling to this temperature evaporates all drops and cools vapour and liquid from where they start. */
  private static double airPerRelease(
      ReleaseStep step, FluidProperties fluid, Atmosphere air, double temperatureK) {
    double drops = step.liquidShare();
    double cooled =
        (drops * fluid.liquidHeatCapacityJPerKgK() + (1 - drops) * fluid.gasHeatCapacityJPerKgK())
            * (step.temperatureK() - temperatureK);
    double needed = drops * fluid.latentHeatJPerKg(temperatureK) - cooled;
    return Math.max(0, needed) / (AIR_HEAT_J_PER_KG_K * (air.temperatureK() - temperatureK));
  }

  private static double volumeShare(double airPerRelease, FluidProperties fluid) {
    double moles = 1 / fluid.molarMassKgPerMol();
    return moles / (moles + airPerRelease / AIR_KG_PER_MOL);
  }
}
