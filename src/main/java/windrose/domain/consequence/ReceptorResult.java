package windrose.domain.consequence;

import java.util.Map;
import java.util.Optional;

/**
 * What a scenario does at one place.
 *
 * @param peakPpm the highest mean concentration of the poison, outdoors; absent when no cloud was computed
 * @param fluxKwPerM2 by fire
 * @param overpressurePa by explosion
 * @param sharesKilled by fire and explosion, from the mildest to the most cautious probit
 */
public record ReceptorResult(
    Receptor receptor,
    double downwindM,
    double acrossM,
    Optional<Double> peakPpm,
    Map<Hazard, Double> fluxKwPerM2,
    Map<Hazard, Double> overpressurePa,
    Map<Hazard, Harm> sharesKilled) {
  /** A range, since the probits differ. */
  public record Harm(double least, double most) {}

  public ReceptorResult {
    fluxKwPerM2 = Map.copyOf(fluxKwPerM2);
    overpressurePa = Map.copyOf(overpressurePa);
    sharesKilled = Map.copyOf(sharesKilled);
  }
}
