package windrose.feature.ingest.quarantine;

/**
 * How much nonsense is kept.
 *
 * @param perMinute messages kept per station and minute in the long run; what comes faster is counted only
 * @param burst messages that a station may have kept at once
 * @param maxRows over this many the oldest go
 * @param maxBytes over this many bytes of payload the oldest go
 */
public record QuarantineLimits(int perMinute, int burst, long maxRows, long maxBytes) {
  public static final QuarantineLimits ORDINARY =
      new QuarantineLimits(120, 600, 200_000, 512L * 1024 * 1024);
}
