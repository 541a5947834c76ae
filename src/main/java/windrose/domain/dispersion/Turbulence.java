package windrose.domain.dispersion;

import org.jspecify.annotations.Nullable;

/**
 * What a mast measured of the air's unrest; each value may be missing.
 *
 * @param frictionVelocityMps u*; without it from the wind profile
 * @param sigmaThetaDeg standard deviation of the wind direction over ten minutes
 * @param mixingHeightM top of the mixed layer; without it as high as the wind alone mixes
 */
public record Turbulence(
    @Nullable Double frictionVelocityMps,
    @Nullable Double sigmaThetaDeg,
    @Nullable Double mixingHeightM) {}
