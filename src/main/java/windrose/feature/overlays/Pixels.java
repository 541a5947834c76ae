package windrose.feature.overlays;

/** A decoded picture, scaled down by a whole factor; asked in pixels of the original. */
final class Pixels {
  private final int widthPx;
  private final int heightPx;
  private final int factor;
  private final int[] argb;

  Pixels(int widthPx, int heightPx, int factor, int[] argb) {
    this.widthPx = widthPx;
    this.heightPx = heightPx;
    this.factor = factor;
    this.argb = argb;
  }

  /** How many pixels of the original, along one side, became one. */
  int factor() {
    return factor;
  }

  /** The colour between the four nearest pixels; transparent outside. */
  int at(double column, double row) {
    double x = column / factor;
    double y = row / factor;
    if (!(x >= 0 && y >= 0 && x < widthPx && y < heightPx)) {
      return 0;
    }
    double left = Math.floor(x - 0.5);
    double top = Math.floor(y - 0.5);
    double right = x - 0.5 - left;
    double below = y - 0.5 - top;
    Mixture mixture = new Mixture();
    mixture.add(pixel((int) left, (int) top), (1 - right) * (1 - below));
    mixture.add(pixel((int) left + 1, (int) top), right * (1 - below));
    mixture.add(pixel((int) left, (int) top + 1), (1 - right) * below);
    mixture.add(pixel((int) left + 1, (int) top + 1), right * below);
    return mixture.argb();
  }

  private int pixel(int x, int y) {
    int column = Math.max(0, Math.min(widthPx - 1, x));
    int row = Math.max(0, Math.min(heightPx - 1, y));
    return argb[row * widthPx + column];
  }
}
