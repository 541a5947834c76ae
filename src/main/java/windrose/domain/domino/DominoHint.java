package windrose.domain.domino;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import windrose.domain.chemical.Confidence;
import windrose.domain.consequence.Consequence;
import windrose.domain.consequence.ConsequenceResult;
import windrose.domain.consequence.Hazard;
import windrose.domain.consequence.Outcome;
import windrose.domain.consequence.Receptor;
import windrose.domain.consequence.ReceptorResult;
import windrose.domain.consequence.Scenario;

/**
 * Says which neighbouring tanks a fire or explosion can drag along.
 *
 * <p>Thresholds of Cozzani, Gubinelli and Salzano (2006), J. Hazard. Mater. 129, 1–21: steady fires 15 kW/m² on atmospheric and 45 kW/m² on
 * pressurised vessels when they last ten minutes or more; blasts 22 kPa on atmospheric and 16 kPa on pressurised vessels; flames that touch
 * count always. Written from memory of that paper and marked so. A hint, not a finding: insulation, sprinklers, wind and the vessel's own
 * state decide, and a vessel below the threshold is not safe.
 */
public final class DominoHint {
  static final String SOURCE = "Cozzani, Gubinelli, Salzano (2006), J. Hazard. Mater. 129, 1-21";
  private static final double ATMOSPHERIC_KW_PER_M2 = 15;
  private static final double PRESSURISED_KW_PER_M2 = 45;
  private static final double ATMOSPHERIC_PA = 22_000;
  private static final double PRESSURISED_PA = 16_000;
  private static final double LONG_ENOUGH_S = 600;

  private DominoHint() {}

  /** What reaches the neighbour. */
  public enum Cause {
    /** It stands in the flame. */
    FLAME,
    HEAT,
    BLAST
  }

  /**
   * One neighbour that may follow.
   *
   * @param value in kW/m² or Pa, as the cause has it
   * @param afterS heat must last this long; 0 for a blast or a touching flame
   */
  public record Finding(
      Neighbour neighbour,
      Hazard hazard,
      Cause cause,
      double value,
      double threshold,
      double afterS,
      String source,
      Confidence confidence) {}

  /** The neighbours as places of a scenario. */
  public static List<Receptor> places(List<Neighbour> neighbours) {
    return neighbours.stream()
        .map(each -> new Receptor(each.id(), each.eastM(), each.northM(), each.heightM()))
        .toList();
  }

  /** Runs the scenario with the neighbours as places, and keeps those over a threshold. */
  public static List<Finding> of(Scenario scenario, List<Neighbour> neighbours) {
    ConsequenceResult result = Consequence.run(scenario.withReceptors(places(neighbours)));
    return of(result, neighbours, result.receptors());
  }

  /**
   * Of a scenario that was run with the neighbours among its places.
   *
   * @param at what reaches each neighbour, in their order
   */
  public static List<Finding> of(
      ConsequenceResult result, List<Neighbour> neighbours, List<ReceptorResult> at) {
    List<Finding> findings = new ArrayList<>();
    for (int i = 0; i < neighbours.size(); i++) {
      add(findings, neighbours.get(i), at.get(i), result);
    }
    return List.copyOf(findings);
  }

  private static void add(
      List<Finding> findings, Neighbour neighbour, ReceptorResult at, ConsequenceResult result) {
    double heatLimit = neighbour.pressurised() ? PRESSURISED_KW_PER_M2 : ATMOSPHERIC_KW_PER_M2;
    for (Map.Entry<Hazard, Double> heat : at.fluxKwPerM2().entrySet()) {
      if (result.outcomes().get(heat.getKey()) instanceof Outcome.Burning burning) {
        boolean inFlame = heat.getValue() >= burning.fire().emissivePowerKwPerM2() * 0.999;
        boolean longEnough = burning.fire().durationS() >= LONG_ENOUGH_S;
        if (inFlame) {
          findings.add(finding(neighbour, heat.getKey(), Cause.FLAME, heat.getValue(), 0, 0));
        } else if (longEnough && heat.getValue() >= heatLimit) {
          findings.add(
              finding(
                  neighbour, heat.getKey(), Cause.HEAT, heat.getValue(), heatLimit, LONG_ENOUGH_S));
        }
      }
    }
    double blastLimit = neighbour.pressurised() ? PRESSURISED_PA : ATMOSPHERIC_PA;
    at.overpressurePa()
        .forEach(
            (hazard, pressure) -> {
              if (pressure >= blastLimit) {
                findings.add(finding(neighbour, hazard, Cause.BLAST, pressure, blastLimit, 0));
              }
            });
  }

  private static Finding finding(
      Neighbour neighbour,
      Hazard hazard,
      Cause cause,
      double value,
      double threshold,
      double afterS) {
    return new Finding(
        neighbour, hazard, cause, value, threshold, afterS, SOURCE, Confidence.MEMORY);
  }
}
