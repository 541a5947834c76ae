package windrose.domain.zone;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import windrose.domain.table.CsvMistake;
import windrose.domain.table.CsvRow;
import windrose.domain.table.CsvTable;

/**
 * First-minute distances from an official table that an operator loaded; Windrose ships none.
 *
 * <p>Columns: {@code cas, spill (small or large), time (day or night), isolate_m, protect_m, source, edition}. Every row names its
 * source and edition, which stand beside the distance on the screen.
 */
public final class ProtectiveTable {
  private static final List<String> COLUMNS =
      List.of("cas", "spill", "time", "isolate_m", "protect_m", "source", "edition");

  private final Map<String, Row> rows;

  /** One distance pair with its origin. */
  public record Row(double isolateM, double protectM, String source, String edition) {}

  private ProtectiveTable(Map<String, Row> rows) {
    this.rows = Map.copyOf(rows);
  }

  public static ProtectiveTable empty() {
    return new ProtectiveTable(Map.of());
  }

  public static ProtectiveTable parse(String csv) throws CsvMistake {
    CsvTable table = CsvTable.parse(csv);
    for (String column : COLUMNS) {
      if (!table.columns().contains(column)) {
        throw new CsvMistake(1, "the column '%s' is missing".formatted(column));
      }
    }
    Map<String, Row> rows = new HashMap<>();
    for (CsvRow row : table.rows()) {
      String key =
          key(
              text(row, "cas"),
              oneOf(row, "spill", "large", "small").equals("large"),
              oneOf(row, "time", "night", "day").equals("night"));
      Row distances =
          new Row(
              metres(row, "isolate_m"),
              metres(row, "protect_m"),
              text(row, "source"),
              text(row, "edition"));
      if (rows.put(key, distances) != null) {
        throw new CsvMistake(row.line(), "this case stands in the table twice");
      }
    }
    return new ProtectiveTable(rows);
  }

  public Optional<Row> find(String cas, ProtectiveDistances.Spill spill, boolean night) {
    return Optional.ofNullable(rows.get(key(cas, spill == ProtectiveDistances.Spill.LARGE, night)));
  }

  private static String key(String cas, boolean large, boolean night) {
    return cas + (large ? " large" : " small") + (night ? " night" : " day");
  }

  private static String text(CsvRow row, String column) throws CsvMistake {
    Optional<String> cell = row.find(column);
    if (cell.isEmpty()) {
      throw new CsvMistake(row.line(), "'%s' is empty".formatted(column));
    }
    return cell.get();
  }

  private static String oneOf(CsvRow row, String column, String one, String other)
      throws CsvMistake {
    String word = text(row, column);
    if (!word.equals(one) && !word.equals(other)) {
      throw new CsvMistake(
          row.line(), "'%s' is %s or %s, not %s".formatted(column, one, other, word));
    }
    return word;
  }

  private static double metres(CsvRow row, String column) throws CsvMistake {
    String cell = text(row, column);
    try {
      double metres = Double.parseDouble(cell);
      if (metres >= 0 && metres <= 100_000) {
        return metres;
      }
    } catch (NumberFormatException notANumber) {
      // answered below
    }
    throw new CsvMistake(
        row.line(), "'%s' is a distance from 0 to 100,000 m, not %s".formatted(column, cell));
  }
}
