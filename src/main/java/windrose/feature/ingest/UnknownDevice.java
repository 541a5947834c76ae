package windrose.feature.ingest;

import java.time.Instant;

/** A device that spoke and is not registered. */
public record UnknownDevice(
    String channel,
    String name,
    String address,
    Instant firstSeen,
    Instant lastSeen,
    long count,
    WhyUnknown why,
    String reason) {}
