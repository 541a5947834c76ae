package windrose.domain.dispersion;

import windrose.domain.chemical.FluidProperties;
import windrose.domain.release.SourceTerm;
import windrose.domain.weather.Atmosphere;

/** One question to {@link Dispersion}: what is released, from what source, into which air, and how to compute it. */
public record DispersionCase(
    FluidProperties fluid, SourceTerm source, Atmosphere atmosphere, DispersionOptions options) {}
