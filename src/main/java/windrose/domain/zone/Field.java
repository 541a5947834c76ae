package windrose.domain.zone;

/**
 * One number at every point of a lattice, {@code values[row * columns + column]}.
 *
 * <p>The array is not copied: who makes a field leaves it alone afterwards.
 */
@SuppressWarnings("ArrayRecordComponent") // hundreds of thousands of numbers, never copied
public record Field(Lattice lattice, double[] values) {
  public Field {
    if (values.length != lattice.cells()) {
      throw new IllegalArgumentException(
          "%d values for %d cells".formatted(values.length, lattice.cells()));
    }
  }

  public double at(int column, int row) {
    return values[row * lattice.columns() + column];
  }

  public double highest() {
    double highest = 0;
    for (double value : values) {
      highest = Math.max(highest, value);
    }
    return highest;
  }
}
