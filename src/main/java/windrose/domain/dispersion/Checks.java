package windrose.domain.dispersion;

import java.util.Locale;
import windrose.domain.caveat.ModelRefused;

/** Refuses a number that is outside its range, or no number. */
final class Checks {
  private Checks() {}

  static void within(String field, double value, double least, double most, String unit) {
    if (!(value >= least && value <= most)) {
      throw new ModelRefused(
          field,
          String.format(
                      Locale.ROOT,
                      "%s must lie between %s and %s %s, not %s",
                      field,
                      plain(least),
                      plain(most),
                      unit,
                      value)
                  .strip()
              + ".");
    }
  }

  private static String plain(double value) {
    return value == Math.rint(value)
        ? String.format(Locale.ROOT, "%.0f", value)
        : Double.toString(value);
  }
}
