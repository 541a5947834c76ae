package windrose.domain.dispersion;

import windrose.domain.caveat.ModelRefused;

/** Refuses a number that is outside its range, or no number. */
final class Checks {
  private Checks() {}

  static void within(
      String field, String nameZh, double value, double least, double most, String unit) {
    if (!(value >= least && value <= most)) {
      throw ModelRefused.outside(field, nameZh, value, least, most, unit);
    }
  }
}
