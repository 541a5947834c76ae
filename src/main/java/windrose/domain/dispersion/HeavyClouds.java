package windrose.domain.dispersion;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import windrose.domain.caveat.ModelNote;
import windrose.domain.caveat.ModelNote.Weight;
import windrose.domain.dispersion.DispersionOptions.Mode;
import windrose.domain.heavygas.AmbientAir;
import windrose.domain.heavygas.BritterMcQuaid;
import windrose.domain.heavygas.CloudMixture;
import windrose.domain.heavygas.HeavyFluid;
import windrose.domain.heavygas.HeavyPlume;
import windrose.domain.heavygas.HeavyPlumes;
import windrose.domain.release.ReleaseStep;
import windrose.domain.release.SourceTerm;
import windrose.domain.weather.Atmosphere;

/** Makes clouds of gas that spreads by its own weight, and holds the strongest step against the workbook. */
final class HeavyClouds {
  private static final double WORKBOOK_SHARE = 0.01;
  private static final double DISAGREEMENT = 3;

  private HeavyClouds() {}

  static CloudModel of(
      DispersionCase question, List<ReleaseStep> steps, double at10mMps, List<ModelNote> notes) {
    SourceTerm source = question.source();
    DispersionOptions options = question.options();
    Atmosphere air = question.atmosphere();
    AmbientAir ambient = AmbientAir.of(air);
    ReleaseStep strongest = Dispersion.strongest(steps);
    List<SteadyCloud.Part> parts = new ArrayList<>();
    for (ReleaseStep step : steps) {
      CloudMixture mixture = CloudMixture.of(HeavyFluid.of(question.fluid(), step), ambient);
      HeavyPlumes plumes =
          HeavyPlumes.in(
              mixture, at10mMps, air.stability(), air.roughnessM(), options.averagingS());
      boolean jet =
          options.mode() == Mode.ACCURATE
              && source.kind() == SourceTerm.Kind.JET
              && plumes.isJet(step.velocityMps());
      HeavyPlume plume =
          jet
              ? plumes.marchJet(step.rateKgPerS(), step.velocityMps(), options.farthestM())
              : plumes.march(step.rateKgPerS(), source.diameterM() / 2, options.farthestM());
      if (jet && step.equals(strongest)) {
        notes.add(
            new ModelNote(
                "jet-mixes-along-the-wind",
                Weight.ASSUMPTION,
                Map.of("velocityMps", Winds.rounded(step.velocityMps()))));
      }
      parts.add(SteadyCloud.Part.heavy(step, new HeavyShape(plume, air.stability())));
      if (step.equals(strongest)) {
        crossCheck(mixture, plume, step.rateKgPerS(), at10mMps, notes);
      }
    }
    if (source.heightM() > 0) {
      notes.add(
          new ModelNote(
              "heavy-gas-taken-at-ground", Weight.ASSUMPTION, Map.of("heightM", source.heightM())));
    }
    return new SteadyCloud(
        CloudModel.Kind.HEAVY_PLUME, parts, options.receptorHeightM(), options.farthestM(), notes);
  }

  /** Compares where one per cent of the undiluted gas is left; a factor of three apart is said aloud. */
  private static void crossCheck(
      CloudMixture mixture,
      HeavyPlume plume,
      double rateKgPerS,
      double at10mMps,
      List<ModelNote> notes) {
    double undiluted = mixture.undilutedKgPerM3();
    double gravity = mixture.reducedGravityMps2(undiluted);
    double flow = rateKgPerS / undiluted;
    if (!BritterMcQuaid.describesPlume(gravity, flow, at10mMps, 2 * plume.sourceRadiusM())) {
      return;
    }
    double atM = plume.nearestM();
    while (atM < plume.farthestM() && plume.centreKgPerM3(atM, 0) > WORKBOOK_SHARE * undiluted) {
      atM *= 1.03;
    }
    double marched = plume.centreKgPerM3(atM, 0) / undiluted;
    double workbook = BritterMcQuaid.plumeShare(atM, gravity, flow, at10mMps);
    double ratio = marched / workbook;
    boolean apart = ratio > DISAGREEMENT || ratio < 1 / DISAGREEMENT;
    notes.add(
        new ModelNote(
            apart ? "heavy-models-disagree" : "heavy-models-agree",
            apart ? Weight.WARNING : Weight.ASSUMPTION,
            Map.of("atM", Math.round(atM), "ratio", Winds.rounded(ratio))));
  }
}
