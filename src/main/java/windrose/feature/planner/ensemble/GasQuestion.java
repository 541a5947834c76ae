package windrose.feature.planner.ensemble;

import java.util.List;
import windrose.domain.caveat.ModelRefused;
import windrose.domain.chemical.FluidProperties;
import windrose.domain.consequence.Hazard;
import windrose.domain.consequence.Level;
import windrose.domain.consequence.LevelUnit;
import windrose.domain.consequence.Levels;
import windrose.domain.dispersion.DispersionCase;
import windrose.domain.dispersion.DispersionOptions;
import windrose.domain.dispersion.GasAmount;
import windrose.domain.release.SourceTerm;
import windrose.domain.weather.Atmosphere;
import windrose.feature.planner.request.PlannedScenario;

/**
 * One gas hazard of a planned scenario as a question to the dispersion models, with its levels as mass per volume.
 *
 * @param kgPerM3 in the order of {@code levels}
 */
@SuppressWarnings("ArrayRecordComponent") // handed on to the models, which copy it
record GasQuestion(DispersionCase question, List<Level> levels, double[] kgPerM3) {
  static GasQuestion of(PlannedScenario planned, Hazard hazard, SourceTerm source, Atmosphere air) {
    FluidProperties fluid = planned.fluid();
    if (hazard == Hazard.FLAMMABLE_CLOUD && !fluid.isFlammable()) {
      throw new ModelRefused(
          "substance.lel_vol_percent",
          "物性数据表中没有 %s 的爆炸下限：它在空气中不燃烧，或无人录入。".formatted(fluid.substance().nameZh()),
          "The substances table has no lower explosive limit of %s: it does not burn in air, or nobody entered it."
              .formatted(fluid.substance().nameEn()));
    }
    List<Level> all = planned.levels().isEmpty() ? Levels.defaults(fluid) : planned.levels();
    List<Level> levels = all.stream().filter(level -> level.appliesTo(hazard)).toList();
    if (levels.isEmpty()) {
      throw new ModelRefused(
          "levels",
          "物性数据表中没有 %s 的毒性等级，请自行给出等级。".formatted(fluid.substance().nameZh()),
          "The table knows no toxic levels of %s: name the levels yourself."
              .formatted(fluid.substance().nameEn()));
    }
    GasAmount amount = GasAmount.in(air, fluid.molarMassKgPerMol());
    DispersionOptions options = planned.options().dispersion();
    return new GasQuestion(
        new DispersionCase(
            fluid,
            source,
            air,
            hazard == Hazard.TOXIC
                ? options
                : options.withAveragingS(DispersionOptions.FLAMMABLE_AVERAGING_S)),
        levels,
        levels.stream().mapToDouble(level -> kgPerM3(level, amount, fluid)).toArray());
  }

  private static double kgPerM3(Level level, GasAmount amount, FluidProperties fluid) {
    return switch (level.unit()) {
      case PPM -> amount.kgPerM3(level.value());
      case KG_PER_M3 -> level.value();
      case LEL_SHARE -> level.value() * amount.kgPerM3(fluid.lelVolumeShare() * 1e6);
      case KW_PER_M2, PASCAL ->
          throw new IllegalArgumentException(LevelUnit.class + " is no concentration");
    };
  }
}
