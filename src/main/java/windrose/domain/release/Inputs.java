package windrose.domain.release;

import windrose.domain.caveat.ModelRefused;

/** Checks of what people and programs ask for: a value outside its range is refused with the field and the range. */
public final class Inputs {
  private Inputs() {}

  /**
   * The value, when it is a number between both ends.
   *
   * @param nameZh what people call the field in the Chinese sentence
   */
  public static double within(
      String field, String nameZh, double value, double low, double high, String unit) {
    if (value >= low && value <= high) {
      return value;
    }
    throw ModelRefused.outside(field, nameZh, value, low, high, unit);
  }
}
