package windrose.feature.journal;

import java.time.Instant;

/**
 * A fact as the journal keeps it.
 *
 * @param knownAt when this system learned of it, which may be long after it happened
 * @param body the JSON text to the letter, since the hash is taken over it
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, only read
public record JournalEntry(
    long seq,
    String kind,
    String subject,
    Instant eventTime,
    Instant knownAt,
    String who,
    String body,
    byte[] hash) {}
