package windrose.domain.weather;

/**
 * How one value of the weather was got, for people to see beside it.
 *
 * @param field of {@link Atmosphere}
 * @param value in {@code unit}; a class by its number, A = 0
 * @param method names the sentence in both languages: {@code sun-and-cloud}
 * @param mast whose value it is or from whose values it was derived; empty for none
 * @param distanceM of that mast from the place; 0 for none
 */
public record Derivation(
    String field,
    double value,
    String unit,
    How how,
    String method,
    String mast,
    double distanceM) {
  /** From read to guessed. */
  public enum How {
    MEASURED,
    DERIVED,
    /** A person typed it. */
    TYPED,
    /** Nobody measured it: a usual value stands in, and the result must say so. */
    ASSUMED
  }
}
