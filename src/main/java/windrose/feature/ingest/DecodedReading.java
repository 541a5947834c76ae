package windrose.feature.ingest;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import windrose.domain.measure.Quality;

/**
 * One value as the message said it, before anything was checked.
 *
 * @param atMs the device's time, or nothing when it gave none
 * @param value null with a fault that says why
 */
public record DecodedReading(
    String sensor,
    Optional<Long> atMs,
    @Nullable Double value,
    Quality quality,
    @Nullable String fault) {}
