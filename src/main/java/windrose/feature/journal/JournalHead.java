package windrose.feature.journal;

/** The end of a park's chain: the last sequence number and its hash. */
@SuppressWarnings("ArrayRecordComponent") // never compared, only read
record JournalHead(long seq, byte[] hash) {}
