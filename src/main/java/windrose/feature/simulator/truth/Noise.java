package windrose.feature.simulator.truth;

/**
 * Randomness as a pure function of seed and time, so that a restarted demo continues where it would have been.
 *
 * <p>White noise hashes the index; smooth noise interpolates white noise between lattice points and keeps its unit variance;
 * correlated noise adds three octaves, which comes close to an Ornstein-Uhlenbeck process of that time constant.
 */
public final class Noise {
  private static final double OCTAVES_NORM = Math.sqrt(1 + 0.5 + 0.25);

  private Noise() {}

  /** A seed for something with a name. */
  public static long seedOf(String name) {
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < name.length(); i++) {
      hash = (hash ^ name.charAt(i)) * 0x100000001b3L;
    }
    return mix(hash);
  }

  /** Between 0 (inclusive) and 1. */
  public static double uniform(long seed, long index) {
    return (mix(seed + index * 0x9E3779B97F4A7C15L) >>> 11) * 0x1.0p-53;
  }

  /** Normal with mean 0 and variance 1, independent from index to index (Box-Muller). */
  public static double white(long seed, long index) {
    double u = 1 - uniform(seed, 2 * index);
    double v = uniform(seed, 2 * index + 1);
    return Math.sqrt(-2 * Math.log(u)) * Math.cos(2 * Math.PI * v);
  }

  /** Normal with unit variance that forgets itself after a period. */
  public static double smooth(long seed, double timeS, double periodS) {
    double x = timeS / periodS;
    long i = (long) Math.floor(x);
    double part = x - i;
    double w = part * part * (3 - 2 * part);
    double mixed = (1 - w) * white(seed, i) + w * white(seed, i + 1);
    return mixed / Math.sqrt((1 - w) * (1 - w) + w * w);
  }

  /** Normal with unit variance and about this time constant, rough in detail like a real signal. */
  public static double correlated(long seed, double timeS, double timeConstantS) {
    return (smooth(seed, timeS, 3 * timeConstantS)
            + Math.sqrt(0.5) * smooth(seed + 1, timeS, timeConstantS)
            + 0.5 * smooth(seed + 2, timeS, timeConstantS / 3))
        / OCTAVES_NORM;
  }

  private static long mix(long z) {
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
