package windrose.feature.readings.packed;

/** The packed readings of one series from a start on, for an hour or a day; two chunks never hold the same instant. */
public record Chunk(long startUs, int spanS, ReadingColumns readings) {
  public static final int HOUR_S = 3_600;
  public static final int DAY_S = 86_400;

  public long endUs() {
    return startUs + spanS * Spans.SECOND_US;
  }

  boolean covers(long instantUs) {
    return instantUs >= startUs && instantUs < endUs();
  }
}
