package windrose.domain.park;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether the limits of a series make sense together: low2 ≤ low1 &lt; high1 ≤ high2, all inside the measuring range.
 *
 * <p>A second limit below the first, or one outside the range, would be an alarm that never comes.
 */
public final class LimitOrder {
  private LimitOrder() {}

  /** One limit that cannot stand, by its name in the file. */
  public record Mistake(String field, String message) {}

  public static List<Mistake> check(Series series) {
    List<Mistake> mistakes = new ArrayList<>();
    Limit low2 = new Limit("alarm_low2", series.alarmLow2());
    Limit low1 = new Limit("alarm_low1", series.alarmLow1());
    Limit high1 = new Limit("alarm_high1", series.alarmHigh1());
    Limit high2 = new Limit("alarm_high2", series.alarmHigh2());
    Limit rangeLow = new Limit("range_low", series.rangeLow());
    Limit rangeHigh = new Limit("range_high", series.rangeHigh());
    below(rangeLow, rangeHigh, mistakes);
    notAbove(low2, low1, mistakes);
    notAbove(high1, high2, mistakes);
    below(low1, high1, mistakes);
    below(low1, high2, mistakes);
    below(low2, high1, mistakes);
    below(low2, high2, mistakes);
    for (Limit limit : List.of(low2, low1, high1, high2)) {
      notAbove(rangeLow, limit, mistakes);
      notAbove(limit, rangeHigh, mistakes);
    }
    return List.copyOf(mistakes);
  }

  private static void below(Limit low, Limit high, List<Mistake> mistakes) {
    if (low.value != null && high.value != null && !(low.value < high.value)) {
      mistakes.add(high.mistake("must be above", low));
    }
  }

  private static void notAbove(Limit low, Limit high, List<Mistake> mistakes) {
    if (low.value != null && high.value != null && !(low.value <= high.value)) {
      mistakes.add(high.mistake("must not be below", low));
    }
  }

  private record Limit(String name, @Nullable Double value) {
    Mistake mistake(String rule, Limit other) {
      return new Mistake(name, "%s %s %s %s".formatted(value, rule, other.name, other.value));
    }
  }
}
