package windrose.domain.fire;

/**
 * Turns a probit into the share of people it stands for: the normal distribution around 5 (Finney 1971).
 *
 * <p>With the approximation 7.1.26 of Abramowitz and Stegun for the error function, off by less than 2·10⁻⁷.
 */
public final class Probit {
  static final double HALF = 5;

  private Probit() {}

  public static double share(double probit) {
    double x = (probit - HALF) / Math.sqrt(2);
    double t = 1 / (1 + 0.3275911 * Math.abs(x));
    double tail =
        t
            * (0.254829592
                + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))))
            * Math.exp(-x * x);
    double erf = x >= 0 ? 1 - tail : tail - 1;
    return (1 + erf) / 2;
  }
}
