package windrose.app.validate;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Runs the rows of a file whose {@code inputs} describe a whole scenario each. */
final class RunRows {
  static final Set<String> COLUMNS =
      Set.of("case", "category", "inputs", "quantity", "level", "expected", "unit");

  private final RunAnswers answers;

  RunRows(RunAnswers answers) {
    this.answers = answers;
  }

  List<Prediction> run(ReferenceFile file) {
    List<Prediction> predictions = new ArrayList<>();
    for (ReferenceRow row : file.rows()) {
      predictions.add(RowGuard.ask(question(file, row), row, this::answer));
    }
    return predictions;
  }

  private Prediction answer(Question question, ReferenceRow row) {
    return answers.answer(
        question, row.find("inputs").orElseThrow(() -> new RowRefused("inputs is empty")));
  }

  private static Question question(ReferenceFile file, ReferenceRow row) {
    return new Question(
        file.name(),
        row.number(),
        row.text("case"),
        row.find("category").orElse("unreadable"),
        row.text("quantity"),
        row.text("level"),
        row.text("expected"),
        row.text("unit"),
        RowGuard.band(row, "ratio_lo", Question.FACTOR_TWO_LOW),
        RowGuard.band(row, "ratio_hi", Question.FACTOR_TWO_HIGH));
  }
}
