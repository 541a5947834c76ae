package windrose.feature.planner;

import java.util.List;
import java.util.Set;
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
 */
record PlannedScenario(
    FluidProperties fluid,
    LonLat at,
    List<SourceReader.Assumed> sources,
    PickedWeather weather,
    Set<Hazard> hazards,
    List<Level> levels,
    List<Place> places,
    List<Double> timesS,
    ScenarioOptions options) {
  /**
   * A point for which numbers are wanted.
   *
   * @param airChangesPerHour of a house that stands there
   */
  record Place(String id, LonLat at, double heightM, double airChangesPerHour) {}

  /** Whether the size of the source is only assumed. */
  boolean isSourceAssumed() {
    return sources.size() > 1;
  }
}
