package windrose.domain.heavygas;

/**
 * A heavy cloud at one moment: a flat disc of gas and air that lies on the ground and drifts.
 *
 * @param substanceKg mass that was released, it stays in the cloud
 * @param airKg mass of air that has mixed in
 * @param eastM centre in the park's {@link windrose.domain.geo.LocalFrame}
 * @param eastMps its own speed, which it gains with the air it takes in
 */
public record DensePuff(
    double substanceKg,
    double airKg,
    double radiusM,
    double depthM,
    double kgPerM3,
    double eastM,
    double northM,
    double eastMps,
    double northMps) {
  /** Inside the disc its concentration, outside nothing. */
  public double kgPerM3At(double atEastM, double atNorthM, double heightM) {
    boolean inside = heightM <= depthM && Math.hypot(atEastM - eastM, atNorthM - northM) <= radiusM;
    return inside ? kgPerM3 : 0;
  }

  public double massKg() {
    return substanceKg + airKg;
  }

  /** Spread of the round Gaussian cloud that has the same mass and centre concentration. */
  public double sigmaHorizontalM() {
    return radiusM / Math.sqrt(2);
  }

  /** 4π / (2π)^1.5 of the depth, about depth / 1.25. */
  public double sigmaVerticalM() {
    return depthM * 4 * Math.PI / Math.pow(2 * Math.PI, 1.5);
  }
}
