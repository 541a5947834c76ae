package windrose.domain.blast;

/**
 * The side-on overpressure of a gas explosion at a scaled distance, for a flame of any Mach number.
 *
 * <p>Curves of Tang and Baker (1999), Process Safety Progress 18, 235–240, as fitted in NOAA OR&amp;R 43, table 15, for Mach
 * 0.2, 0.35, 0.7 and 5.2: p/p₀ = A·B^(1/x)·x^C outside x₀ and the plateau D inside, with x = r (p₀/E)^(1/3). Between them
 * linear in Mach; slower flames take the curve of Mach 0.2, which overstates them.
 */
public final class BlastCurves {
  private record Curve(double mach, double a, double b, double c, double plateau, double from) {
    double ratio(double x) {
      return x < from ? plateau : a * Math.pow(b, 1 / x) * Math.pow(x, c);
    }
  }

  private static final Curve[] CURVES = {
    new Curve(0.2, 0.0335, 0.8359, -1.1192, 0.065, 0.35),
    new Curve(0.35, 0.1041, 0.8642, -1.0568, 0.22, 0.32),
    new Curve(0.7, 0.3764, 0.7439, -1.2728, 0.65, 0.3),
    new Curve(5.2, 0.2932, 1.399, -1.1591, 20, 0.16)
  };

  private BlastCurves() {}

  /** Overpressure as a share of the air's pressure. */
  public static double ratio(double scaledDistance, double mach) {
    if (mach <= CURVES[0].mach()) {
      return CURVES[0].ratio(scaledDistance);
    }
    for (int i = 1; i < CURVES.length; i++) {
      Curve low = CURVES[i - 1];
      Curve high = CURVES[i];
      if (mach <= high.mach()) {
        double share = (mach - low.mach()) / (high.mach() - low.mach());
        return (1 - share) * low.ratio(scaledDistance) + share * high.ratio(scaledDistance);
      }
    }
    return CURVES[CURVES.length - 1].ratio(scaledDistance);
  }
}
