package windrose.feature.ingest.steps;

import java.time.Instant;

/** Knows when somebody works on a station; asked for every reading, so it must answer from memory. */
@FunctionalInterface
public interface Maintenance {
  boolean covers(String station, Instant at);
}
