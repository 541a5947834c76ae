package windrose.feature.ingest.past;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import windrose.domain.measure.DataFlag;
import windrose.domain.measure.Quality;
import windrose.domain.park.Series;
import windrose.domain.table.CsvMistake;
import windrose.domain.table.CsvScanner;
import windrose.feature.readings.StoredReading;
import windrose.feature.registers.RegisteredSeries;

/**
 * Reads a table of past readings, {@code station,sensor,at,value[,flag]} by line or one column per sensor, and lists every mistake
 * by line instead of stopping at the first.
 */
final class PastTable {
  static final int MAX_PROBLEMS = 1_000;
  private static final Duration PAST = Duration.ofMinutes(10);
  private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");

  private final Options options;
  private final Map<String, RegisteredSeries> series;
  private final Instant now;
  private final PastTime time;
  private final List<StoredReading> readings = new ArrayList<>();
  private final List<PastCheck.Problem> problems = new ArrayList<>();
  private long problemCount;
  private long rows;
  private long emptyCells;
  private @Nullable Instant first;
  private @Nullable Instant last;

  /**
   * How to read the table.
   *
   * @param station for a wide table, whose columns are its sensors
   * @param timeColumn what the column of times is called
   * @param sensors heading → sensor, where they differ
   * @param ignored headings that are no sensors
   */
  record Options(
      Optional<String> station,
      Optional<ZoneId> zone,
      String timeColumn,
      Map<String, String> sensors,
      List<String> ignored) {}

  PastTable(Options options, Map<String, RegisteredSeries> series, Instant now) {
    this.options = options;
    this.series = series;
    this.now = now;
    this.time = new PastTime(options.zone());
  }

  PastCheck read(String text) {
    try {
      CsvScanner scanner = new CsvScanner(text.startsWith("\uFEFF") ? text.substring(1) : text);
      List<String> heading = scanner.next();
      if (heading == null) {
        problem(1, "", "the file is empty; the first line must name the columns");
      } else {
        Map<String, Integer> columns = columns(heading);
        boolean wide = options.station().isPresent();
        if (wide ? wideFits(columns) : longFits(columns)) {
          for (List<String> cells = scanner.next(); cells != null; cells = scanner.next()) {
            rows++;
            int line = scanner.startLine();
            if (cells.size() != heading.size()) {
              problem(line, "", cells.size() + " cells, but " + heading.size() + " columns");
            } else if (wide) {
              wideRow(line, columns, cells);
            } else {
              longRow(line, columns, cells);
            }
          }
        }
      }
    } catch (CsvMistake broken) {
      problem(broken.line(), "", broken.what() + "; what follows was not read");
    }
    return new PastCheck(rows, readings, emptyCells, problems, problemCount, first, last);
  }

  private Map<String, Integer> columns(List<String> heading) {
    Map<String, Integer> columns = new LinkedHashMap<>();
    for (int i = 0; i < heading.size(); i++) {
      if (columns.put(heading.get(i).strip(), i) != null) {
        problem(1, heading.get(i).strip(), "the column stands there twice");
      }
    }
    return columns;
  }

  private boolean longFits(Map<String, Integer> columns) {
    List<String> needed = List.of("station", "sensor", options.timeColumn(), "value");
    for (String column : needed) {
      if (!columns.containsKey(column)) {
        problem(1, column, "the column is missing; a table of one station needs 'station' given");
      }
    }
    for (String column : columns.keySet()) {
      if (!needed.contains(column) && !column.equals("flag") && !isIgnored(column)) {
        problem(1, column, "nothing is known of this column; name it in 'ignore' to leave it out");
      }
    }
    return problemCount == 0;
  }

  private boolean wideFits(Map<String, Integer> columns) {
    if (!columns.containsKey(options.timeColumn())) {
      problem(1, options.timeColumn(), "the column of times is missing");
    }
    for (String column : columns.keySet()) {
      if (isSensor(column) && !series.containsKey(id(column))) {
        problem(
            1,
            column,
            "no series '%s' is registered; map it with 'columns' or leave it out with 'ignore'"
                .formatted(id(column)));
      }
    }
    return problemCount == 0;
  }

  private boolean isIgnored(String column) {
    return options.ignored().contains(column);
  }

  private boolean isSensor(String column) {
    return !column.equals(options.timeColumn()) && !isIgnored(column);
  }

  private String id(String column) {
    return options.station().orElseThrow() + "/" + options.sensors().getOrDefault(column, column);
  }

  private void wideRow(int line, Map<String, Integer> columns, List<String> cells) {
    Optional<Instant> at = at(line, cells.get(columns.getOrDefault(options.timeColumn(), 0)));
    if (at.isEmpty()) {
      return;
    }
    columns.forEach(
        (column, index) -> {
          RegisteredSeries one = isSensor(column) ? series.get(id(column)) : null;
          if (one != null) {
            String value = cells.get(index).strip();
            if (value.isEmpty()) {
              emptyCells++;
            } else {
              reading(line, column, one, at.get(), value, Quality.GOOD);
            }
          }
        });
  }

  private void longRow(int line, Map<String, Integer> columns, List<String> cells) {
    String id =
        cells.get(columns.getOrDefault("station", 0)).strip()
            + "/"
            + cells.get(columns.getOrDefault("sensor", 0)).strip();
    RegisteredSeries one = series.get(id);
    if (one == null) {
      problem(line, "sensor", "no series '" + id + "' is registered");
      return;
    }
    Integer flagColumn = columns.get("flag");
    String flag = flagColumn == null ? "" : cells.get(flagColumn).strip();
    Optional<Quality> quality = flag.isEmpty() ? Optional.of(Quality.GOOD) : DataFlag.quality(flag);
    if (quality.isEmpty()) {
      problem(line, "flag", "unknown data flag '" + flag + "'");
      return;
    }
    at(line, cells.get(columns.getOrDefault(options.timeColumn(), 0)))
        .ifPresent(
            at ->
                reading(
                    line,
                    "value",
                    one,
                    at,
                    cells.get(columns.getOrDefault("value", 0)).strip(),
                    quality.get()));
  }

  private Optional<Instant> at(int line, String text) {
    try {
      Instant at = time.read(text.strip());
      if (at.isAfter(now.minus(PAST))) {
        problem(
            line, options.timeColumn(), "the past ends ten minutes ago; later values come live");
      } else if (at.isBefore(EARLIEST)) {
        problem(line, options.timeColumn(), "the time lies before the year 2000");
      } else {
        return Optional.of(at);
      }
    } catch (DateTimeException unreadable) {
      problem(line, options.timeColumn(), String.valueOf(unreadable.getMessage()));
    }
    return Optional.empty();
  }

  private void reading(
      int line, String column, RegisteredSeries one, Instant at, String text, Quality flagged) {
    double value;
    try {
      value =
          text.matches("[-+]?[0-9]*\\.?[0-9]+([eE][-+]?[0-9]+)?")
              ? Double.parseDouble(text)
              : Double.NaN;
    } catch (NumberFormatException notANumber) {
      value = Double.NaN;
    }
    if (!Double.isFinite(value)) {
      problem(line, column, "'" + text + "' is no number such as 12.3");
      return;
    }
    Quality quality = flagged.with(Quality.LATE);
    readings.add(
        new StoredReading(
            one.key(),
            at,
            now,
            value,
            isOutside(one.series(), value) ? quality.with(Quality.OUT_OF_RANGE) : quality));
    first = first == null || at.isBefore(first) ? at : first;
    last = last == null || at.isAfter(last) ? at : last;
  }

  private static boolean isOutside(Series series, double value) {
    Double low = series.rangeLow();
    Double high = series.rangeHigh();
    return (low != null && value < low) || (high != null && value > high);
  }

  private void problem(int line, String column, String what) {
    problemCount++;
    if (problems.size() < MAX_PROBLEMS) {
      problems.add(new PastCheck.Problem(line, column, what));
    }
  }
}
