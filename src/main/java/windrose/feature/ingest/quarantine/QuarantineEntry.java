package windrose.feature.ingest.quarantine;

import io.vertx.core.buffer.Buffer;
import java.time.Instant;

/** A quarantined message as it stands in its table. */
public record QuarantineEntry(
    long id,
    Instant received,
    String channel,
    String login,
    String station,
    String reason,
    Buffer payload) {}
