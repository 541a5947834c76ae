package windrose.domain.heavygas;

import windrose.domain.weather.Stability;
import windrose.domain.weather.Wind;

/**
 * How a heavy cloud let go at once slumps, mixes and drifts off: the top-hat box of Eidsvik (1980) and Fryer and Kaiser (1979).
 *
 * <p>dR/dt = 1.1 √(g'H); air enters through the edge at 0.7 dR/dt and through the top at κ u* / φ(Ri); the cloud gains the
 * wind's speed with the air it takes in. It is heavy until g'H < u*² or it is within 0.001 kg/m³ of air, then it becomes a
 * Gaussian puff of the same mass. Works in a wind that turns, and down to 0.5 m/s.
 *
 * <p>From standard literature; held here against the workbook of Britter and McQuaid (a factor of two) and the properties seen
 * at Thorney Island: concentrations hardly depend on wind speed or stability. A cloud's inside is uniform, so the peak near the
 * ground is too low by up to two.
 */
public final class DensePuffs {
  private static final double SLUMPING = 1.1;
  private static final double EDGE = 0.7;
  private static final double KARMAN = 0.4;
  private static final double LEAST_EXCESS_KG_PER_M3 = 0.001;

  private final CloudMixture mixture;
  private final double roughnessM;

  public DensePuffs(CloudMixture mixture, double roughnessM) {
    this.mixture = mixture;
    this.roughnessM = roughnessM;
  }

  /**
   * The cloud at the moment of its release, at rest.
   *
   * @param radiusM of the source; 0 for a cloud as high as wide
   */
  public DensePuff released(double substanceKg, double radiusM, double eastM, double northM) {
    double volumeM3 = substanceKg / mixture.undilutedKgPerM3();
    double radius = radiusM > 0 ? radiusM : Math.cbrt(volumeM3 / Math.PI);
    double depthM = volumeM3 / (Math.PI * radius * radius);
    return new DensePuff(
        substanceKg, 0, radius, depthM, mixture.undilutedKgPerM3(), eastM, northM, 0, 0);
  }

  /** Whether it still behaves as heavy in this wind. */
  public boolean isHeavy(DensePuff puff, Wind windAt10m, Stability stability) {
    double friction = friction(windAt10m, stability);
    double excess = mixture.densityKgPerM3(puff.kgPerM3()) - mixture.air().densityKgPerM3();
    return excess > LEAST_EXCESS_KG_PER_M3
        && mixture.reducedGravityMps2(puff.kgPerM3()) * puff.depthM() > friction * friction;
  }

  /** The cloud some seconds later, in steps in which it grows by no more than a few per cent. */
  public DensePuff after(DensePuff start, double seconds, Wind windAt10m, Stability stability) {
    PowerLawWind wind = PowerLawWind.of(windAt10m.speedMps(), stability, roughnessM);
    double friction = Math.max(1e-3, wind.frictionVelocityMps() * KARMAN / PowerLawWind.KARMAN);
    DensePuff puff = start;
    double left = seconds;
    while (left > 1e-9) {
      double gravity = Math.max(0, mixture.reducedGravityMps2(puff.kgPerM3()));
      double front = SLUMPING * Math.sqrt(gravity * puff.depthM());
      double richardson = gravity * puff.depthM() / (friction * friction);
      double top = KARMAN * friction / LayerEntrainment.phi(richardson);
      double perS = front / puff.radiusM() * (2 + 2 * EDGE) + top / puff.depthM();
      double step = Math.min(left, 0.05 / Math.max(perS, 1e-6));
      puff = grown(puff, step, front, top, wind, windAt10m);
      left -= step;
    }
    return puff;
  }

  private DensePuff grown(
      DensePuff puff, double step, double front, double top, PowerLawWind wind, Wind windAt10m) {
    double r = puff.radiusM();
    double sideM3 = EDGE * front * 2 * Math.PI * r * puff.depthM() * step;
    double topM3 = top * Math.PI * r * r * step;
    double moreAirKg = (sideM3 + topM3) * mixture.air().densityKgPerM3();
    double airKg = puff.airKg() + moreAirKg;
    double mass = puff.substanceKg() + airKg;
    double kgPerM3 = mixture.kgPerM3AtMassShare(puff.substanceKg() / mass);
    double radius = r + front * step;
    double depthM = puff.substanceKg() / kgPerM3 / (Math.PI * radius * radius);
    Wind carrying = windAt10m.withSpeed(wind.atMps(Math.max(depthM / 2, 0.1)));
    double share = moreAirKg / mass;
    double eastMps = puff.eastMps() + share * (carrying.eastMps() - puff.eastMps());
    double northMps = puff.northMps() + share * (carrying.northMps() - puff.northMps());
    return new DensePuff(
        puff.substanceKg(),
        airKg,
        radius,
        depthM,
        kgPerM3,
        puff.eastM() + (puff.eastMps() + eastMps) / 2 * step,
        puff.northM() + (puff.northMps() + northMps) / 2 * step,
        eastMps,
        northMps);
  }

  private double friction(Wind windAt10m, Stability stability) {
    PowerLawWind wind = PowerLawWind.of(windAt10m.speedMps(), stability, roughnessM);
    return Math.max(1e-3, wind.frictionVelocityMps() * KARMAN / PowerLawWind.KARMAN);
  }
}
