package windrose.domain.fire;

/**
 * A burning jet.
 *
 * @param temperatureK of the gas at rest in the vessel
 * @param twoPhase whether drops leave with the gas
 * @param heightM of the hole
 * @param elevationDeg of the jet: 90 straight up, 0 level
 * @param azimuthFromDownwindDeg which way a level jet points: 0 with the wind, 90 across it, 180 against it
 */
public record JetFireInput(
    double rateKgPerS,
    double holeDiameterM,
    double temperatureK,
    boolean twoPhase,
    double heightM,
    double elevationDeg,
    double azimuthFromDownwindDeg) {
  /** As ALOHA has every jet fire: straight up, from the ground. */
  public static JetFireInput upwards(
      double rateKgPerS, double holeDiameterM, double temperatureK, boolean twoPhase) {
    return new JetFireInput(rateKgPerS, holeDiameterM, temperatureK, twoPhase, 0, 90, 0);
  }
}
