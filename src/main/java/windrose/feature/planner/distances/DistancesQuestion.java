package windrose.feature.planner.distances;

import windrose.domain.chemical.FluidProperties;
import windrose.domain.geo.LonLat;
import windrose.domain.weather.PickedWeather;
import windrose.domain.zone.ProtectiveDistances.Spill;

/**
 * Which distances are asked for.
 *
 * @param timeHow {@code sun} at the place now, or {@code asked}
 * @param weather of the place now: its wind turns the protective zone, the distances themselves take a stated weather
 */
public record DistancesQuestion(
    FluidProperties fluid,
    LonLat at,
    Spill spill,
    boolean night,
    String timeHow,
    PickedWeather weather) {}
