package windrose.domain.fire;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import windrose.domain.chemical.Substance;

/**
 * How much air a fuel needs, from its formula: carbon to CO₂, hydrogen to water, sulphur to SO₂, halogens take hydrogen.
 *
 * <p>Exact for a formula; for stand-ins of mixtures as good as the stand-in.
 */
public final class Stoichiometry {
  private static final Pattern ELEMENT = Pattern.compile("([A-Z][a-z]?)(\\d*)");
  private static final Pattern FORMULA = Pattern.compile("(?:[A-Z][a-z]?\\d*)+");
  private static final double OXYGEN_IN_AIR = 0.2095;
  private static final double AIR_G_PER_MOL = 28.96;

  private Stoichiometry() {}

  /** Mass of fuel in a kilogram of its stoichiometric mixture with air; absent without a formula or when it cannot burn. */
  static Optional<Double> findFuelMassShare(Substance substance, double molarMassKgPerMol) {
    return findAtoms(substance)
        .map(Stoichiometry::oxygenPerMol)
        .filter(oxygen -> oxygen > 0)
        .map(
            oxygen -> {
              double airKg = oxygen / OXYGEN_IN_AIR * AIR_G_PER_MOL / 1000;
              return molarMassKgPerMol / (molarMassKgPerMol + airKg);
            });
  }

  /** Atoms by element; absent for an empty or structured formula. */
  public static Optional<Map<String, Integer>> findAtoms(Substance substance) {
    String formula = substance.formula();
    if (formula == null || !FORMULA.matcher(formula).matches()) {
      return Optional.empty();
    }
    Map<String, Integer> atoms = new HashMap<>();
    Matcher matcher = ELEMENT.matcher(formula);
    while (matcher.find()) {
      int number = matcher.group(2).isEmpty() ? 1 : Integer.parseInt(matcher.group(2));
      atoms.merge(matcher.group(1), number, Integer::sum);
    }
    return Optional.of(atoms);
  }

  private static double oxygenPerMol(Map<String, Integer> atoms) {
    int halogens = count(atoms, "F") + count(atoms, "Cl") + count(atoms, "Br") + count(atoms, "I");
    double water = Math.max(0, count(atoms, "H") - halogens) / 2.0;
    return count(atoms, "C") + count(atoms, "S") + water / 2 - count(atoms, "O") / 2.0;
  }

  private static int count(Map<String, Integer> atoms, String element) {
    return atoms.getOrDefault(element, 0);
  }
}
