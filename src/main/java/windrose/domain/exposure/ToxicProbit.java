package windrose.domain.exposure;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import windrose.domain.caveat.ModelNote;
import windrose.domain.caveat.ModelNote.Weight;
import windrose.domain.chemical.Confidence;
import windrose.domain.special.ErrorFunction;

/**
 * Share of unprotected people who die of a toxic load: Pr = a + b ln(∫ Cⁿ dt), Φ(Pr − 5) of them.
 *
 * <p>From animals to people, published sets differ by a factor of ten in load and more. For comparing scenarios and for land-use
 * sums; not for telling anyone that a place is safe. Where no constants could be sourced the set says so.
 *
 * @param cas the substance
 * @param exponent n
 * @param ppm whether C is in ppm, else in mg/m³; times in minutes
 */
public record ToxicProbit(
    String cas,
    double a,
    double b,
    double exponent,
    boolean ppm,
    Confidence confidence,
    String source) {
  private static final String UNVERIFIED =
      "standard literature, not verified against its publication";

  private static final List<ToxicProbit> SETS =
      List.of(
          new ToxicProbit(
              "7782-50-5", -8.29, 0.92, 2, true, Confidence.SOURCED, "CCPS (1999), chlorine"),
          new ToxicProbit(
              "630-08-0",
              -7.4,
              1,
              1,
              false,
              Confidence.SOURCED,
              "TNO Purple Book (CPR 18E, 1999), carbon monoxide"),
          unverified("7664-41-7", -35.9, 1.85, 2),
          unverified("74-90-8", -29.42, 3.008, 1.43),
          unverified("7783-06-4", -31.42, 3.008, 1.43),
          unverified("7446-09-5", -15.67, 2.10, 1),
          unverified("75-44-5", -19.27, 3.686, 1));

  private static ToxicProbit unverified(String cas, double a, double b, double exponent) {
    return new ToxicProbit(cas, a, b, exponent, true, Confidence.MEMORY, UNVERIFIED);
  }

  public static Optional<ToxicProbit> find(String cas) {
    return SETS.stream().filter(set -> set.cas.equals(cas)).findFirst();
  }

  /**
   * Pr of a load.
   *
   * @param load ∫ Cⁿ dt in this set's unit and minutes
   */
  public double probit(double load) {
    return load > 0 ? a + b * Math.log(load) : Double.NEGATIVE_INFINITY;
  }

  /** Share of the people, 0 to 1. */
  public double shareKilled(double load) {
    return ErrorFunction.normalShare(probit(load) - 5);
  }

  /** What must stand beside a number of this set. */
  public ModelNote note() {
    return new ModelNote(
        confidence == Confidence.SOURCED ? "probit-sourced" : "probit-unverified",
        confidence == Confidence.SOURCED ? Weight.ASSUMPTION : Weight.WARNING,
        Map.of("source", source, "a", a, "b", b, "n", exponent));
  }
}
