package windrose.domain.zone;

/** Points in rows and columns, in metres; the four around a cell stand in a convex shape. */
public sealed interface Lattice permits Grid, WindwardLattice {
  int columns();

  int rows();

  double xM(int column, int row);

  double yM(int column, int row);

  default int cells() {
    return columns() * rows();
  }
}
