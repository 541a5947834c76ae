package windrose.domain.plume;

/**
 * One curve of cloud width against distance, σ = a x^p / (1 + b x)^q, with its inverse.
 *
 * <p>Covers the literature's usual forms: pure powers (b = 0), square-root bends (q = ½), growing bends (q = −½) and hyperbolas (q
 * = 1); the bent ones have p = 1.
 */
record GrowthCurve(double a, double p, double b, double q) {
  static GrowthCurve power(double a, double p) {
    return new GrowthCurve(a, p, 0, 0);
  }

  static GrowthCurve rootBend(double a, double b) {
    return new GrowthCurve(a, 1, b, 0.5);
  }

  static GrowthCurve hyperbola(double a, double b) {
    return new GrowthCurve(a, 1, b, 1);
  }

  static GrowthCurve growingBend(double a, double b) {
    return new GrowthCurve(a, 1, b, -0.5);
  }

  double sigmaM(double travelM) {
    return q == 0 ? a * Math.pow(travelM, p) : a * travelM / Math.pow(1 + b * travelM, q);
  }

  /** The distance at which the curve has this width; infinite above a hyperbola's asymptote. */
  double travelM(double sigmaM) {
    if (q == 0) {
      return Math.pow(sigmaM / a, 1 / p);
    }
    if (q == 1) {
      return sigmaM < a / b ? sigmaM / (a - b * sigmaM) : Double.POSITIVE_INFINITY;
    }
    if (q < 0) {
      return travelOnGrowingBend(sigmaM);
    }
    double s2 = sigmaM * sigmaM;
    return (s2 * b + Math.sqrt(s2 * s2 * b * b + 4 * a * a * s2)) / (2 * a * a);
  }

  /** σ = a x √(1 + b x) has no handy inverse; Newton's steps from above converge at once, since the curve is convex. */
  private double travelOnGrowingBend(double sigmaM) {
    double x = sigmaM / a;
    for (int i = 0; i < 20; i++) {
      double root = Math.sqrt(1 + b * x);
      double slope = a * (root + b * x / (2 * root));
      x -= (a * x * root - sigmaM) / slope;
    }
    return x;
  }

  /** The width after another stretch, whatever made it as wide as it is. */
  double grown(double sigmaM, double stretchM) {
    double travelM = travelM(sigmaM);
    return Double.isInfinite(travelM) ? sigmaM : Math.max(sigmaM, sigmaM(travelM + stretchM));
  }
}
