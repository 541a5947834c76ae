package windrose.feature.readings;

import windrose.feature.readings.packed.Spans;
import windrose.platform.web.Problem;

/**
 * How fine an answer is: raw readings, or buckets of one width.
 *
 * @param widthUs 0 for raw
 */
record Step(long widthUs) {
  static final Step RAW = new Step(0);
  private static final long[] NICE_S = {
    60, 120, 300, 600, 900, 1_800, 3_600, 7_200, 10_800, 21_600, 43_200, 86_400, 172_800, 604_800,
    1_209_600, 2_592_000
  };
  private static final int UNKNOWN_INTERVAL_S = 60;

  boolean isRaw() {
    return widthUs == 0;
  }

  /** Raw while the stretch holds about as many readings as points are wanted, else the narrowest buckets that are not more. */
  static Step auto(long lengthUs, int points, int intervalS) {
    long expectedS = intervalS > 0 ? intervalS : UNKNOWN_INTERVAL_S;
    if (lengthUs / (expectedS * Spans.SECOND_US) <= 2L * points) {
      return RAW;
    }
    for (long width : NICE_S) {
      if (lengthUs / (width * Spans.SECOND_US) <= points) {
        return new Step(width * Spans.SECOND_US);
      }
    }
    return new Step(NICE_S[NICE_S.length - 1] * Spans.SECOND_US);
  }

  /** {@code raw}, or a width such as 60s, 5m, 1h, 1d that divides an hour or a day, or is whole days. */
  static Step parse(String text) {
    if (text.equals("raw")) {
      return RAW;
    }
    if (text.matches("[1-9]\\d{0,6}[smhd]")) {
      long unitS =
          switch (text.charAt(text.length() - 1)) {
            case 's' -> 1;
            case 'm' -> 60;
            case 'h' -> 3_600;
            default -> 86_400;
          };
      long seconds = Long.parseLong(text.substring(0, text.length() - 1)) * unitS;
      if (fits(seconds)) {
        return new Step(seconds * Spans.SECOND_US);
      }
    }
    throw Problem.invalidField(
        "?step", "'step' must be raw, auto, or a width such as 60s, 5m, 1h or 1d.");
  }

  private static boolean fits(long seconds) {
    if (seconds < 3_600) {
      return seconds % 60 == 0 && 3_600 % seconds == 0;
    }
    return seconds < 86_400
        ? seconds % 3_600 == 0 && 86_400 % seconds == 0
        : seconds % 86_400 == 0 && seconds <= 366L * 86_400;
  }

  /** As the answer spells it. */
  String text() {
    return isRaw() ? "raw" : widthUs / Spans.SECOND_US + "s";
  }
}
