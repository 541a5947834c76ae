package windrose.domain.weather;

import org.jspecify.annotations.Nullable;

/**
 * The air that a release meets: one wind, one stability, one ground.
 *
 * @param wind as measured at {@code windHeightM}
 * @param roughnessM z0: 0.03 open country, 1 in a town or between plants
 * @param obukhovLengthM measured Monin-Obukhov length; null takes the class's
 * @param relativeHumidity 0 to 1
 * @param cloudShare 0 to 1
 * @param mixingLidM height of an inversion; null when there is none
 * @param sunElevationDeg below 0 at night
 */
public record Atmosphere(
    Wind wind,
    double windHeightM,
    Stability stability,
    double roughnessM,
    @Nullable Double obukhovLengthM,
    double temperatureK,
    double pressurePa,
    double relativeHumidity,
    double cloudShare,
    @Nullable Double mixingLidM,
    double sunElevationDeg) {}
