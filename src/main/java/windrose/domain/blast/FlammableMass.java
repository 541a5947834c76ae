package windrose.domain.blast;

import windrose.domain.caveat.ModelRefused;

/**
 * Sums the gas of a cloud that lies between two concentrations.
 *
 * <p>Slices across the wind, denser near the source; in each slice the height and width at which the lower limit ends, then a
 * grid inside them. Cells on the two limits make the sum uncertain by 1 to 2 %. For clouds that are symmetric about their
 * axis and touch the ground.
 */
public final class FlammableMass {
  private static final int SLICES = 60;
  private static final int ACROSS = 24;
  private static final int UP = 20;
  private static final int HALVINGS = 24;

  /** ALOHA's share of the lower limit that still takes part. */
  public static final double OF_LOWER_LIMIT = 0.9;

  private FlammableMass() {}

  /** Any cloud, in coordinates with x downwind, y across and z up from the source. */
  @FunctionalInterface
  public interface Concentration {
    double kgPerM3(double downwindM, double acrossM, double heightM);
  }

  /**
   * @param reachM how far downwind the cloud is above 90 % of the lower limit
   */
  public static FlammableCloud of(
      Concentration cloud, double lowerKgPerM3, double upperKgPerM3, double reachM, double timeS) {
    if (!(upperKgPerM3 > lowerKgPerM3)) {
      throw new ModelRefused(
          "substance.uel_vol_percent", "The upper explosive limit must lie above the lower one.");
    }
    double from = OF_LOWER_LIMIT * lowerKgPerM3;
    double explosive = 0;
    double all = 0;
    double moment = 0;
    double nearest = Math.min(0.5, reachM * 0.005);
    for (int i = 0; i < SLICES; i++) {
      double x0 = station(i, nearest, reachM);
      double x1 = station(i + 1, nearest, reachM);
      double x = (x0 + x1) / 2;
      double half = edge(y -> cloud.kgPerM3(x, y, 0) >= from, reachM);
      double top = edge(z -> cloud.kgPerM3(x, 0, z) >= from, reachM);
      double cell = half / ACROSS * (top / UP) * (x1 - x0) * 2;
      for (int j = 0; j < ACROSS && cell > 0; j++) {
        double y = half * (j + 0.5) / ACROSS;
        for (int k = 0; k < UP; k++) {
          double c = cloud.kgPerM3(x, y, top * (k + 0.5) / UP);
          if (c >= from) {
            double mass = c * cell;
            all += mass;
            moment += mass * x;
            explosive += c <= upperKgPerM3 ? mass : 0;
          }
        }
      }
    }
    return new FlammableCloud(explosive, all > 0 ? moment / all : 0, timeS);
  }

  private static double station(int i, double nearest, double reachM) {
    return nearest + (reachM - nearest) * (1 - Math.cos(Math.PI / 2 * i / SLICES));
  }

  private interface Inside {
    boolean test(double distanceM);
  }

  /** The last distance inside, by doubling and halving; 0 when the axis itself is outside. */
  private static double edge(Inside inside, double farthestM) {
    if (!inside.test(0)) {
      return 0;
    }
    double in = 0;
    double out = Math.max(farthestM / 1000, 1e-3);
    while (inside.test(out) && out < 2 * farthestM) {
      in = out;
      out *= 2;
    }
    for (int i = 0; i < HALVINGS; i++) {
      double middle = (in + out) / 2;
      if (inside.test(middle)) {
        in = middle;
      } else {
        out = middle;
      }
    }
    return out;
  }
}
