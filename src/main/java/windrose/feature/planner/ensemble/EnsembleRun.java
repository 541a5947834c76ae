package windrose.feature.planner.ensemble;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import windrose.domain.caveat.ModelNote;
import windrose.domain.caveat.ModelNote.Weight;
import windrose.domain.caveat.ModelRefused;
import windrose.domain.caveat.Progress;
import windrose.domain.consequence.Hazard;
import windrose.domain.consequence.Outcome;
import windrose.domain.dispersion.CloudModel;
import windrose.domain.dispersion.Dispersion;
import windrose.domain.geo.LocalPoint;
import windrose.domain.plume.Spread;
import windrose.domain.puffs.PossibleWinds;
import windrose.domain.puffs.PuffEnsemble;
import windrose.domain.puffs.WindSeries;
import windrose.domain.release.SourceTerm;
import windrose.domain.release.source.Releases;
import windrose.domain.weather.Atmosphere;
import windrose.domain.zone.Ensemble;
import windrose.domain.zone.Exceedance;
import windrose.feature.planner.request.EnsembleWish;
import windrose.feature.planner.request.PlannedScenario;
import windrose.feature.planner.request.SourceReader;

/** Draws the members of a planned scenario and counts where they exceed its levels: steady clouds, or puffs in changing winds. */
final class EnsembleRun {
  private static final LocalPoint SOURCE = new LocalPoint(0, 0);
  private static final double TOWN_ROUGHNESS_M = 0.2;

  private final PlannedScenario planned;
  private final EnsembleWish wish;
  private final Atmosphere air;
  private final SourceReader.Assumed source;
  private final Spreads spreads;
  private final SourceTerm term;

  private EnsembleRun(PlannedScenario planned, EnsembleWish wish, Atmosphere air) {
    this.planned = planned;
    this.wish = wish;
    this.air = air;
    this.source = wish.pick(planned);
    this.spreads = Spreads.of(planned, wish);
    this.term = Releases.of(source.release(), planned.fluid(), air, planned.options().release());
  }

  /** Steady clouds in the wind of now; a hazard that no model answers is refused and the others go on. */
  static EnsembleResult steady(
      PlannedScenario planned, EnsembleWish wish, Atmosphere air, Progress progress) {
    EnsembleRun run = new EnsembleRun(planned, wish, air);
    return run.each("steady", progress, run::steady);
  }

  /**
   * Puffs in winds that change.
   *
   * @param measured winds since the release began; the last one is the wind of now
   */
  static EnsembleResult puffs(
      PlannedScenario planned,
      EnsembleWish wish,
      Atmosphere air,
      List<WindSeries.Entry> measured,
      Progress progress) {
    EnsembleRun run = new EnsembleRun(planned, wish, air);
    PossibleWinds winds =
        new PossibleWinds(
            measured, wish.beganSAgo(), wish.untilS(), run.spreads.unsureness(), wish.seed());
    return run.each("puffs", progress, (hazard, part) -> run.puffs(hazard, winds, part));
  }

  private interface OfHazard {
    EnsembleResult.OfHazard run(Hazard hazard, Progress progress);
  }

  private EnsembleResult each(String kind, Progress progress, OfHazard sum) {
    List<Hazard> gases =
        planned.hazards().stream()
            .filter(one -> one == Hazard.TOXIC || one == Hazard.FLAMMABLE_CLOUD)
            .toList();
    if (gases.isEmpty()) {
      throw new ModelRefused(
          "hazards",
          "概率分区只用于毒气和可燃气云。",
          "Zones of probability exist for toxic and flammable gas clouds only.");
    }
    List<EnsembleResult.OfHazard> found = new ArrayList<>();
    for (int i = 0; i < gases.size(); i++) {
      Progress part = new PartOf(progress, i, gases.size());
      try {
        found.add(sum.run(gases.get(i), part));
      } catch (ModelRefused refused) {
        found.add(
            EnsembleResult.OfHazard.refused(
                gases.get(i),
                new Outcome.Refused(refused.field(), refused.sentenceZh(), refused.sentenceEn())));
      }
    }
    return new EnsembleResult(kind, source, spreads, List.copyOf(found));
  }

  private EnsembleResult.OfHazard steady(Hazard hazard, Progress progress) {
    GasQuestion gas = GasQuestion.of(planned, hazard, term, air);
    CloudModel middle = Dispersion.run(gas.question());
    Ensemble ensemble =
        new Ensemble(gas.question(), SOURCE, spreads.unsureness(), wish.seed(), gas.kgPerM3());
    Exceedance exceedance =
        ensemble.run(ensemble.grid(wish.columns(), wish.rows()), wish.members(), progress);
    List<ModelNote> notes = new ArrayList<>(middle.notes());
    notes.add(
        new ModelNote("ensemble-steady", Weight.WARNING, Map.of("members", exceedance.members())));
    noteRefused(exceedance, notes);
    return new EnsembleResult.OfHazard(
        hazard,
        middle.kind().name().toLowerCase(Locale.ROOT),
        Optional.empty(),
        gas.levels(),
        Optional.of(exceedance),
        List.of(),
        notes);
  }

  private EnsembleResult.OfHazard puffs(Hazard hazard, PossibleWinds winds, Progress progress) {
    GasQuestion gas = GasQuestion.of(planned, hazard, term, air);
    boolean heavy = Dispersion.isHeavy(gas.question());
    PuffEnsemble.Result result =
        PuffEnsemble.run(
            new PuffEnsemble.Question(
                planned.fluid(),
                term,
                SOURCE,
                winds,
                air.roughnessM() >= TOWN_ROUGHNESS_M ? Spread.BRIGGS_URBAN : Spread.BRIGGS_RURAL,
                heavy,
                spreads.unsureness().rateShare(),
                wish.untilS(),
                planned.options().dispersion().receptorHeightM(),
                planned.timesS(),
                wish.seed()),
            wish.members(),
            wish.columns(),
            wish.rows(),
            progress,
            gas.kgPerM3());
    List<ModelNote> notes = new ArrayList<>(result.notes());
    notes.add(
        new ModelNote(
            "ensemble-puffs", Weight.WARNING, Map.of("members", result.highest().members())));
    noteRefused(result.highest(), notes);
    return new EnsembleResult.OfHazard(
        hazard,
        heavy ? "heavy_puffs" : "puff_train",
        Optional.empty(),
        gas.levels(),
        Optional.of(result.highest()),
        result.moments().stream()
            .map(one -> new EnsembleResult.AtTime(one.timeS(), one.exceedance()))
            .toList(),
        notes);
  }

  private static void noteRefused(Exceedance exceedance, List<ModelNote> notes) {
    if (exceedance.refused() > 0) {
      notes.add(
          new ModelNote(
              "ensemble-members-refused",
              Weight.WARNING,
              Map.of("refused", exceedance.refused(), "members", exceedance.members())));
    }
  }
}
