package windrose.domain.weather;

/**
 * How willingly the air mixes: Pasquill's classes from A (very unstable) to F (stable).
 *
 * <p>{@link #of} follows Turner's table with the single letters that ALOHA uses (NOAA OR&amp;R 43, section 4.2). It needs only
 * what a plain mast and a look at the sky give, and is often one class off; prefer a measured Monin-Obukhov length where a
 * sonic anemometer exists. Over water take {@link #D}.
 */
public enum Stability {
  A(0.108, -11.4, 0.10),
  B(0.112, -26, 0.17),
  C(0.120, -123, 0.30),
  D(0.142, Double.POSITIVE_INFINITY, 0),
  E(0.203, 123, 0.30),
  F(0.253, 26, 0.17);

  /** Rows: wind up to 2, 3, 5, 6 m/s and above; columns: strong, moderate, slight sun. */
  private static final Stability[][] BY_DAY = {
    {A, B, B}, {B, B, C}, {B, C, D}, {C, D, D}, {C, D, D}
  };

  /** The same rows; columns: half or more of the sky in cloud, less. */
  private static final Stability[][] BY_NIGHT = {{F, F}, {E, F}, {D, E}, {D, D}, {D, D}};

  private static final double[] WIND_UP_TO_MPS = {2, 3, 5, 6};

  private final double powerLawExponent;
  private final double lengthFactorM;
  private final double lengthExponent;

  Stability(double powerLawExponent, double lengthFactorM, double lengthExponent) {
    this.powerLawExponent = powerLawExponent;
    this.lengthFactorM = lengthFactorM;
    this.lengthExponent = lengthExponent;
  }

  /**
   * The class for a wind at 10 m, a height of the sun and a share of cloud from 0 to 1.
   *
   * <p>A sun below 15° warms too little to count (neutral, as Pasquill has it for the hour after sunrise and before sunset),
   * and an overcast sky is neutral by day and night.
   */
  public static Stability of(double windAt10mMps, double sunElevationDeg, double cloudShare) {
    int row = 0;
    while (row < WIND_UP_TO_MPS.length && windAt10mMps > WIND_UP_TO_MPS[row]) {
      row++;
    }
    if (cloudShare >= 0.99) {
      return D;
    }
    boolean cloudy = cloudShare >= 0.5;
    if (sunElevationDeg <= 0) {
      return BY_NIGHT[row][cloudy ? 0 : 1];
    }
    int sun = sunElevationDeg > 60 ? 0 : sunElevationDeg > 35 ? 1 : sunElevationDeg > 15 ? 2 : 3;
    int column = sun + (cloudy ? 1 : 0);
    return column > 2 ? D : BY_DAY[row][column];
  }

  /** Exponent n of U = U10 (z/10)^n, for quick looks; {@link WindProfile} is better near the ground. */
  public double powerLawExponent() {
    return powerLawExponent;
  }

  /** Monin-Obukhov length over ground of this roughness, as ALOHA-DEGADIS takes it; infinite when neutral. */
  public double obukhovLengthM(double roughnessM) {
    return lengthFactorM * Math.pow(roughnessM, lengthExponent);
  }
}
