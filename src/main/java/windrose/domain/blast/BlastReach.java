package windrose.domain.blast;

import java.util.OptionalDouble;

/** Finds the distance at which a falling overpressure meets a level, by halving. */
final class BlastReach {
  private static final double NEAREST_M = 0.1;
  private static final double FARTHEST_M = 100_000;
  private static final int HALVINGS = 60;

  private BlastReach() {}

  static OptionalDouble findM(Explosion explosion, double overpressurePa) {
    if (!(overpressurePa > 0)) {
      throw new IllegalArgumentException("not an overpressure: " + overpressurePa + " Pa");
    }
    if (explosion.overpressurePa(NEAREST_M) < overpressurePa) {
      return OptionalDouble.empty();
    }
    double inside = NEAREST_M;
    double outside = FARTHEST_M;
    for (int i = 0; i < HALVINGS; i++) {
      double middle = Math.sqrt(inside * outside);
      if (explosion.overpressurePa(middle) >= overpressurePa) {
        inside = middle;
      } else {
        outside = middle;
      }
    }
    return OptionalDouble.of(inside);
  }
}
