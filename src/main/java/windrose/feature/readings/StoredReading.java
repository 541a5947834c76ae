package windrose.feature.readings;

import java.time.Instant;
import windrose.domain.measure.Quality;

/** A reading under the database's own key of its series. */
public record StoredReading(
    long series, Instant at, Instant received, double value, Quality quality) {}
