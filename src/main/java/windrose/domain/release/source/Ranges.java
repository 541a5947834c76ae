package windrose.domain.release.source;

import windrose.domain.caveat.ModelRefused;
import windrose.domain.chemical.FluidProperties;
import windrose.domain.release.Inputs;
import windrose.domain.release.ReleaseStep;
import windrose.domain.release.SourceTerm;
import windrose.domain.weather.Atmosphere;

/** What a source term's air must be like, and that nothing leaves which is not a number. */
final class Ranges {
  private Ranges() {}

  static void check(Atmosphere air) {
    Inputs.within("weather.windMps", "风速", air.wind().speedMps(), 0.1, 50, "m/s");
    Inputs.within("weather.windHeightM", "测风高度", air.windHeightM(), 0.5, 300, "m");
    Inputs.within("weather.roughnessM", "地面粗糙度", air.roughnessM(), 1e-6, 5, "m");
    Inputs.within("weather.temperatureK", "气温", air.temperatureK(), 213, 333, "K");
    Inputs.within("weather.pressurePa", "气压", air.pressurePa(), 50_000, 110_000, "Pa");
    Inputs.within("weather.relativeHumidity", "相对湿度", air.relativeHumidity(), 0, 1, "");
    Inputs.within("weather.cloudShare", "云量", air.cloudShare(), 0, 1, "");
    Inputs.within("weather.sunElevationDeg", "太阳高度角", air.sunElevationDeg(), -90, 90, "°");
  }

  static void notFrozen(String field, double temperatureK, FluidProperties fluid) {
    if (Releases.knowsMelting(fluid) && temperatureK < fluid.meltingPointK()) {
      throw new ModelRefused(
          field,
          "%s 低于 %.1f K 时为固体；在 %.1f K 不是能流动或蒸发的液体。"
              .formatted(fluid.substance().nameZh(), fluid.meltingPointK(), temperatureK),
          "%s is solid below %.1f K; %.1f K is no liquid that could flow or evaporate here."
              .formatted(fluid.substance().nameEn(), fluid.meltingPointK(), temperatureK));
    }
  }

  static SourceTerm finite(SourceTerm term) {
    for (ReleaseStep step : term.steps()) {
      boolean sound =
          Double.isFinite(step.rateKgPerS())
              && step.rateKgPerS() >= 0
              && step.temperatureK() > 0
              && step.liquidShare() >= 0
              && step.liquidShare() <= 1
              && step.velocityMps() >= 0;
      if (!sound) {
        throw new IllegalStateException("a source term that is no number: " + step);
      }
    }
    return term;
  }
}
