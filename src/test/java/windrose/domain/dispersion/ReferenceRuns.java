package windrose.domain.dispersion;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import windrose.domain.table.CsvMistake;
import windrose.domain.table.CsvRow;
import windrose.domain.table.CsvTable;

/** The published runs and trials in {@code gis-data/reference}, for tests. */
final class ReferenceRuns {
  private ReferenceRuns() {}

  static List<CsvRow> rows(String file) {
    try {
      String text =
          Files.readString(Path.of("gis-data/reference", file), StandardCharsets.UTF_8)
              .lines()
              .filter(line -> !line.startsWith("#"))
              .collect(Collectors.joining("\n"));
      return CsvTable.parse(text).rows();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    } catch (CsvMistake mistake) {
      throw new IllegalStateException("line " + mistake.line(), mistake);
    }
  }

  static double number(CsvRow row, String column) {
    return Double.parseDouble(row.find(column).orElseThrow());
  }

  static String word(CsvRow row, String column) {
    return row.find(column).orElse("");
  }
}
