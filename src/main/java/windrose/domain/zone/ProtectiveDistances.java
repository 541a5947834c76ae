package windrose.domain.zone;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import windrose.domain.caveat.ModelNote;
import windrose.domain.caveat.ModelNote.Weight;
import windrose.domain.chemical.FluidProperties;
import windrose.domain.dispersion.CloudModel;
import windrose.domain.dispersion.Dispersion;
import windrose.domain.dispersion.DispersionCase;
import windrose.domain.dispersion.DispersionOptions;
import windrose.domain.release.ReleaseStep;
import windrose.domain.release.SourceTerm;
import windrose.domain.weather.Atmosphere;
import windrose.domain.weather.Stability;
import windrose.domain.weather.Wind;

/**
 * How far to keep people away in the first minutes, before anybody has measured anything: computed by this engine.
 *
 * <p>A small spill is 200 kg in ten minutes, a large one 10 t in half an hour, as gas; by day in 3 m/s and class D, by night in 1.5
 * m/s and class F. Isolate in every direction as far as the higher level reaches, but at least 30 m; protect downwind as far as
 * the lower one reaches. These are round assumptions of ours and not the distances of any guidebook, which come from {@link
 * ProtectiveTable} where one was loaded.
 *
 * @param isolateM in every direction
 * @param protectM downwind, over the same width; empty when farther than the model goes
 * @param farthestM how far the model went
 */
public record ProtectiveDistances(
    Spill spill,
    boolean night,
    double isolateM,
    OptionalDouble protectM,
    double farthestM,
    List<ModelNote> notes) {
  /** How much escapes. */
  public enum Spill {
    SMALL(200, 600),
    LARGE(10_000, 1_800);

    private final double massKg;
    private final double durationS;

    Spill(double massKg, double durationS) {
      this.massKg = massKg;
      this.durationS = durationS;
    }

    public double massKg() {
      return massKg;
    }

    public double durationS() {
      return durationS;
    }
  }

  private static final double LEAST_ISOLATION_M = 30;
  private static final double ROUND_TO_M = 10;

  /**
   * One of the four cases.
   *
   * @param isolateKgPerM3 above it nobody may stay, for instance AEGL-3
   * @param protectKgPerM3 above it people are harmed, for instance AEGL-2
   */
  public static ProtectiveDistances compute(
      FluidProperties fluid,
      Spill spill,
      boolean night,
      double isolateKgPerM3,
      double protectKgPerM3) {
    Atmosphere air = air(night);
    double gasK = Math.max(air.temperatureK(), fluid.boilingPointK());
    SourceTerm source =
        new SourceTerm(
            SourceTerm.Kind.DIRECT,
            List.of(
                new ReleaseStep(0, spill.durationS, spill.massKg / spill.durationS, gasK, 0, 0)),
            0,
            0,
            0,
            List.of());
    CloudModel cloud =
        Dispersion.run(new DispersionCase(fluid, source, air, DispersionOptions.screening()));
    List<ModelNote> notes = new ArrayList<>();
    notes.add(
        new ModelNote(
            "distances-computed-not-official",
            Weight.WARNING,
            Map.of("massKg", spill.massKg, "minutes", spill.durationS / 60)));
    double isolate = cloud.reachM(isolateKgPerM3).orElse(0);
    double protect = cloud.reachM(protectKgPerM3).orElse(0);
    return new ProtectiveDistances(
        spill,
        night,
        Math.max(LEAST_ISOLATION_M, rounded(isolate)),
        protect >= 0.999 * cloud.farthestM()
            ? OptionalDouble.empty()
            : OptionalDouble.of(Math.max(LEAST_ISOLATION_M, rounded(protect))),
        cloud.farthestM(),
        List.copyOf(notes));
  }

  /** The weather that stands for a day or a night; never the live one. */
  public static Atmosphere air(boolean night) {
    return new Atmosphere(
        new Wind(270, night ? 1.5 : 3),
        10,
        night ? Stability.F : Stability.D,
        0.03,
        null,
        night ? 283.15 : 293.15,
        101_325,
        0.6,
        0.5,
        null,
        night ? -20 : 40);
  }

  /** Upward, never to the safe side's cost. */
  private static double rounded(double metres) {
    return Math.ceil(metres / ROUND_TO_M) * ROUND_TO_M;
  }
}
