package windrose.app.validate;

import java.util.ArrayList;
import java.util.List;
import windrose.domain.table.CsvMistake;
import windrose.domain.table.CsvRow;
import windrose.domain.table.CsvTable;

/**
 * A reference file cut into rows, each readable or not; a bad row never takes the others with it.
 *
 * <p>Lines that begin with {@code #} are comments, except inside a quoted cell.
 *
 * @param comments without their {@code #}
 */
record ReferenceFile(
    String name, List<String> columns, List<String> comments, List<ReferenceRow> rows) {
  ReferenceFile {
    columns = List.copyOf(columns);
    comments = List.copyOf(comments);
    rows = List.copyOf(rows);
  }

  static ReferenceFile parse(String name, String text) {
    List<String> comments = new ArrayList<>();
    List<String> records = records(text, comments);
    if (records.isEmpty()) {
      return new ReferenceFile(name, List.of(), comments, List.of());
    }
    String header = records.get(0);
    List<ReferenceRow> rows = new ArrayList<>();
    for (int i = 1; i < records.size(); i++) {
      rows.add(row(i, header, records.get(i)));
    }
    return new ReferenceFile(name, columns(header), comments, rows);
  }

  private static List<String> columns(String header) {
    try {
      return CsvTable.parse(header).columns();
    } catch (CsvMistake mistake) {
      return List.of();
    }
  }

  private static ReferenceRow row(int number, String header, String line) {
    try {
      List<CsvRow> rows = CsvTable.parse(header + "\n" + line).rows();
      return rows.size() == 1
          ? new ReferenceRow(number, rows.get(0), null)
          : new ReferenceRow(number, null, "the row is empty");
    } catch (CsvMistake mistake) {
      return new ReferenceRow(number, null, mistake.what());
    }
  }

  /** Lines joined where a quoted cell goes on; comments and blank lines taken out. */
  private static List<String> records(String text, List<String> comments) {
    List<String> records = new ArrayList<>();
    StringBuilder open = new StringBuilder();
    boolean quoted = false;
    for (String line : text.replace("\uFEFF", "").split("\\r\\n|\\r|\\n", -1)) {
      if (!quoted && line.startsWith("#")) {
        comments.add(line.substring(1).strip());
        continue;
      }
      if (!quoted && line.isBlank()) {
        continue;
      }
      open.append(quoted ? "\n" : "").append(line);
      quoted ^= line.chars().filter(c -> c == '"').count() % 2 == 1;
      if (!quoted) {
        records.add(open.toString());
        open.setLength(0);
      }
    }
    if (!open.isEmpty()) {
      records.addAll(List.of(open.toString().split("\n")));
    }
    return records;
  }
}
