package windrose.feature.ingest.quarantine;

import java.util.Optional;

/** Which messages are meant; nothing given means all that the scope shows. */
public record QuarantineFilter(Optional<String> station, Optional<String> sensor) {
  public static final QuarantineFilter ALL =
      new QuarantineFilter(Optional.empty(), Optional.empty());
}
