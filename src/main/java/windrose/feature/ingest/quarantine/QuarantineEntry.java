package windrose.feature.ingest.quarantine;

import io.vertx.core.buffer.Buffer;
import java.time.Instant;
import java.util.List;

/** A quarantined message as it stands in its table. */
public record QuarantineEntry(
    long id,
    Instant received,
    String channel,
    String login,
    String station,
    String reason,
    List<Named> faults,
    Buffer payload) {

  /** One fault by its class and the sensor as the device called it; empty for the whole message. */
  public record Named(String reasonClass, String sensor) {}
}
