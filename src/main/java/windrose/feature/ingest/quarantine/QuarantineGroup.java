package windrose.feature.ingest.quarantine;

import java.time.Instant;

/** What people mend at one go: all messages of a station with the same class of fault at the same sensor. */
public record QuarantineGroup(
    String station, String reasonClass, String sensor, long count, Instant first, Instant last) {}
