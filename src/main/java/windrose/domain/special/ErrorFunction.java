package windrose.domain.special;

/**
 * erf(x), by its power series near zero and a continued fraction farther out: good to about 1e-12, so that the difference of
 * two neighbouring values keeps its digits.
 */
public final class ErrorFunction {
  private static final double TWO_OVER_ROOT_PI = 2 / Math.sqrt(Math.PI);

  private ErrorFunction() {}

  public static double erf(double x) {
    double size = Math.abs(x);
    if (size > 6) {
      return Math.signum(x);
    }
    return size < 2.2 ? series(x) : Math.signum(x) * (1 - complement(size));
  }

  /** Φ, the share of a normal distribution below x. */
  public static double normalShare(double x) {
    return 0.5 * (1 + erf(x / Math.sqrt(2)));
  }

  private static double series(double x) {
    double term = x;
    double sum = x;
    for (int n = 1; n < 60 && Math.abs(term) > 1e-17 * Math.abs(sum); n++) {
      term *= -x * x / n;
      sum += term / (2 * n + 1);
    }
    return TWO_OVER_ROOT_PI * sum;
  }

  /** erfc for x above 2: Laplace's continued fraction, from its far end. */
  private static double complement(double x) {
    double fraction = 0;
    for (int n = 60; n >= 1; n--) {
      fraction = n / 2.0 / (x + fraction);
    }
    return Math.exp(-x * x) / Math.sqrt(Math.PI) / (x + fraction);
  }
}
