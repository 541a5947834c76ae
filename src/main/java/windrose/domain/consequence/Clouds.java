package windrose.domain.consequence;

import java.util.List;
import java.util.OptionalDouble;
import windrose.domain.caveat.ModelRefused;
import windrose.domain.chemical.FluidProperties;
import windrose.domain.dispersion.CloudModel;
import windrose.domain.dispersion.Dispersion;
import windrose.domain.dispersion.DispersionCase;
import windrose.domain.dispersion.DispersionOptions;
import windrose.domain.dispersion.GasAmount;
import windrose.domain.release.SourceTerm;

/** Gas in the air, once for its poison and once for its flammability: the two take different averaging times. */
final class Clouds {
  private Clouds() {}

  static Outcome.Cloud toxic(Scenario scenario, SourceTerm source) {
    CloudModel cloud = run(scenario, source, scenario.options().dispersion());
    return outcome(scenario, cloud, Hazard.TOXIC, 0);
  }

  static Outcome.Cloud flammable(Scenario scenario, SourceTerm source) {
    CloudModel cloud =
        run(
            scenario,
            source,
            scenario
                .options()
                .dispersion()
                .withAveragingS(DispersionOptions.FLAMMABLE_AVERAGING_S));
    return outcome(scenario, cloud, Hazard.FLAMMABLE_CLOUD, lowerLimitKgPerM3(scenario));
  }

  static double lowerLimitKgPerM3(Scenario scenario) {
    return amount(scenario).kgPerM3(burning(scenario.fluid()).lelVolumeShare() * 1e6);
  }

  static double upperLimitKgPerM3(Scenario scenario) {
    return amount(scenario).kgPerM3(scenario.fluid().uelVolumeShare() * 1e6);
  }

  private static FluidProperties burning(FluidProperties fluid) {
    if (!fluid.isFlammable()) {
      throw new ModelRefused(
          "substance.lel_vol_percent",
          "物性数据表中没有 %s 的爆炸下限：它在空气中不燃烧，或无人录入。".formatted(fluid.substance().nameZh()),
          "The substances table has no lower explosive limit of %s: it does not burn in air, or nobody entered it."
              .formatted(fluid.substance().nameEn()));
    }
    return fluid;
  }

  private static GasAmount amount(Scenario scenario) {
    return GasAmount.in(scenario.atmosphere(), scenario.fluid().molarMassKgPerMol());
  }

  private static CloudModel run(Scenario scenario, SourceTerm source, DispersionOptions options) {
    return Dispersion.run(
        new DispersionCase(scenario.fluid(), source, scenario.atmosphere(), options));
  }

  private static Outcome.Cloud outcome(
      Scenario scenario, CloudModel cloud, Hazard hazard, double lowerLimitKgPerM3) {
    Outcome.Cloud bare =
        new Outcome.Cloud(cloud, amount(scenario), lowerLimitKgPerM3, List.of(), cloud.notes());
    List<Zone> zones =
        scenario.levels().stream()
            .filter(level -> level.appliesTo(hazard))
            .map(level -> zone(bare, level))
            .toList();
    return new Outcome.Cloud(cloud, bare.amount(), lowerLimitKgPerM3, zones, cloud.notes());
  }

  private static Zone zone(Outcome.Cloud cloud, Level level) {
    double kgPerM3 = cloud.kgPerM3(level);
    OptionalDouble reach = cloud.cloud().reachM(kgPerM3);
    return reach.isEmpty()
        ? Zone.nowhere(level)
        : new Zone(level, reach, OptionalDouble.of(cloud.cloud().halfWidthM(kgPerM3)));
  }
}
