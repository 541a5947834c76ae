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
  private static final double JET_ABOVE_WINDS = 2;
  private static final double JET_HEIGHT_M = 3;
  private static final double FREE_JET_DIAMETERS = 6.3;
  private static final int JET_STATIONS = 24;

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
    double travelS = radiusM / wind.carryingMps(depthScaleM);
    return marchOn(plume, rate, radiusM, new State(halfWidthM, depthScaleM), travelS, farthestM);
  }

  /** Whether a release leaves so fast that it mixes as a jet before the wind has it. */
  public boolean isJet(double velocityMps) {
    return velocityMps > JET_ABOVE_WINDS * wind.atMps(JET_HEIGHT_M);
  }

  /**
   * The plume of a horizontal jet along the wind, which mixes by its own momentum until it is as slow as the wind.
   *
   * <p>Momentum is kept, so the share of the release in the jet is its speed over the first; a free jet gets there at 6.3
   * diameters times the ratio of speeds (Ricou and Spalding 1961). Air that blows against the jet, impact on a wall, and a jet
   * pointing elsewhere are not described. Desert Tortoise's sprays had mixed to 13 mol % within 51 m that way.
   *
   * @param velocityMps after the expansion to the air's pressure, see {@link #isJet}
   */
  public HeavyPlume marchJet(double rate, double velocityMps, double farthestM) {
    double endMps = wind.atMps(JET_HEIGHT_M);
    double diameterM =
        Math.sqrt(4 * rate / (Math.PI * mixture.air().densityKgPerM3() * velocityMps));
    double lengthM = FREE_JET_DIAMETERS * diameterM * velocityMps / endMps;
    State state = jet(rate, velocityMps, velocityMps);
    HeavyPlume.Builder plume =
        new HeavyPlume.Builder(mixture, wind, rate, Math.max(0.05, state.halfWidthM));
    double travelS = 0;
    double stationM = lengthM / JET_STATIONS;
    for (int i = 0; i < JET_STATIONS; i++) {
      double along = i / (double) JET_STATIONS;
      double speed = velocityMps / (1 + (velocityMps / endMps - 1) * along);
      state = jet(rate, velocityMps, speed);
      plume.add(
          lengthM * along,
          state.halfWidthM,
          state.depthScaleM,
          0,
          travelS,
          kgPerM3(velocityMps, speed));
      travelS += stationM / speed;
    }
    State slow = jet(rate, velocityMps, endMps);
    // from here on the wind's own profile carries the same mass through the same depth
    double halfWidthM =
        rate
            / (2
                * kgPerM3(velocityMps, endMps)
                * wind.carryingMps(slow.depthScaleM)
                * wind.depthM(slow.depthScaleM));
    return marchOn(
        plume, rate, lengthM, new State(halfWidthM, slow.depthScaleM), travelS, farthestM);
  }

  private double kgPerM3(double velocityMps, double speedMps) {
    return mixture.kgPerM3AtMassShare(speedMps / velocityMps);
  }

  /** A jet that lies on the ground, twice as wide as high. */
  private State jet(double rate, double velocityMps, double speedMps) {
    double areaM2 = rate / (kgPerM3(velocityMps, speedMps) * speedMps);
    double halfWidthM = Math.sqrt(areaM2 / 2);
    return new State(halfWidthM, wind.depthScaleM(halfWidthM));
  }

  private HeavyPlume marchOn(
      HeavyPlume.Builder plume,
      double rate,
      double startM,
      State begun,
      double firstTravelS,
      double farthestM) {
    double x = startM;
    State state = begun;
    double travelS = firstTravelS;
    while (true) {
      double spreadM = Math.sqrt(2) * edges.sigmaM(x - startM);
      plume.add(x, state.halfWidthM, state.depthScaleM, spreadM, travelS);
      if (x >= farthestM) {
        return plume.build();
      }
      double stepM = Math.min(STEP_SHARE * x, 0.02 * startM + 0.05 * (x - startM) + 1e-3);
      Growth first = growth(rate, x - startM, state);
      State middle = state.after(first, stepM / 2);
      Growth second = growth(rate, x + stepM / 2 - startM, middle);
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
