package windrose.feature.basemap;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import windrose.domain.chemical.CasNumber;
import windrose.domain.measure.UnitCode;
import windrose.domain.park.LimitOrder;
import windrose.domain.park.Series;
import windrose.domain.table.CsvMistake;
import windrose.domain.table.CsvRow;
import windrose.domain.table.CsvTable;

/** Reads {@code sensors.csv}: what the stations of an area measure, in which unit, with which limits. */
final class SensorsFile {
  private static final Pattern CODE = Pattern.compile("[A-Za-z0-9._-]{1,64}");

  /** A sensor's code, or that and the statistic of a series of its own: {@code pm25/hour-max}. */
  private static final Pattern SENSOR = Pattern.compile("[A-Za-z0-9._-]{1,64}(/[a-z0-9-]{1,32})?");

  private static final int MOST_INTERVAL_S = 86_400;
  private static final List<String> REQUIRED =
      List.of("station_code", "sensor_code", "factor", "name_zh", "name_en", "unit", "interval_s");
  private static final Set<String> OPTIONAL =
      Set.of(
          "cas",
          "hj212_code",
          "range_low",
          "range_high",
          "alarm_low1",
          "alarm_low2",
          "alarm_high1",
          "alarm_high2",
          "asset_code",
          "basis");

  private final String file;
  private final Problems problems;

  private SensorsFile(String file, Problems problems) {
    this.file = file;
    this.problems = problems;
  }

  /** A series with the line it stands on, for complaints that come later. */
  record Line(String file, String place, Series series) {}

  static List<Line> read(String file, String text, Problems problems) {
    return new SensorsFile(file, problems).read(text);
  }

  private List<Line> read(String text) {
    List<Line> lines = new ArrayList<>();
    try {
      CsvTable table = CsvTable.parse(text);
      if (columnsAreRight(table)) {
        for (CsvRow row : table.rows()) {
          Series series = series(row);
          if (series != null) {
            lines.add(new Line(file, place(row), series));
          }
        }
      }
    } catch (CsvMistake mistake) {
      problems.add(file, "line " + mistake.line(), null, mistake.what());
    }
    return lines;
  }

  private boolean columnsAreRight(CsvTable table) {
    boolean right = true;
    for (String column : REQUIRED) {
      if (!table.columns().contains(column)) {
        problems.add(file, "line 1", column, "this column is missing");
        right = false;
      }
    }
    for (String column : table.columns()) {
      if (!REQUIRED.contains(column) && !OPTIONAL.contains(column)) {
        problems.add(file, "line 1", column, "is not a column of this file");
        right = false;
      }
    }
    return right;
  }

  private @Nullable Series series(CsvRow row) {
    boolean complete = true;
    for (String column : REQUIRED) {
      if (row.find(column).isEmpty()) {
        problems.add(file, place(row), column, "is missing");
        complete = false;
      }
    }
    Integer intervalS = interval(row);
    Series series =
        new Series(
            code(row, "station_code"),
            code(row, "sensor_code"),
            row.find("factor").orElse(""),
            row.find("name_zh").orElse(""),
            row.find("name_en").orElse(""),
            cas(row),
            row.find("hj212_code").orElse(null),
            unit(row),
            number(row, "range_low"),
            number(row, "range_high"),
            number(row, "alarm_low1"),
            number(row, "alarm_low2"),
            number(row, "alarm_high1"),
            number(row, "alarm_high2"),
            intervalS == null ? 0 : intervalS,
            row.find("asset_code").orElse(null),
            row.find("basis").orElse(null));
    for (LimitOrder.Mistake mistake : LimitOrder.check(series)) {
      problems.add(file, place(row), mistake.field(), mistake.message());
    }
    return complete && intervalS != null ? series : null;
  }

  private String code(CsvRow row, String column) {
    String code = row.find(column).orElse("");
    Pattern form = column.equals("sensor_code") ? SENSOR : CODE;
    if (!code.isEmpty() && !form.matcher(code).matches()) {
      problems.add(
          file,
          place(row),
          column,
          "'%s' must be 1 to 64 letters, digits, '-', '_' or '.'".formatted(code));
    }
    return code;
  }

  private String unit(CsvRow row) {
    String unit = row.find("unit").orElse("");
    if (!unit.isEmpty() && !UnitCode.isKnown(unit)) {
      String hint =
          UnitCode.findSpelling(unit)
              .map(spelling -> "write '" + spelling + "'")
              .orElse("the known ones stand in gis-data/README.md");
      problems.add(
          file, place(row), "unit", "'%s' is not a unit we know; %s".formatted(unit, hint));
    }
    return unit;
  }

  private @Nullable String cas(CsvRow row) {
    String cas = row.find("cas").orElse(null);
    if (cas != null && !CasNumber.isValid(cas)) {
      problems.add(
          file, place(row), "cas", "'%s' is not a CAS number (check digit)".formatted(cas));
    }
    return cas;
  }

  private @Nullable Integer interval(CsvRow row) {
    Double number = number(row, "interval_s");
    if (number == null) {
      return null;
    }
    if (number < 1 || number > MOST_INTERVAL_S || number != Math.rint(number)) {
      problems.add(
          file, place(row), "interval_s", "must be a whole number from 1 to " + MOST_INTERVAL_S);
      return null;
    }
    return number.intValue();
  }

  private @Nullable Double number(CsvRow row, String column) {
    String text = row.find(column).orElse(null);
    if (text == null) {
      return null;
    }
    try {
      double number = Double.parseDouble(text);
      if (Double.isFinite(number) && text.matches("[-+0-9.eE]+")) {
        return number;
      }
    } catch (NumberFormatException notANumber) {
      // answered below
    }
    problems.add(file, place(row), column, "'%s' is not a number".formatted(text));
    return null;
  }

  private static String place(CsvRow row) {
    return "line %d (%s/%s)"
        .formatted(
            row.line(), row.find("station_code").orElse("?"), row.find("sensor_code").orElse("?"));
  }
}
