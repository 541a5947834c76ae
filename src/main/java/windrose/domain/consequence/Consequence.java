package windrose.domain.consequence;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import windrose.domain.caveat.ModelNote;
import windrose.domain.caveat.ModelRefused;
import windrose.domain.release.SourceTerm;
import windrose.domain.release.source.Releases;

/**
 * The one way from a scenario to its consequences; the planner, the live plume and {@code validate} all take it.
 *
 * <p>Pure: the same scenario gives the same answer. One hazard that no model answers never takes the others with it: it becomes an
 * {@link Outcome.Refused} with its reason. Costs a few milliseconds for fires and passive gas, up to a few hundred for the explosion
 * of a heavy cloud.
 */
public final class Consequence {
  private Consequence() {}

  public static ConsequenceResult run(Scenario scenario) {
    SourceOrReason source = source(scenario);
    Map<Hazard, Outcome> outcomes = new EnumMap<>(Hazard.class);
    for (Hazard hazard : scenario.hazards()) {
      outcomes.put(hazard, outcome(scenario, hazard, source));
    }
    List<ModelNote> notes = new ArrayList<>();
    source.term().ifPresent(term -> notes.addAll(term.notes()));
    notes.addAll(scenario.fluid().rangeNotes(scenario.atmosphere().temperatureK()));
    List<ReceptorResult> places =
        scenario.receptors().stream()
            .map(receptor -> Places.at(receptor, scenario, outcomes))
            .toList();
    return new ConsequenceResult(
        source.term(), outcomes, places, notes.stream().distinct().toList());
  }

  /** Either what reaches the air, or why nothing is known about it. */
  private record SourceOrReason(Optional<SourceTerm> term, Optional<ModelRefused> reason) {
    SourceTerm get() {
      return term.orElseThrow(
          () ->
              reason.orElseGet(
                  () ->
                      new ModelRefused(
                          "source",
                          "情景没有说明泄漏了什么。",
                          "The scenario says nothing about what escapes.")));
    }
  }

  private static SourceOrReason source(Scenario scenario) {
    if (scenario.sourceTerm() != null) {
      return new SourceOrReason(Optional.of(scenario.sourceTerm()), Optional.empty());
    }
    if (scenario.release() == null) {
      return new SourceOrReason(Optional.empty(), Optional.empty());
    }
    try {
      SourceTerm term =
          Releases.of(
              scenario.release(),
              scenario.fluid(),
              scenario.atmosphere(),
              scenario.options().release());
      return new SourceOrReason(Optional.of(term), Optional.empty());
    } catch (ModelRefused refused) {
      return new SourceOrReason(Optional.empty(), Optional.of(refused));
    }
  }

  private static Outcome outcome(Scenario scenario, Hazard hazard, SourceOrReason source) {
    try {
      return switch (hazard) {
        case TOXIC -> Clouds.toxic(scenario, source.get());
        case FLAMMABLE_CLOUD -> Clouds.flammable(scenario, source.get());
        case EXPLOSION -> Blasts.ofCloud(scenario, source.get());
        case STOCK_EXPLOSION -> Blasts.ofStock(scenario);
        case POOL_FIRE -> Fires.pool(scenario, source.term());
        case JET_FIRE -> Fires.jet(scenario, source.term());
        case FIREBALL -> Fires.ball(scenario);
        case SMOKE, RUNAWAY, MIXTURE -> notModelled(hazard);
      };
    } catch (ModelRefused refused) {
      return new Outcome.Refused(refused.field(), refused.sentenceZh(), refused.sentenceEn());
    }
  }

  /** Why a hazard that no model of ours answers is refused, so that it can be said before anybody asks. */
  public static Outcome.Refused notModelled(Hazard hazard) {
    return switch (hazard) {
      case SMOKE ->
          new Outcome.Refused(
              "hazards.SMOKE",
              "烟气及其所含物质没有模型：其抬升和毒物取决于火场的供氧，事先无法知道。",
              "Smoke and what it carries is not modelled: its rise and its poisons depend on the fire's air supply, which nobody knows beforehand.");
      case RUNAWAY ->
          new Outcome.Refused(
              "hazards.RUNAWAY",
              "反应失控没有模型：它需要本批物料的反应动力学和冷却状况。",
              "A runaway reaction is not modelled: it needs the kinetics of this batch and the state of its cooling.");
      case MIXTURE ->
          new Outcome.Refused(
              "hazards.MIXTURE",
              "混合物没有模型：请取危害最大的组分并加以说明。",
              "Mixtures are not modelled: take the component that harms most, and say so.");
      default -> throw new IllegalArgumentException(hazard + " has a model");
    };
  }
}
