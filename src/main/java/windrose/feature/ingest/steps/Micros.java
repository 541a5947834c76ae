package windrose.feature.ingest.steps;

import java.time.Instant;

/** Instants as the database counts them: whole microseconds since 1970. */
final class Micros {
  private Micros() {}

  static long of(Instant instant) {
    return instant.getEpochSecond() * 1_000_000 + instant.getNano() / 1_000;
  }
}
