package windrose.domain.release;

import java.util.Locale;
import windrose.domain.caveat.ModelRefused;

/** Checks of what people and programs ask for: a value outside its range is refused with the field and the range. */
public final class Inputs {
  private Inputs() {}

  /** The value, when it is a number between both ends. */
  public static double within(String field, double value, double low, double high, String unit) {
    if (value >= low && value <= high) {
      return value;
    }
    throw new ModelRefused(
        field,
        String.format(
            Locale.ROOT,
            "%s must lie between %s and %s %s, not %s.",
            field.substring(field.lastIndexOf('.') + 1),
            plain(low),
            plain(high),
            unit,
            plain(value)));
  }

  private static String plain(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? String.valueOf((long) value)
        : String.valueOf(value);
  }
}
