package windrose.domain.fire;

import java.util.Map;
import windrose.domain.chemical.Substance;

/**
 * Which fuels hide their flame behind soot, and how much still shines through.
 *
 * <p>Mudan and Croce (SFPE Handbook, "Fire hazard calculations for large open hydrocarbon fires") for gasoline, kerosene, JP-4
 * and LPG: E = 140 e^(−0.12 D) + 20 (1 − e^(−0.12 D)) kW/m². Measured fires scatter by a factor of two around it. A fuel counts
 * as sooty when it holds two or more carbon atoms and no oxygen; methane, alcohols, ketones and hydrogen burn clear enough for the
 * radiated share of {@link PoolFire}. Without a readable formula nothing is taken off: the hotter form stands.
 */
final class Soot {
  private Soot() {}

  static boolean isSooty(Substance substance) {
    Map<String, Integer> atoms = Stoichiometry.findAtoms(substance).orElse(Map.of());
    return atoms.getOrDefault("C", 0) >= 2 && !atoms.containsKey("O");
  }

  static double emissivePowerKwPerM2(double diameterM) {
    double clear = Math.exp(-0.12 * diameterM);
    return 140 * clear + 20 * (1 - clear);
  }
}
