package windrose.feature.simulator.truth;

/**
 * How a plume flickers at one point: nothing for a while, then several times the mean.
 *
 * <p>A clipped exponential: the concentration is above zero for a share γ of the time and exponentially distributed then, as
 * measured in smoke plumes (Hanna 1984, Boundary-Layer Meteorology 29, 361-375; a limit of the clipped gamma of Yee and Chan
 * 1997, Atmospheric Environment 31, 991-1002). The mean is kept; the relative variance is 2/γ − 1.
 */
final class Fluctuation {
  static final double SHARE_OF_TIME = 0.75;
  private static final double TIME_CONSTANT_S = 5;

  private Fluctuation() {}

  /** What the mean concentration has to be multiplied by at this place and moment; 0 or more, 1 on average. */
  static double factor(long seed, double epochS) {
    double normal = Noise.correlated(seed, epochS, TIME_CONSTANT_S);
    double exponential = -Math.log(Math.max(1e-12, 1 - normalShare(normal)));
    double clippedAt = -Math.log(SHARE_OF_TIME);
    return Math.max(0, exponential - clippedAt) / SHARE_OF_TIME;
  }

  /** The normal distribution function, Abramowitz and Stegun 26.2.17; error below 1e-7. */
  static double normalShare(double x) {
    double t = 1 / (1 + 0.2316419 * Math.abs(x));
    double poly =
        t
            * (0.319381530
                + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
    double tail = Math.exp(-x * x / 2) / Math.sqrt(2 * Math.PI) * poly;
    return x >= 0 ? 1 - tail : tail;
  }
}
