package windrose.domain.consequence;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import windrose.domain.caveat.ModelNote;
import windrose.domain.release.SourceTerm;

/**
 * The answer to a {@link Scenario}: one outcome for each hazard that was asked for.
 *
 * @param sourceTerm what reaches the air; absent for a fire or a stock alone, or when it was refused
 * @param notes of the source and of everything that holds for all hazards
 */
public record ConsequenceResult(
    Optional<SourceTerm> sourceTerm,
    Map<Hazard, Outcome> outcomes,
    List<ReceptorResult> receptors,
    List<ModelNote> notes) {
  public ConsequenceResult {
    Map<Hazard, Outcome> copy = new EnumMap<>(Hazard.class);
    copy.putAll(outcomes);
    outcomes = Collections.unmodifiableMap(copy);
    receptors = List.copyOf(receptors);
    notes = List.copyOf(notes);
  }

  public Optional<Outcome> find(Hazard hazard) {
    return Optional.ofNullable(outcomes.get(hazard));
  }
}
