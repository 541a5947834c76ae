package windrose.app;

import java.util.Locale;
import java.util.OptionalDouble;

/** The printed figures of a benchmark, and how many of them missed their limit. */
final class BenchSheet {
  private static final String NAME = "%-48s ";

  private final Console console;
  private int missed;

  BenchSheet(Console console) {
    this.console = console;
  }

  /** A figure without a limit. */
  void line(String what, double measured, String unit) {
    console.line(text(what, measured) + " " + unit);
  }

  /** A count that the server keeps, or that it keeps none of that name. */
  void line(String what, OptionalDouble measured, String unit) {
    line(what, measured.orElse(Double.NaN), unit);
  }

  void atLeast(String what, double measured, double limit, String unit) {
    limited(what, measured, unit, "at least", limit, measured >= limit);
  }

  void under(String what, double measured, double limit, String unit) {
    limited(what, measured, unit, "under", limit, measured < limit);
  }

  /** What the lines before showed to be wrong. */
  void require(boolean holds) {
    missed += holds ? 0 : 1;
  }

  int exitCode() {
    return missed == 0 ? 0 : 1;
  }

  /** What is not known misses its limit. */
  private void limited(
      String what, double measured, String unit, String side, double limit, boolean holds) {
    require(holds);
    console.line(
        text(what, measured)
            + String.format(
                Locale.ROOT,
                " %-10s %-8s %,9.1f   ratio %.2f   %s",
                unit,
                side,
                limit,
                measured / limit,
                holds ? "ok" : "MISSED"));
  }

  private static String text(String what, double measured) {
    if (Double.isNaN(measured)) {
      return String.format(Locale.ROOT, NAME + "%12s", what, "unknown");
    }
    return String.format(
        Locale.ROOT, NAME + (measured < 100 ? "%12.2f" : "%,12.0f"), what, measured);
  }
}
