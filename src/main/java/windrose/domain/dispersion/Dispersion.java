package windrose.domain.dispersion;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import windrose.domain.caveat.ModelNote;
import windrose.domain.caveat.ModelNote.Weight;
import windrose.domain.caveat.ModelRefused;
import windrose.domain.dispersion.DispersionOptions.Mode;
import windrose.domain.dispersion.DispersionOptions.Model;
import windrose.domain.release.ReleaseStep;
import windrose.domain.release.SourceTerm;
import windrose.domain.weather.Atmosphere;

/**
 * The way in: chooses a model for a release in a steady wind and runs it.
 *
 * <p>Passive gas becomes a Gaussian plume as in ALOHA ({@link DispersionOptions.Mode#SCREENING}) or a surface-layer plume
 * ({@code ACCURATE}, sources up to 5 m high); heavy gas a marched layer, or a slumping cloud when it is let go at once in accurate
 * mode. Which and why stands in the notes. Winds that change belong to {@code domain.puffs}.
 *
 * <p>Not described: terrain, buildings, reactions in the air, deposition, particles. Costs 0.1 ms (passive) to 3 ms (heavy with
 * drops in five steps).
 */
public final class Dispersion {
  /** Below this ALOHA refuses: a plume has no direction. */
  public static final double LEAST_WIND_MPS = 1;

  public static final double MOST_WIND_MPS = 50;
  private static final double LOW_WIND_MPS = 2;
  private static final double INSTANT_AS_S = 60;
  private static final double SURFACE_SOURCE_M = 5;

  private Dispersion() {}

  public static CloudModel run(DispersionCase question) {
    Atmosphere air = question.atmosphere();
    DispersionOptions options = question.options();
    double at10mMps = Winds.at10mMps(air);
    checkRanges(question, at10mMps);
    List<ModelNote> notes = new ArrayList<>();
    List<ReleaseStep> steps = steps(question, notes);
    if (steps.isEmpty()) {
      throw new ModelRefused(
          "source", "源没有泄漏任何物质，因此没有云团。", "The source releases nothing, so there is no cloud.");
    }
    ReleaseStep strongest = strongest(steps);
    if (at10mMps < LOW_WIND_MPS) {
      notes.add(
          new ModelNote("low-wind", Weight.WARNING, Map.of("windMps", Winds.rounded(at10mMps))));
    }
    notes.add(new ModelNote("patchy-near-source", Weight.WARNING, Map.of("withinM", 50)));
    boolean heavy = isHeavy(question, strongest, at10mMps, notes);
    if (question.source().instantMassKg() > 0 && options.mode() == Mode.ACCURATE) {
      return SuddenCloud.of(question, heavy, at10mMps, notes);
    }
    if (heavy) {
      return HeavyClouds.of(question, steps, at10mMps, notes);
    }
    return options.mode() == Mode.ACCURATE && question.source().heightM() <= SURFACE_SOURCE_M
        ? PassiveClouds.surfaceLayer(question, steps, at10mMps, notes)
        : PassiveClouds.gaussian(question, steps, at10mMps, notes);
  }

  /** Whether the gas would spread by its own weight at first, for models that follow puffs; in a lull as at the least wind. */
  public static boolean isHeavy(DispersionCase question) {
    List<ReleaseStep> steps = steps(question, new ArrayList<>());
    return !steps.isEmpty()
        && isHeavy(
            question,
            strongest(steps),
            Math.max(LEAST_WIND_MPS, Winds.at10mMps(question.atmosphere())),
            new ArrayList<>());
  }

  private static boolean isHeavy(
      DispersionCase question, ReleaseStep strongest, double at10mMps, List<ModelNote> notes) {
    Model asked = question.options().model();
    if (asked != Model.AUTO) {
      notes.add(
          new ModelNote(
              "model-asked-for",
              Weight.CHOICE,
              Map.of("model", asked.name().toLowerCase(java.util.Locale.ROOT))));
      return asked == Model.HEAVY;
    }
    HeavyCriterion criterion =
        HeavyCriterion.of(
            question.fluid(), question.source(), strongest, question.atmosphere(), at10mMps);
    notes.add(criterion.note());
    return criterion.heavy();
  }

  private static void checkRanges(DispersionCase question, double at10mMps) {
    if (!(at10mMps >= LEAST_WIND_MPS && at10mMps <= MOST_WIND_MPS)) {
      throw new ModelRefused(
          "atmosphere.wind.speedMps",
          "烟羽模型需要 10 m 高处风速在 %.0f 至 %.0f m/s 之间，现为 %.2f m/s；风速更低时请用烟团模型，它适用于 0.5 m/s 以上。"
              .formatted(LEAST_WIND_MPS, MOST_WIND_MPS, at10mMps),
          "A plume needs a wind between %.0f and %.0f m/s at 10 m, and this is %.2f m/s; below that use the puff model, which works from 0.5 m/s."
              .formatted(LEAST_WIND_MPS, MOST_WIND_MPS, at10mMps));
    }
    Atmosphere air = question.atmosphere();
    Checks.within("atmosphere.temperatureK", "气温", air.temperatureK(), 213, 333, "K");
    Checks.within("atmosphere.pressurePa", "气压", air.pressurePa(), 50_000, 110_000, "Pa");
    Checks.within("atmosphere.roughnessM", "地面粗糙度", air.roughnessM(), 1e-5, 3, "m");
    Checks.within("atmosphere.relativeHumidity", "相对湿度", air.relativeHumidity(), 0, 1, "");
    Checks.within("source.heightM", "泄漏高度", question.source().heightM(), 0, 500, "m");
    Checks.within("source.diameterM", "泄漏源直径", question.source().diameterM(), 0, 2_000, "m");
    Checks.within("options.averagingS", "平均时间", question.options().averagingS(), 1, 3_600, "s");
    Checks.within(
        "options.receptorHeightM", "受体高度", question.options().receptorHeightM(), 0, 200, "m");
    Checks.within("options.farthestM", "计算距离", question.options().farthestM(), 100, 100_000, "m");
    if (air.mixingLidM() != null) {
      Checks.within("atmosphere.mixingLidM", "逆温层高度", air.mixingLidM(), 10, 10_000, "m");
      if (air.mixingLidM() <= question.source().heightM()) {
        throw new ModelRefused(
            "atmosphere.mixingLidM",
            "逆温层应高于泄漏高度 %.0f m，现为 %.0f m。".formatted(question.source().heightM(), air.mixingLidM()),
            "The inversion must lie above the release height of %.0f m, not at %.0f m."
                .formatted(question.source().heightM(), air.mixingLidM()));
      }
    }
  }

  /** The steps within the time limit; gas let go at once becomes a minute's release for plume models, as in ALOHA. */
  private static List<ReleaseStep> steps(DispersionCase question, List<ModelNote> notes) {
    SourceTerm source = question.source();
    double limitS = question.options().limitS();
    List<ReleaseStep> steps = new ArrayList<>();
    for (ReleaseStep step : source.steps()) {
      double durationS = Math.min(step.endS(), limitS) - step.startS();
      if (step.rateKgPerS() > 0 && durationS > 0) {
        steps.add(lasting(step, durationS, step.rateKgPerS()));
      }
    }
    if (source.endS() > limitS) {
      notes.add(new ModelNote("release-cut-at-limit", Weight.ASSUMPTION, Map.of("limitS", limitS)));
    }
    if (source.instantMassKg() > 0 && !source.steps().isEmpty()) {
      ReleaseStep state = source.steps().get(0);
      steps.add(0, lasting(state, INSTANT_AS_S, source.instantMassKg() / INSTANT_AS_S));
    }
    return steps;
  }

  private static ReleaseStep lasting(ReleaseStep step, double durationS, double rate) {
    return new ReleaseStep(
        step.startS(),
        durationS,
        rate,
        step.temperatureK(),
        step.liquidShare(),
        step.velocityMps());
  }

  static ReleaseStep strongest(List<ReleaseStep> steps) {
    return steps.stream()
        .max(Comparator.comparingDouble(ReleaseStep::rateKgPerS))
        .orElseThrow(() -> new IllegalArgumentException("no steps"));
  }
}
