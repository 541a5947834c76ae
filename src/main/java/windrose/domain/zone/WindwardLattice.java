package windrose.domain.zone;

/**
 * A lattice made for one plume: columns closer together near the source, rows that spread with the plume's width.
 *
 * <p>Columns are straight across the wind, so every cell is a trapezoid and contours stay valid and nested in it. With it a
 * zone of 30 m and one of 8 km come out of one computation equally sharp.
 *
 * @param x downwind distance of each column, increasing
 * @param halfWidthM the outermost row's distance from the axis at each column
 * @param halfRows rows on each side of the axis
 */
@SuppressWarnings("ArrayRecordComponent") // read in inner loops
record WindwardLattice(double[] x, double[] halfWidthM, int halfRows) implements Lattice {
  /** So much of the spacing is even, the rest grows with the cube of the column's number. */
  private static final double EVEN_SHARE = 0.12;

  static double[] columns(double fromM, double toM, int count) {
    double[] x = new double[count];
    for (int i = 0; i < count; i++) {
      double share = i / (count - 1.0);
      double warped = EVEN_SHARE * share + (1 - EVEN_SHARE) * share * share * share;
      x[i] = fromM + (toM - fromM) * warped;
    }
    return x;
  }

  @Override
  public int columns() {
    return x.length;
  }

  @Override
  public int rows() {
    return 2 * halfRows + 1;
  }

  @Override
  public double xM(int column, int row) {
    return x[column];
  }

  @Override
  public double yM(int column, int row) {
    return sideM(column, Math.abs(row - halfRows)) * Integer.signum(row - halfRows);
  }

  /** Distance from the axis of the row that is so many rows away. */
  double sideM(int column, int side) {
    return halfWidthM[column] * side / halfRows;
  }
}
