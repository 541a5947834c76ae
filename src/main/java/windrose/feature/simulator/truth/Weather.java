package windrose.feature.simulator.truth;

import windrose.domain.weather.SolarPosition;
import windrose.domain.weather.Stability;
import windrose.domain.weather.Wind;

/**
 * The true weather at one place and moment.
 *
 * @param wind at 10 m, meander included, gusts of a few seconds not
 * @param cloudShare 0 clear to 1 overcast
 */
public record Weather(
    Wind wind,
    double temperatureC,
    double humidityPercent,
    double pressureHpa,
    double cloudShare,
    double solarWPerM2,
    double rainMmPerH,
    SolarPosition sun,
    Stability stability) {}
