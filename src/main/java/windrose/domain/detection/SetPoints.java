package windrose.domain.detection;

import java.util.List;
import org.jspecify.annotations.Nullable;
import windrose.domain.measure.GasBasis;

/**
 * Limits that the standard suggests for a detector; a person confirms them before they count.
 *
 * @param basis how ppm was reckoned, when it was
 * @param source the clause and the value it was computed from
 * @param verified whether that value was read in its source, not written from memory
 * @param candidates every rule that was weighed, the chosen one among them
 */
public record SetPoints(
    @Nullable Double low1,
    @Nullable Double high1,
    @Nullable Double high2,
    String unit,
    @Nullable GasBasis basis,
    String source,
    boolean verified,
    List<Candidate> candidates) {
  public SetPoints {
    candidates = List.copyOf(candidates);
  }

  /** One rule and what it gives. */
  public record Candidate(
      String rule, double high1, double high2, boolean chosen, String reasonZh, String reasonEn) {}

  /** Why there is no suggestion for a series, in both languages. */
  public record None(String zh, String en) {}
}
