package windrose.domain.blast;

import java.util.Set;
import windrose.domain.chemical.Substance;

/**
 * How readily a fuel's flame runs faster, after Baker et al. (1994) and Pierorazio et al. (2005).
 *
 * <p>Hydrogen, acetylene, ethylene, ethylene oxide and propylene oxide are high; methane, ammonia and carbon monoxide are low;
 * everything else counts as medium.
 */
public enum Reactivity {
  LOW,
  MEDIUM,
  HIGH;

  private static final Set<String> HIGH_CAS =
      Set.of("1333-74-0", "74-86-2", "74-85-1", "75-21-8", "75-56-9");
  private static final Set<String> LOW_CAS = Set.of("74-82-8", "7664-41-7", "630-08-0");

  public static Reactivity of(Substance substance) {
    if (HIGH_CAS.contains(substance.cas())) {
      return HIGH;
    }
    return LOW_CAS.contains(substance.cas()) ? LOW : MEDIUM;
  }
}
