package windrose.feature.planner.ensemble;

import java.util.List;
import java.util.Optional;
import windrose.domain.caveat.ModelNote;
import windrose.domain.consequence.Hazard;
import windrose.domain.consequence.Level;
import windrose.domain.consequence.Outcome;
import windrose.domain.zone.Exceedance;
import windrose.domain.zone.Grid;
import windrose.domain.zone.Zone;
import windrose.feature.planner.request.SourceReader;

/** What an ensemble found, in metres around the source. */
record EnsembleResult(
    String kind, SourceReader.Assumed source, Spreads spreads, List<OfHazard> hazards) {
  /**
   * One hazard.
   *
   * @param refused why there is nothing else
   */
  record OfHazard(
      Hazard hazard,
      String model,
      Optional<Outcome.Refused> refused,
      List<Level> levels,
      Optional<Exceedance> highest,
      List<AtTime> moments,
      List<ModelNote> notes) {
    static OfHazard refused(Hazard hazard, Outcome.Refused why) {
      return new OfHazard(
          hazard, "", Optional.of(why), List.of(), Optional.empty(), List.of(), List.of());
    }
  }

  /** One moment, in seconds since the release began. */
  record AtTime(double timeS, Exceedance exceedance) {}

  /** How probable a level is at the most threatened place, and where it is how probable. */
  record Probable(double highest, List<Zone> zones) {
    static Probable of(Exceedance exceedance, int level) {
      return new Probable(
          exceedance.probability(level).highest(),
          exceedance.zones(level, Exceedance.usualProbabilities()));
    }
  }

  Optional<Grid> grid() {
    return hazards.stream()
        .flatMap(one -> one.highest().stream())
        .findFirst()
        .map(Exceedance::grid);
  }

  int members() {
    return first(Exceedance::members);
  }

  int refusedMembers() {
    return first(Exceedance::refused);
  }

  private int first(java.util.function.ToIntFunction<Exceedance> number) {
    return hazards.stream()
        .flatMap(one -> one.highest().stream())
        .mapToInt(number)
        .findFirst()
        .orElse(0);
  }
}
