package windrose.domain.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A table of named columns, read from comma-separated text (RFC 4180).
 *
 * <p>The first line names the columns. Cells may be quoted and then hold commas, line ends and doubled quotes. Empty lines
 * are skipped; a row with more or fewer cells than columns is a mistake, since a shifted cell would become a wrong number.
 */
public record CsvTable(List<String> columns, List<CsvRow> rows) {
  public CsvTable {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }

  public static CsvTable parse(String text) throws CsvMistake {
    CsvScanner scanner = new CsvScanner(text.startsWith("\uFEFF") ? text.substring(1) : text);
    List<String> columns = scanner.next();
    if (columns == null) {
      throw new CsvMistake(1, "the file is empty; the first line must name the columns");
    }
    columns = columns.stream().map(String::strip).toList();
    refuseTwins(columns);
    List<CsvRow> rows = new ArrayList<>();
    for (List<String> cells = scanner.next(); cells != null; cells = scanner.next()) {
      rows.add(row(scanner.startLine(), columns, cells));
    }
    return new CsvTable(columns, rows);
  }

  private static void refuseTwins(List<String> columns) throws CsvMistake {
    Set<String> seen = new HashSet<>();
    for (String column : columns) {
      if (!seen.add(column)) {
        throw new CsvMistake(1, "the column '" + column + "' stands there twice");
      }
    }
  }

  private static CsvRow row(int line, List<String> columns, List<String> cells) throws CsvMistake {
    if (cells.size() != columns.size()) {
      throw new CsvMistake(
          line, "%d cells, but %d columns".formatted(cells.size(), columns.size()));
    }
    Map<String, String> byColumn = new HashMap<>();
    for (int i = 0; i < cells.size(); i++) {
      byColumn.put(columns.get(i), cells.get(i));
    }
    return new CsvRow(line, byColumn);
  }
}
