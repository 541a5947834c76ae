package windrose.feature.readings.packed;

/** A later, different value for the instant of a reading, with the moment at which it became known. */
public record Correction(long atUs, long knownAtUs, double value, int quality) {}
