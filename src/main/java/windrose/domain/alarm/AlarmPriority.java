package windrose.domain.alarm;

import java.util.Set;
import windrose.domain.park.Series;

/**
 * The priority of an alarm by the limit that was reached: 1 urgent, 2 high, 3 medium.
 *
 * <p>A stated default, until a park writes rules of its own: the second level of a toxic gas or of oxygen is 1, any other
 * second level 2, a first level 3. A toxic gas is what is measured as a concentration in air, in mg/m³, ppm or ppb; the page
 * computes the same (both are tested against one table).
 */
public final class AlarmPriority {
  private static final Set<String> CONCENTRATIONS = Set.of("mg/m3", "ppm", "ppb");

  private AlarmPriority() {}

  public static int of(Series series, int level) {
    return of(series.factor(), series.unit(), level);
  }

  static int of(String factor, String unit, int level) {
    if (level == 1) {
      return 3;
    }
    return factor.equals("o2") || CONCENTRATIONS.contains(unit) ? 1 : 2;
  }
}
