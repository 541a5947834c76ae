package windrose.domain.table;

import java.util.Map;
import java.util.Optional;

/**
 * One row of a table, its cells found by column name.
 *
 * @param line where it starts in the file, counted from 1
 */
public record CsvRow(int line, Map<String, String> cells) {
  public CsvRow {
    cells = Map.copyOf(cells);
  }

  /** The cell's text without surrounding blanks; an empty cell and a missing column are both absent. */
  public Optional<String> find(String column) {
    String text = cells.getOrDefault(column, "").strip();
    return text.isEmpty() ? Optional.empty() : Optional.of(text);
  }
}
