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
  private static final int ACROSS = 32;
  private static final int UP = 24;
  private static final int HALVINGS = 24;

  /** In a well mixed column gas is counted up to where it has thinned to this share of the ground's. */
  private static final double TOP_SHARE = 1e-3;

  /** ALOHA's share of the lower limit that still takes part. */
  public static final double OF_LOWER_LIMIT = 0.9;

  private FlammableMass() {}

  /** Any cloud, in coordinates with x downwind, y across and z up from the source. */
  @FunctionalInterface
  public interface Concentration {
    /** What stands across the wind at this distance and height. */
    Across at(double downwindM, double heightM);
  }

  /** A line across the wind. */
  @FunctionalInterface
  public interface Across {
    double kgPerM3(double acrossM);
  }

  /** How gas above the ground is counted. */
  public enum Depth {
    /** Each height with its own concentration. */
    BY_HEIGHT,
    /** A whole column with that of the ground, as box models of heavy gas have it: the layer is one well mixed box. */
    WELL_MIXED
  }

  /**
   * The gas that can explode, and where it lies.
   *
   * @param reachM how far downwind the cloud is above 90 % of the lower limit
   */
  public static FlammableCloud of(
      Concentration cloud,
      Depth depth,
      double lowerKgPerM3,
      double upperKgPerM3,
      double reachM,
      double timeS) {
    if (!(upperKgPerM3 > lowerKgPerM3)) {
      throw new ModelRefused(
          "substance.uel_vol_percent",
          "爆炸上限应高于爆炸下限。",
          "The upper explosive limit must lie above the lower one.");
    }
    Sum sum = new Sum(OF_LOWER_LIMIT * lowerKgPerM3, upperKgPerM3, depth);
    double nearest = Math.min(0.5, reachM * 0.005);
    for (int i = 0; i < SLICES; i++) {
      double x0 = station(i, nearest, reachM);
      double x1 = station(i + 1, nearest, reachM);
      sum.addSlice(cloud, (x0 + x1) / 2, x1 - x0, reachM);
    }
    return sum.result(timeS);
  }

  private static double station(int i, double nearest, double reachM) {
    return nearest + (reachM - nearest) * (1 - Math.cos(Math.PI / 2 * i / SLICES));
  }

  /** Grows slice by slice. */
  private static final class Sum {
    private final double from;
    private final double to;
    private final Depth depth;
    private double explosiveKg;
    private double allKg;
    private double momentKgM;

    Sum(double from, double to, Depth depth) {
      this.from = from;
      this.to = to;
      this.depth = depth;
    }

    void addSlice(Concentration cloud, double x, double lengthM, double farthestM) {
      Across ground = cloud.at(x, 0);
      double centre = ground.kgPerM3(0);
      if (centre < from) {
        return;
      }
      double thinnest = depth == Depth.WELL_MIXED ? centre * TOP_SHARE : from;
      double top = edge(z -> cloud.at(x, z).kgPerM3(0) >= thinnest, farthestM);
      double half = edge(y -> ground.kgPerM3(y) >= from, farthestM);
      double cell = half / ACROSS * (top / UP) * lengthM * 2;
      for (int k = 0; k < UP; k++) {
        Across line = cloud.at(x, top * (k + 0.5) / UP);
        for (int j = 0; j < ACROSS; j++) {
          double y = half * (j + 0.5) / ACROSS;
          double here = line.kgPerM3(y);
          add(here * cell, depth == Depth.WELL_MIXED ? ground.kgPerM3(y) : here, x);
        }
      }
    }

    private void add(double massKg, double countsAs, double x) {
      if (countsAs >= from) {
        allKg += massKg;
        momentKgM += massKg * x;
        explosiveKg += countsAs <= to ? massKg : 0;
      }
    }

    FlammableCloud result(double timeS) {
      return new FlammableCloud(explosiveKg, allKg > 0 ? momentKgM / allKg : 0, timeS);
    }
  }

  private interface Inside {
    boolean test(double distanceM);
  }

  /** The last distance inside, by doubling and halving. */
  private static double edge(Inside inside, double farthestM) {
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
