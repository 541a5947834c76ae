package windrose.app.validate;

import java.util.Map;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers with units as reference files spell them. */
final class Quantities {
  private static final Pattern LEADING = Pattern.compile("\\s*([0-9.eE+-]+)\\s*([A-Za-z]*).*");
  private static final Map<String, Double> METRES =
      Map.of("m", 1.0, "km", 1_000.0, "mi", 1_609.344, "yd", 0.9144, "ft", 0.3048);

  /** One unit of the file in the unit that we compute in. */
  private static final Map<String, Double> UNITS =
      Map.ofEntries(
          Map.entry("", 1.0),
          Map.entry("-", 1.0),
          Map.entry("m", 1.0),
          Map.entry("km", 1_000.0),
          Map.entry("kg", 1.0),
          Map.entry("t", 1_000.0),
          Map.entry("g", 1e-3),
          Map.entry("kg/s", 1.0),
          Map.entry("kg/min", 1 / 60.0),
          Map.entry("g/s", 1e-3),
          Map.entry("s", 1.0),
          Map.entry("min", 60.0),
          Map.entry("h", 3_600.0),
          Map.entry("Pa", 1.0),
          Map.entry("kPa", 1_000.0),
          Map.entry("kW/m2", 1.0),
          Map.entry("W/m2", 1e-3),
          Map.entry("ppm", 1.0),
          Map.entry("1/h", 1.0),
          Map.entry("deg", 1.0));

  private Quantities() {}

  /** From the unit that we compute in (m, kg, s, Pa, kW/m², ppm) to the row's. */
  static double inUnit(double value, String unit) {
    Double size = UNITS.get(unit.strip());
    if (size == null) {
      throw new RowRefused("the unit '" + unit + "' is not known");
    }
    return value / size;
  }

  /** "10 km" in metres is 10000; a number without a unit of its own is in the row's. */
  static OptionalDouble leadingNumber(String text, String unit) {
    Matcher matcher = LEADING.matcher(text);
    if (!matcher.matches()) {
      return OptionalDouble.empty();
    }
    try {
      double number = Double.parseDouble(matcher.group(1));
      Double own = METRES.get(matcher.group(2));
      return OptionalDouble.of(
          own == null ? number : number * own / METRES.getOrDefault(unit, 1.0));
    } catch (NumberFormatException notANumber) {
      return OptionalDouble.empty();
    }
  }
}
