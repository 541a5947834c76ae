package windrose.domain.dispersion;

import java.util.List;
import windrose.domain.chemical.FluidProperties;
import windrose.domain.chemical.Substances;
import windrose.domain.release.ReleaseStep;
import windrose.domain.release.SourceTerm;
import windrose.domain.weather.Atmosphere;
import windrose.domain.weather.Stability;
import windrose.domain.weather.Wind;

/** Ordinary questions, for tests. */
public final class Cases {
  public static final FluidProperties AMMONIA = Substances.fluid("Ammonia");
  public static final FluidProperties CHLORINE = Substances.fluid("Chlorine");

  private Cases() {}

  public static Atmosphere air(double windMps, Stability stability) {
    return new Atmosphere(
        new Wind(270, windMps), 10, stability, 0.03, null, 288.15, 101_325, 0.5, 0.5, null, 20);
  }

  public static SourceTerm direct(double rateKgPerS, double seconds) {
    return new SourceTerm(
        SourceTerm.Kind.DIRECT,
        List.of(new ReleaseStep(0, seconds, rateKgPerS, 288.15, 0, 0)),
        0,
        0,
        0,
        List.of());
  }

  public static SourceTerm sudden(double massKg, double diameterM) {
    return new SourceTerm(
        SourceTerm.Kind.INSTANTANEOUS,
        List.of(new ReleaseStep(0, 0, 0, 288.15, 0, 0)),
        massKg,
        0,
        diameterM,
        List.of());
  }

  public static CloudModel ammonia(double rateKgPerS, double windMps, Stability stability) {
    return Dispersion.run(
        new DispersionCase(
            AMMONIA,
            direct(rateKgPerS, 3_600),
            air(windMps, stability),
            DispersionOptions.screening()));
  }

  public static CloudModel chlorine(double rateKgPerS, double windMps, Stability stability) {
    return Dispersion.run(
        new DispersionCase(
            CHLORINE,
            direct(rateKgPerS, 1_800),
            air(windMps, stability),
            DispersionOptions.screening()));
  }
}
