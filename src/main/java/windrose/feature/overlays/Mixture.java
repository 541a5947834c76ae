package windrose.feature.overlays;

/** The mean of colours, in which what is transparent has no colour. */
final class Mixture {
  private double weight;
  private double alpha;
  private double red;
  private double green;
  private double blue;

  void add(int argb, double share) {
    double seen = share * (argb >>> 24);
    weight += share;
    alpha += seen;
    red += seen * ((argb >> 16) & 255);
    green += seen * ((argb >> 8) & 255);
    blue += seen * (argb & 255);
  }

  int argb() {
    if (alpha <= 0) {
      return 0;
    }
    return (byteOf(alpha / weight) << 24)
        | (byteOf(red / alpha) << 16)
        | (byteOf(green / alpha) << 8)
        | byteOf(blue / alpha);
  }

  private static int byteOf(double value) {
    return (int) Math.min(255, Math.round(value));
  }
}
