package windrose.app.validate;

import org.jspecify.annotations.Nullable;

/**
 * What we say to one reference row.
 *
 * @param expected as the row has it
 * @param expectedValue null when {@code expected} is a word
 * @param predicted a number, or the word that answers a word; empty when refused
 * @param ratio predicted over expected, when both are numbers
 * @param refusal why there is no answer; null when there is one
 */
public record Prediction(
    String file,
    int row,
    String caseName,
    String category,
    String quantity,
    String level,
    String expected,
    @Nullable Double expectedValue,
    String predicted,
    @Nullable Double predictedValue,
    String unit,
    @Nullable Double ratio,
    boolean inBand,
    @Nullable String refusal,
    String note) {
  boolean isRefused() {
    return refusal != null;
  }
}
