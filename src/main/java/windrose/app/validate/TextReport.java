package windrose.app.validate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What the command prints: one line per file and category, then every refusal and the goals. */
public final class TextReport {
  private static final String LAYOUT = "  %-22s %5s %8s %8s %6s %6s %7s %7s %7s";

  private TextReport() {}

  public static List<String> lines(List<Prediction> predictions) {
    List<String> lines = new ArrayList<>();
    Groups.byFile(predictions)
        .forEach(
            (file, rows) -> {
              lines.add("");
              lines.add(file);
              lines.add(
                  LAYOUT.formatted(
                      "category", "n", "refused", "in band", "FAC2", "MG", "VG", "FB", "NMSE"));
              Groups.byCategory(rows)
                  .forEach((category, group) -> lines.add(line(category, Statistics.of(group))));
              lines.add(line("all", Statistics.of(rows)));
              rows.stream()
                  .filter(Prediction::isRefused)
                  .map(
                      row ->
                          "  refused: row %d (%s, %s): %s"
                              .formatted(row.row(), row.caseName(), row.quantity(), row.refusal()))
                  .forEach(lines::add);
            });
    lines.add("");
    Goals.check(predictions).forEach(goal -> lines.add(goal.line()));
    return lines;
  }

  private static String line(String name, Statistics s) {
    return LAYOUT.formatted(
        name,
        s.rows(),
        s.refused(),
        String.format(Locale.ROOT, "%.1f %%", 100 * s.inBandShare()),
        String.format(Locale.ROOT, "%.3f", s.factorTwo()),
        Statistics.text(s.geometricMean()),
        Statistics.text(s.geometricVariance()),
        Statistics.text(s.fractionalBias()),
        Statistics.text(s.normalisedSquareError()));
  }
}
