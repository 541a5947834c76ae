package windrose.domain.special;

/** The gamma function for positive arguments, by Lanczos' series (g = 7, nine terms): good to about 1e-13. */
public final class Gamma {
  private static final double G = 7;
  private static final double[] TERMS = {
    0.9999999999998099,
    676.5203681218851,
    -1259.1392167224028,
    771.3234287776531,
    -176.6150291621406,
    12.507343278686905,
    -0.13857109526572012,
    9.984369578019572e-6,
    1.5056327351493116e-7
  };

  private Gamma() {}

  public static double of(double x) {
    if (!(x > 0)) {
      throw new IllegalArgumentException("gamma of a positive number only, not " + x);
    }
    if (x < 0.5) {
      return Math.PI / (Math.sin(Math.PI * x) * of(1 - x));
    }
    double shifted = x - 1;
    double sum = TERMS[0];
    for (int i = 1; i < TERMS.length; i++) {
      sum += TERMS[i] / (shifted + i);
    }
    double t = shifted + G + 0.5;
    return Math.sqrt(2 * Math.PI) * Math.pow(t, shifted + 0.5) * Math.exp(-t) * sum;
  }
}
