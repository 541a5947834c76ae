package windrose.app.validate;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import windrose.domain.table.CsvRow;

/**
 * One row of a reference file as it stands there.
 *
 * @param number counted from 1, without the header and comment lines
 * @param cells null when the row cannot be read, and then {@code mistake} says why
 */
record ReferenceRow(int number, @Nullable CsvRow cells, @Nullable String mistake) {
  Optional<String> find(String column) {
    return cells == null ? Optional.empty() : cells.find(column);
  }

  String text(String column) {
    return find(column).orElse("");
  }

  /** The number of a cell that the row must have. */
  double number(String column) {
    String text =
        find(column).orElseThrow(() -> new RowRefused("the cell " + column + " is empty"));
    return parse(column, text);
  }

  Optional<Double> findNumber(String column) {
    return find(column).map(text -> parse(column, text));
  }

  private static double parse(String column, String text) {
    try {
      double value = Double.parseDouble(text);
      if (Double.isFinite(value)) {
        return value;
      }
    } catch (NumberFormatException notANumber) {
      // answered below
    }
    throw new RowRefused("%s: '%s' is not a number".formatted(column, text));
  }
}
