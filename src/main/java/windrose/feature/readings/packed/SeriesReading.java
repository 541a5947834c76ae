package windrose.feature.readings.packed;

/** One reading of one series, times in microseconds since 1970. */
public record SeriesReading(long series, long atUs, long receivedUs, double value, int quality) {}
