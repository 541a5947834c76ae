package windrose.domain.park;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What kind of value a property of the park's files must hold, told by its name.
 *
 * <p>A name that ends in a unit holds a number; a "12 m" in such a place would otherwise be shown, sorted and computed wrongly.
 */
public final class PropertyTypes {
  private static final Set<String> UNITS =
      Set.of(
          "m", "mm", "km", "m2", "m3", "ha", "t", "kg", "c", "s", "deg", "kv", "kmh", "mpa",
          "percent", "share", "minutes", "seconds");
  private static final Set<String> NUMBERS =
      Set.of(
          "headcount_day",
          "headcount_night",
          "population_day",
          "population_night",
          "major_hazard_level",
          "households",
          "capacity",
          "beds",
          "icu_beds",
          "burn_beds",
          "non_ambulant",
          "pupils",
          "boarders",
          "ambulances",
          "decontamination_lanes",
          "lanes",
          "lanes_in",
          "lanes_out",
          "tracks",
          "staff",
          "quantity",
          "bays_loaded",
          "bays_empty");
  private static final Set<String> SWITCHES =
      Set.of(
          "fictional",
          "oneway",
          "hazmat_allowed",
          "bridge",
          "ramp",
          "indoor",
          "accessible",
          "toxic_gas_rated",
          "standby_empty",
          "electrified",
          "remote",
          "protected",
          "ptz",
          "low_water_usable");
  private static final Set<String> POSITIONS = Set.of("center", "control_room", "main_gate");
  private static final Pattern MAY_BE_NEGATIVE = Pattern.compile(".*_(c|m|km|deg|mpa|mpa_g|m_s)");

  private PropertyTypes() {}

  public static boolean isPosition(String name) {
    return POSITIONS.contains(name);
  }

  /** What is wrong with this value under this name; empty when it is fine or the name promises nothing. */
  public static Optional<String> complaint(String name, Object value) {
    if (SWITCHES.contains(name)) {
      return value instanceof Boolean
          ? Optional.empty()
          : Optional.of(shown(value) + " must be true or false");
    }
    if (isPosition(name)) {
      boolean pair =
          value instanceof List<?> list
              && list.size() == 2
              && list.stream().allMatch(Number.class::isInstance);
      return pair ? Optional.empty() : Optional.of(shown(value) + " must be [lon, lat]");
    }
    if (NUMBERS.contains(name) || endsInUnit(name)) {
      return numberComplaint(name, value);
    }
    return Optional.empty();
  }

  private static boolean endsInUnit(String name) {
    int last = name.lastIndexOf('_');
    return last > 0
        && (UNITS.contains(name.substring(last + 1))
            || name.endsWith("_mpa_g")
            || name.endsWith("_m3_h"));
  }

  private static Optional<String> numberComplaint(String name, Object value) {
    if (!(value instanceof Number number) || !Double.isFinite(number.doubleValue())) {
      return Optional.of(
          shown(value) + " must be a number (without unit; leave it out when unknown)");
    }
    if (name.endsWith("_percent") && (number.doubleValue() < 0 || number.doubleValue() > 100)) {
      return Optional.of(shown(value) + " must be from 0 to 100");
    }
    if (number.doubleValue() < 0 && !MAY_BE_NEGATIVE.matcher(name).matches()) {
      return Optional.of(shown(value) + " must not be negative");
    }
    return Optional.empty();
  }

  private static String shown(Object value) {
    String text = String.valueOf(value);
    return "'" + (text.length() > 40 ? text.substring(0, 40) + "…" : text) + "'";
  }
}
