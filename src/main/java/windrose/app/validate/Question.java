package windrose.app.validate;

import java.util.Locale;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * What a reference row asks, and how an answer is judged.
 *
 * @param expected a number, or a word such as {@code never exceeded}, {@code <10 or never}, {@code >10000}, {@code heavy_gas}
 */
record Question(
    String file,
    int row,
    String caseName,
    String category,
    String quantity,
    String level,
    String expected,
    String unit,
    double ratioLow,
    double ratioHigh) {
  static final double FACTOR_TWO_LOW = 0.5;
  static final double FACTOR_TWO_HIGH = 2;

  /** Judges a number; {@code Double.NaN} never gets here. */
  Prediction answer(double value, String note) {
    Double number = expectedNumber();
    Double ratio = number == null || number == 0 ? null : value / number;
    boolean inBand = ratio == null ? meansTheSame(value) : ratio >= ratioLow && ratio <= ratioHigh;
    return prediction(number, round(value), value, ratio, inBand, null, note);
  }

  /** A distance or amount that may not exist: absent is "never". */
  Prediction answer(OptionalDouble value, String note) {
    if (value.isPresent()) {
      return answer(value.getAsDouble(), note);
    }
    String word = expected.toLowerCase(Locale.ROOT);
    boolean inBand = word.contains("never") || word.contains("none") || word.startsWith("<");
    return prediction(expectedNumber(), "never", null, null, inBand, null, note);
  }

  Prediction answer(String word, String note) {
    boolean inBand = plain(word).equals(plain(expected));
    return prediction(null, word, null, null, inBand, null, note);
  }

  Prediction refused(String reason) {
    return prediction(expectedNumber(), "", null, null, false, reason, "refused: " + reason);
  }

  private Prediction prediction(
      @Nullable Double number,
      String predicted,
      @Nullable Double value,
      @Nullable Double ratio,
      boolean inBand,
      @Nullable String refusal,
      String note) {
    return new Prediction(
        file, row, caseName, category, quantity, level, expected, number, predicted, value, unit,
        ratio, inBand, refusal, note);
  }

  private @Nullable Double expectedNumber() {
    try {
      double number = Double.parseDouble(expected.strip());
      return Double.isFinite(number) ? number : null;
    } catch (NumberFormatException word) {
      return null;
    }
  }

  /** "<10 or never" holds below 10, ">10000" above, within the row's band; every other word is no number. */
  private boolean meansTheSame(double value) {
    String text = expected.strip();
    if (text.startsWith("<")) {
      OptionalDouble limit = Quantities.leadingNumber(text.substring(1), unit);
      return limit.isPresent() && value <= limit.getAsDouble() * ratioHigh;
    }
    if (text.startsWith(">")) {
      OptionalDouble limit = Quantities.leadingNumber(text.substring(1), unit);
      return limit.isPresent() && value >= limit.getAsDouble() * ratioLow;
    }
    return false;
  }

  private static String plain(String word) {
    return word.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
  }

  static String round(double value) {
    return String.format(Locale.ROOT, "%.5g", value);
  }
}
