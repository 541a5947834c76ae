package windrose.app.validate;

import java.util.function.BiFunction;
import windrose.domain.caveat.ModelRefused;

/** Keeps one bad row from taking the others with it: whatever goes wrong with a row is said in that row. */
final class RowGuard {
  private RowGuard() {}

  static Prediction ask(
      Question question, ReferenceRow row, BiFunction<Question, ReferenceRow, Prediction> model) {
    String mistake = row.mistake();
    if (mistake != null) {
      return question.refused("unreadable row: " + mistake);
    }
    try {
      Prediction answer = model.apply(question, row);
      Double value = answer.predictedValue();
      return value != null && !Double.isFinite(value)
          ? question.refused("the model gave no finite number")
          : answer;
    } catch (ModelRefused refused) {
      return question.refused(refused.field() + ": " + refused.getMessage());
    } catch (RowRefused refused) {
      return question.refused(String.valueOf(refused.getMessage()));
    } catch (RuntimeException ours) {
      // a mistake of ours must cost its row, never the whole report
      return question.refused("mistake in our code: " + ours);
    }
  }

  /** An edge of the row's band; a missing or unreadable one is a factor of two. */
  static double band(ReferenceRow row, String column, double ifAbsent) {
    try {
      return row.findNumber(column).orElse(ifAbsent);
    } catch (RowRefused unreadable) {
      return ifAbsent;
    }
  }
}
