package windrose.domain.consequence;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import windrose.domain.chemical.FluidProperties;
import windrose.domain.release.ReleaseInput;
import windrose.domain.release.SourceTerm;
import windrose.domain.weather.Atmosphere;

/**
 * One question: what escapes, into which air, and what is wanted to know.
 *
 * @param release null when only a fire or a stock is asked about
 * @param sourceTerm already known; it then stands in for {@code release} where gas spreads
 * @param hazards which to compute
 * @param levels of several hazards in one list; empty takes {@link Levels#defaults}
 */
public record Scenario(
    FluidProperties fluid,
    @Nullable ReleaseInput release,
    @Nullable SourceTerm sourceTerm,
    Atmosphere atmosphere,
    Set<Hazard> hazards,
    List<Level> levels,
    List<Receptor> receptors,
    ScenarioOptions options) {
  public Scenario {
    hazards = hazards.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(hazards));
    levels = levels.isEmpty() ? Levels.defaults(fluid) : List.copyOf(levels);
    receptors = List.copyOf(receptors);
  }

  public static Scenario of(
      FluidProperties fluid,
      ReleaseInput release,
      Atmosphere atmosphere,
      Set<Hazard> hazards,
      ScenarioOptions options) {
    return new Scenario(fluid, release, null, atmosphere, hazards, List.of(), List.of(), options);
  }

  /** Nothing escapes, or it does not matter: a fire or a stock that the options describe. */
  public static Scenario ofFire(
      FluidProperties fluid, Atmosphere atmosphere, Set<Hazard> hazards, ScenarioOptions options) {
    return new Scenario(fluid, null, null, atmosphere, hazards, List.of(), List.of(), options);
  }

  public Scenario withLevels(List<Level> others) {
    return new Scenario(
        fluid, release, sourceTerm, atmosphere, hazards, others, receptors, options);
  }

  public Scenario withReceptors(List<Receptor> others) {
    return new Scenario(fluid, release, sourceTerm, atmosphere, hazards, levels, others, options);
  }

  public Scenario withSourceTerm(SourceTerm known) {
    return new Scenario(fluid, release, known, atmosphere, hazards, levels, receptors, options);
  }
}
