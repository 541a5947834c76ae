package windrose.feature.registers.bulk;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import windrose.domain.table.CsvRow;

/** Reads the cells of one row and notes every one that cannot be read. */
final class RowReader {
  private final CsvRow row;
  private final List<RowProblem> problems;

  RowReader(CsvRow row, List<RowProblem> problems) {
    this.row = row;
    this.problems = problems;
  }

  /** The text of a cell; our own exports put an apostrophe before what a spreadsheet would take for a formula. */
  Optional<String> find(String column) {
    Optional<String> cell = row.find(column);
    if (cell.isPresent() && cell.get().startsWith("=")) {
      wrong(column, "单元格是公式,请改为数值。", "the cell is a formula; put its value there.");
      return Optional.empty();
    }
    return cell.map(text -> text.matches("(?s)'[=+\\-@\\t\\r].*") ? text.substring(1) : text);
  }

  String text(String column, @Nullable String ifEmpty) {
    Optional<String> cell = find(column);
    if (cell.isPresent()) {
      return cell.get();
    }
    if (ifEmpty == null) {
      if (row.find(column).isEmpty()) {
        wrong(column, "不能为空。", "must not be empty.");
      }
      return "";
    }
    return ifEmpty;
  }

  @Nullable String optional(String column, @Nullable String ifEmpty) {
    return find(column).orElse(ifEmpty);
  }

  @Nullable Double number(String column, @Nullable Double ifEmpty) {
    Optional<String> cell = find(column);
    if (cell.isEmpty()) {
      return ifEmpty;
    }
    try {
      double value = Double.parseDouble(cell.get());
      if (Double.isFinite(value) && cell.get().matches("[-+0-9.eE]+")) {
        return value;
      }
    } catch (NumberFormatException notANumber) {
      // noted below
    }
    wrong(column, "不是数字(小数点用“.”,不带单位)。", "is not a number (a point for decimals, no unit).");
    return ifEmpty;
  }

  boolean truth(String column, boolean ifEmpty) {
    Optional<String> cell = find(column);
    if (cell.isEmpty()) {
      return ifEmpty;
    }
    Boolean known =
        Map.of("true", true, "false", false, "是", true, "否", false, "1", true, "0", false)
            .get(cell.get().toLowerCase(java.util.Locale.ROOT));
    if (known == null) {
      wrong(column, "请填 true 或 false。", "must be true or false.");
      return ifEmpty;
    }
    return known;
  }

  void wrong(String column, String zh, String en) {
    problems.add(new RowProblem(row.line(), column, row.find(column).orElse(null), zh, en));
  }

  /** Unless this cell is known to be wrong already. */
  void wrongOnce(String column, String zh, String en) {
    boolean known =
        problems.stream().anyMatch(one -> one.row() == row.line() && one.column().equals(column));
    if (!known) {
      wrong(column, zh, en);
    }
  }

  int problemCount() {
    return problems.size();
  }
}
