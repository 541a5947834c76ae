package windrose.app.validate;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes predictions as the table that others compare with. */
public final class PredictionsCsv {
  static final String HEADER =
      "file,row,case,category,quantity,level,expected,predicted,unit,ratio,in_band,note";

  private PredictionsCsv() {}

  public static String write(List<Prediction> predictions) {
    StringBuilder out = new StringBuilder(HEADER).append('\n');
    for (Prediction each : predictions) {
      Double ratio = each.ratio();
      out.append(
              Stream.of(
                      each.file(),
                      String.valueOf(each.row()),
                      each.caseName(),
                      each.category(),
                      each.quantity(),
                      each.level(),
                      each.expected(),
                      each.predicted(),
                      each.unit(),
                      ratio == null ? "" : String.format(Locale.ROOT, "%.4f", ratio),
                      String.valueOf(each.inBand()),
                      each.note())
                  .map(PredictionsCsv::cell)
                  .collect(Collectors.joining(",")))
          .append('\n');
    }
    return out.toString();
  }

  private static String cell(String text) {
    boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
  }
}
