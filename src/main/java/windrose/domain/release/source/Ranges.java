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
    Inputs.within("weather.windMps", air.wind().speedMps(), 0.1, 50, "m/s");
    Inputs.within("weather.windHeightM", air.windHeightM(), 0.5, 300, "m");
    Inputs.within("weather.roughnessM", air.roughnessM(), 1e-6, 5, "m");
    Inputs.within("weather.temperatureK", air.temperatureK(), 213, 333, "K");
    Inputs.within("weather.pressurePa", air.pressurePa(), 50_000, 110_000, "Pa");
    Inputs.within("weather.relativeHumidity", air.relativeHumidity(), 0, 1, "");
    Inputs.within("weather.cloudShare", air.cloudShare(), 0, 1, "");
    Inputs.within("weather.sunElevationDeg", air.sunElevationDeg(), -90, 90, "°");
  }

  static void notFrozen(String field, double temperatureK, FluidProperties fluid) {
    if (Releases.knowsMelting(fluid) && temperatureK < fluid.meltingPointK()) {
      throw new ModelRefused(
          field,
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
