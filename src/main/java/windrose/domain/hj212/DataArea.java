package windrose.domain.hj212;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a data area: {@code name=value}, {@code ,} within a factor and {@code ;} between factors.
 *
 * <p>A name with a dash belongs to the factor before the dash. Nothing is dropped: names that no edition knows stand here like
 * all others.
 *
 * @param plain fields without a factor, {@code DataTime} …
 * @param factors factor code → sub-field → value, in the order in which they came
 * @param faults what could not be read
 */
public record DataArea(
    Map<String, String> plain, Map<String, Map<String, String>> factors, List<String> faults) {
  private static final int SHOWN = 40;

  public static DataArea read(String text) {
    Map<String, String> plain = new LinkedHashMap<>();
    Map<String, Map<String, String>> factors = new LinkedHashMap<>();
    List<String> faults = new ArrayList<>();
    for (String field : text.split("[;,]", -1)) {
      if (field.isBlank()) {
        continue;
      }
      int equals = field.indexOf('=');
      String name = equals < 0 ? "" : field.substring(0, equals).strip();
      if (name.isEmpty()) {
        faults.add("'%s' is no name=value".formatted(shortened(field.strip())));
        continue;
      }
      int dash = name.indexOf('-');
      Map<String, String> place =
          dash <= 0
              ? plain
              : factors.computeIfAbsent(name.substring(0, dash), factor -> new LinkedHashMap<>());
      String value = field.substring(equals + 1).strip();
      String before = place.putIfAbsent(dash <= 0 ? name : name.substring(dash + 1), value);
      if (before != null && !before.equals(value)) {
        faults.add(
            "%s stands twice (%s, then %s); the first counts"
                .formatted(shortened(name), shortened(before), shortened(value)));
      }
    }
    factors.replaceAll((factor, fields) -> Collections.unmodifiableMap(fields));
    return new DataArea(
        Collections.unmodifiableMap(plain),
        Collections.unmodifiableMap(factors),
        List.copyOf(faults));
  }

  public Optional<String> find(String name) {
    return Optional.ofNullable(plain.get(name));
  }

  /** A field that must be a whole number; empty when it is missing or none. */
  public Optional<Integer> findNumber(String name) {
    return find(name).filter(text -> text.matches("[0-9]{1,8}")).map(Integer::valueOf);
  }

  static String shortened(@Nullable String text) {
    String shown = text == null ? "" : text;
    return shown.length() <= SHOWN ? shown : shown.substring(0, SHOWN) + "…";
  }
}
