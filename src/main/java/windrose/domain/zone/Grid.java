package windrose.domain.zone;

import windrose.domain.caveat.ModelRefused;

/**
 * A regular lattice of points in metres; the first lies at (x0, y0), x runs fastest.
 */
public record Grid(double x0M, double y0M, double stepXM, double stepYM, int columns, int rows)
    implements Lattice {
  /** More cells than this are refused rather than computed for minutes. */
  public static final int MOST_CELLS = 4_000_000;

  public Grid {
    if (!(stepXM > 0) || !(stepYM > 0) || columns < 2 || rows < 2) {
      throw new IllegalArgumentException(
          "not a grid: steps %s, %s; %d × %d".formatted(stepXM, stepYM, columns, rows));
    }
    if ((long) columns * rows > MOST_CELLS) {
      throw new ModelRefused(
          "grid",
          "网格最多 %,d 格，%d × %d 超出上限。".formatted(MOST_CELLS, columns, rows),
          "A grid may have %,d cells; %d × %d are more.".formatted(MOST_CELLS, columns, rows));
    }
  }

  /** So many points between two corners, both included. */
  public static Grid between(
      double fromXM, double fromYM, double toXM, double toYM, int columns, int rows) {
    return new Grid(
        fromXM,
        fromYM,
        (toXM - fromXM) / (columns - 1),
        (toYM - fromYM) / (rows - 1),
        columns,
        rows);
  }

  @Override
  public double xM(int column, int row) {
    return x0M + column * stepXM;
  }

  @Override
  public double yM(int column, int row) {
    return y0M + row * stepYM;
  }
}
