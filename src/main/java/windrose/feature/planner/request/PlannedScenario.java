package windrose.feature.planner.request;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import windrose.domain.chemical.FluidProperties;
import windrose.domain.consequence.Hazard;
import windrose.domain.consequence.Level;
import windrose.domain.consequence.ScenarioOptions;
import windrose.domain.geo.LonLat;
import windrose.domain.weather.PickedWeather;

/**
 * A request for a run, understood and complete.
 *
 * @param at where it happens
 * @param sources one that is given, or three sizes of hole while nobody has seen it
 * @param timesS moments for which zones are wanted besides their maximum
 * @param tank the tank that leaks, which is no neighbour of itself; null when it is none of the park's
 * @param isBrief while somebody still drags the point: zones only
 */
public record PlannedScenario(
    FluidProperties fluid,
    LonLat at,
    List<SourceReader.Assumed> sources,
    PickedWeather weather,
    Set<Hazard> hazards,
    List<Level> levels,
    List<Place> places,
    List<Double> timesS,
    ScenarioOptions options,
    @Nullable String tank,
    boolean isBrief) {
  /**
   * A point for which numbers are wanted.
   *
   * @param airChangesPerHour of a house that stands there
   */
  public record Place(String id, LonLat at, double heightM, double airChangesPerHour) {}

  /** Whether the size of the source is only assumed. */
  public boolean isSourceAssumed() {
    return sources.size() > 1;
  }
}
