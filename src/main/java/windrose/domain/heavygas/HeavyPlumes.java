package windrose.domain.heavygas;

import windrose.domain.weather.Stability;

/**
 * Steady plumes heavier than air over flat ground: the similarity march of DEGADIS as ALOHA simplified it.
 *
 * <p>The concentration is flat in the middle, falls off to the sides as a Gaussian and upward as exp(−(z/S)^(1+α))
 * (Colenbrander 1980). Marching downwind, S grows by entrainment through the top against the layer's weight, the half-width B
 * by its own fall, dB/dx = C_E Γ (10/S)^α √(g'H/U10²), the soft edges by {@link LateralSpread}; the flux of mass is kept. A
 * release stronger than the wind can carry away lies over its source as a blanket until it balances
 * (Spicer and Havens 1989; constants as in NOAA OR&amp;R 43, section 4.4, and none fitted here).
 *
 * <p>Meets nine of ALOHA's chlorine distances at 0.88 to 1.07 (mean 1.00) when σy has ALOHA's averaging time of three minutes:
 * earlier doubts about this march (11 % short) came from the ten-minute Briggs width. Within a few metres of the source it is a
 * factor of two too high or low. Steady wind only; flat ground; the first moments of a sudden release belong to
 * {@link DensePuffs}. Costs about 1 ms.
 */
public final class HeavyPlumes {
  private static final double SLUMPING = 1.15;
  private static final double SPREADS_ABOVE_RICHARDSON = 0.1;
  private static final double BLANKET_DEPTHS = 2.15;
  private static final double BLANKET_PHI = 3.1;
  private static final double STEP_SHARE = 0.02;

  private final CloudMixture mixture;
  private final PowerLawWind wind;
  private final LateralSpread edges;

  private HeavyPlumes(CloudMixture mixture, PowerLawWind wind, LateralSpread edges) {
    this.mixture = mixture;
    this.wind = wind;
    this.edges = edges;
  }

  /** For one mixture in one wind, over which many sources may be marched. */
  public static HeavyPlumes in(
      CloudMixture mixture,
      double windAt10mMps,
      Stability stability,
      double roughnessM,
      double averagingS) {
    return new HeavyPlumes(
        mixture,
        PowerLawWind.of(windAt10mMps, stability, roughnessM),
        LateralSpread.of(stability, averagingS));
  }

  /** What the wind can lift off one square metre of undiluted cloud in a second. */
  double mostLiftedKgPerM2S() {
    return mixture.undilutedKgPerM3()
        * PowerLawWind.KARMAN
        * wind.frictionVelocityMps()
        * (1 + wind.exponent())
        * BLANKET_DEPTHS
        / ((BLANKET_DEPTHS - 1) * BLANKET_PHI);
  }

  /**
   * The plume of a steady source as far as this.
   *
   * @param rate in kg/s
   * @param poolRadiusM 0 for a point, which becomes as wide as the wind makes it
   */
  public HeavyPlume march(double rate, double poolRadiusM, double farthestM) {
    double radiusM = Math.max(poolRadiusM, Math.sqrt(rate / (Math.PI * mostLiftedKgPerM2S())));
    double perM2 = rate / (Math.PI * radiusM * radiusM);
    double startKgPerM3 = mixture.undilutedKgPerM3() * Math.min(1, perM2 / mostLiftedKgPerM2S());
    double halfWidthM = Math.PI / 4 * radiusM;
    double depthScaleM = wind.depthScaleForFlux(rate / (startKgPerM3 * 2 * halfWidthM));
    HeavyPlume.Builder plume = new HeavyPlume.Builder(mixture, wind, rate, radiusM);
    double x = radiusM;
    State state = new State(halfWidthM, depthScaleM);
    double travelS = radiusM / wind.carryingMps(depthScaleM);
    while (true) {
      double spreadM = Math.sqrt(2) * edges.sigmaM(x - radiusM);
      plume.add(x, state.halfWidthM, state.depthScaleM, spreadM, travelS);
      if (x >= farthestM) {
        return plume.build();
      }
      double stepM = Math.min(STEP_SHARE * x, 0.02 * radiusM + 0.05 * (x - radiusM) + 1e-3);
      Growth first = growth(rate, x - radiusM, state);
      State middle = state.after(first, stepM / 2);
      Growth second = growth(rate, x + stepM / 2 - radiusM, middle);
      state = state.after(second, stepM);
      travelS += stepM / wind.carryingMps(middle.depthScaleM);
      x += stepM;
    }
  }

  private Growth growth(double rate, double travelM, State state) {
    double spreadM = Math.sqrt(2) * edges.sigmaM(travelM);
    double widthM = Math.max(2 * state.halfWidthM, Math.sqrt(Math.PI) * spreadM);
    double depthM = wind.depthM(state.depthScaleM);
    double centre = rate / (wind.carryingMps(state.depthScaleM) * widthM * depthM);
    double gravity = mixture.reducedGravityMps2(centre);
    double frictionMps = wind.frictionVelocityMps();
    double richardson = gravity * depthM / (frictionMps * frictionMps);
    double deepening =
        PowerLawWind.KARMAN
            * frictionMps
            * (1 + wind.exponent())
            / LayerEntrainment.phi(Math.max(0, richardson))
            / wind.atMps(state.depthScaleM);
    double widening =
        richardson > SPREADS_ABOVE_RICHARDSON
            ? SLUMPING * Math.sqrt(gravity * depthM) / wind.carryingMps(state.depthScaleM)
            : 0;
    return new Growth(widening, deepening);
  }

  private record Growth(double widening, double deepening) {}

  private record State(double halfWidthM, double depthScaleM) {
    State after(Growth growth, double stepM) {
      return new State(
          halfWidthM + growth.widening * stepM, depthScaleM + growth.deepening * stepM);
    }
  }
}
