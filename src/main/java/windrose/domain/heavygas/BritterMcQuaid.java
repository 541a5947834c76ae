package windrose.domain.heavygas;

/**
 * How far a heavy cloud reaches, from curves through field and laboratory trials: the workbook of Britter and McQuaid (1988).
 *
 * <p>Two similarity groups only, no roughness, no stability: meant for flat open ground and good to a factor of two. It is the
 * cross-check of {@link HeavyPlumes} and {@link DensePuffs}, never the answer. Curves as piecewise lines in CCPS (1999); its
 * LNG example at 10.9 m/s is met within 3 %. The curves for sudden releases were not held against a published example.
 */
public final class BritterMcQuaid {
  /** One curve: below each limit of α the distance group is slope × α + intercept. */
  @SuppressWarnings("ArrayRecordComponent") // constants
  private record Curve(double share, double[] limits, double[] slopes, double[] intercepts) {
    double at(double alpha) {
      int i = 0;
      while (i < limits.length && alpha > limits[i]) {
        i++;
      }
      return slopes[i] * alpha + intercepts[i];
    }
  }

  private static final Curve[] PLUME = {
    curve(0.1, new double[] {-0.55, -0.14}, new double[] {0, 0.24, -0.50}, 1.75, 1.88, 1.78),
    curve(
        0.05,
        new double[] {-0.68, -0.29, -0.18},
        new double[] {0, 0.36, 0, -0.56},
        1.92,
        2.16,
        2.06,
        1.96),
    curve(
        0.02,
        new double[] {-0.69, -0.31, -0.16},
        new double[] {0, 0.45, 0, -0.54},
        2.08,
        2.39,
        2.25,
        2.16),
    curve(
        0.01,
        new double[] {-0.70, -0.29, -0.20},
        new double[] {0, 0.49, 0, -0.52},
        2.25,
        2.59,
        2.45,
        2.35),
    curve(
        0.005,
        new double[] {-0.67, -0.28, -0.15},
        new double[] {0, 0.59, 0, -0.48},
        2.40,
        2.80,
        2.63,
        2.56),
    curve(
        0.002,
        new double[] {-0.69, -0.25, -0.13},
        new double[] {0, 0.39, 0, -0.50},
        2.60,
        2.87,
        2.77,
        2.71)
  };

  private static final Curve[] PUFF = {
    curve(0.1, new double[] {-0.44, 0.43}, new double[] {0, 0.26, 0}, 0.70, 0.81, 0.93),
    curve(0.05, new double[] {-0.56, 0.31}, new double[] {0, 0.26, -0.12}, 0.85, 1.0, 1.12),
    curve(0.02, new double[] {-0.66, 0.32}, new double[] {0, 0.36, -0.26}, 0.95, 1.19, 1.38),
    curve(0.01, new double[] {-0.71, 0.37}, new double[] {0, 0.34, -0.38}, 1.15, 1.39, 1.66),
    curve(0.005, new double[] {-0.52, 0.24}, new double[] {0, 0.26, -0.30}, 1.48, 1.62, 1.75),
    curve(0.002, new double[] {0.27}, new double[] {0, -0.32}, 1.83, 1.92),
    curve(0.001, new double[] {-0.10}, new double[] {0, -0.27}, 2.075, 2.05)
  };

  private static final double LEAST_ALPHA = -1;
  private static final double MOST_ALPHA = 1;
  private static final double PLUME_NEAR = 30;

  private BritterMcQuaid() {}

  private static Curve curve(double share, double[] limits, double[] slopes, double... intercepts) {
    return new Curve(share, limits, slopes, intercepts);
  }

  /** Whether a steady release is heavy enough for the workbook: (g0' Q / u³ D)^⅓ ≥ 0.15. */
  public static boolean describesPlume(
      double gravityMps2, double flowM3PerS, double windMps, double sourceDiameterM) {
    return Math.cbrt(gravityMps2 * flowM3PerS / (Math.pow(windMps, 3) * sourceDiameterM)) >= 0.15;
  }

  /**
   * Share of the undiluted volume that is left on the axis, before any correction for temperature.
   *
   * @param gravityMps2 g (ρ0 − ρa) / ρa of the undiluted gas
   * @param flowM3PerS its volume flow
   * @param windMps at 10 m
   */
  public static double plumeShare(
      double downwindM, double gravityMps2, double flowM3PerS, double windMps) {
    double scaleM = Math.sqrt(flowM3PerS / windMps);
    double alpha = 0.2 * Math.log10(gravityMps2 * gravityMps2 * flowM3PerS / Math.pow(windMps, 5));
    double distance = downwindM / scaleM;
    double near = 306 / (306 + distance * distance);
    return distance <= PLUME_NEAR
        ? near
        : Math.min(near(PLUME_NEAR), along(PLUME, alpha, distance));
  }

  /**
   * The same for gas that is let go at once.
   *
   * @param volumeM3 of the undiluted gas
   */
  public static double puffShare(
      double downwindM, double gravityMps2, double volumeM3, double windMps) {
    double scaleM = Math.cbrt(volumeM3);
    double alpha = 0.5 * Math.log10(gravityMps2 * scaleM / (windMps * windMps));
    double distance = downwindM / scaleM;
    double near = 3.24 / (3.24 + distance * distance);
    return distance <= Math.pow(10, PUFF[0].at(clamped(alpha)))
        ? Math.max(0.1, near)
        : along(PUFF, alpha, distance);
  }

  /** Cold gas takes up more of the cloud's moles than of its volume at one temperature. */
  public static double warmed(double share, double gasK, double airK) {
    return share / (share + (1 - share) * gasK / airK);
  }

  private static double near(double distance) {
    return 306 / (306 + distance * distance);
  }

  private static double clamped(double alpha) {
    return Math.max(LEAST_ALPHA, Math.min(MOST_ALPHA, alpha));
  }

  private static double along(Curve[] curves, double alpha, double distance) {
    double a = clamped(alpha);
    double beta = Math.log10(distance);
    Curve before = curves[0];
    if (beta <= before.at(a)) {
      return before.share();
    }
    for (int i = 1; i < curves.length; i++) {
      Curve after = curves[i];
      if (beta <= after.at(a)) {
        double part = (beta - before.at(a)) / (after.at(a) - before.at(a));
        return before.share() * Math.pow(after.share() / before.share(), part);
      }
      before = after;
    }
    double beyond = distance / Math.pow(10, before.at(a));
    return before.share() / (beyond * beyond);
  }
}
