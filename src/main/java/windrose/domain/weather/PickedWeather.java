package windrose.domain.weather;

import java.util.List;
import java.util.Optional;
import windrose.domain.caveat.ModelNote;

/**
 * The weather for one place and moment, with how each value was got.
 *
 * @param atmosphere empty when no mast knows the wind: then the direction is the whole circle, and nobody may invent it
 * @param masts all that were asked, in the order of asking
 */
public record PickedWeather(
    Optional<Atmosphere> atmosphere,
    List<Derivation> derivations,
    WindUncertainty uncertainty,
    List<Judged> masts,
    List<ModelNote> notes) {
  /** A mast and what was found of it. */
  public record Judged(String id, int rank, double distanceM, MastState state, boolean used) {}

  public PickedWeather {
    derivations = List.copyOf(derivations);
    masts = List.copyOf(masts);
    notes = List.copyOf(notes);
  }
}
