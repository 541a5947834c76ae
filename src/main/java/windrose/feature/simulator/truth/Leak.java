package windrose.feature.simulator.truth;

import windrose.domain.release.GasDischarge;
import windrose.domain.release.Hole;
import windrose.domain.release.LiquidDischarge;

/**
 * A leak as a drill tells it: what comes out of which asset, through which hole, and for how long.
 *
 * <p>The rate follows from the hole and the vessel's pressure; the hole opens during the ramp, holds, and is closed over three
 * minutes at the end. Substance constants are those of the project's table of substances (CAS given).
 *
 * @param asset the tank or unit that leaks
 * @param cas what the detectors' register must say to see it
 * @param factor the factor of detectors without a CAS number
 * @param lelPercentVolume NaN when it does not burn
 * @param rateKgPerS at full opening
 */
public record Leak(
    String asset,
    String cas,
    String factor,
    double molarMassGPerMol,
    double lelPercentVolume,
    double heightM,
    double rateKgPerS,
    double rampS,
    double lengthS) {
  private static final double CLOSING_S = 180;
  private static final double AMBIENT_PA = 101_325;

  /** Pressurised liquid chlorine, 20 °C: 6.2 bar gauge, 1410 kg/m³, through a 5 mm hole in a flange gasket. */
  public static final Leak CHLORINE =
      new Leak(
          "E01-TK-101",
          "7782-50-5",
          "cl2",
          70.906,
          Double.NaN,
          0.8,
          liquid(0.005, 1410, 620_000),
          120,
          1200);

  /** Liquid ammonia, 20 °C: 7.8 bar gauge, 610 kg/m³, through an 8 mm hole under the sphere. */
  public static final Leak AMMONIA =
      new Leak(
          "E02-TK-201",
          "7664-41-7",
          "nh3",
          17.0305,
          15,
          1.0,
          liquid(0.008, 610, 780_000),
          90,
          1200);

  /** Liquefied petroleum gas as propane, 20 °C: 7.5 bar gauge, 540 kg/m³, through an 18 mm hole at a drain valve. */
  public static final Leak LPG =
      new Leak(
          "E03-TK-101", "74-98-6", "lel", 44.0956, 2.1, 0.6, liquid(0.018, 540, 750_000), 60, 900);

  /** Hydrogen sulfide gas, 40 °C: 4 bar gauge, through a 25 mm hole in the acid gas line of the shift and purification unit. */
  public static final Leak HYDROGEN_SULFIDE =
      new Leak(
          "E02-U07",
          "7783-06-4",
          "h2s",
          34.0809,
          4,
          3.0,
          gas(0.025, 501_325, 34.0809, 313, 1.322),
          60,
          900);

  /** What leaves the hole some seconds after it began to open. */
  public double rateKgPerS(double ageS) {
    if (ageS <= 0 || ageS >= lengthS) {
      return 0;
    }
    double opening = Math.min(1, ageS / rampS);
    double closing = Math.min(1, (lengthS - ageS) / CLOSING_S);
    return rateKgPerS * opening * closing;
  }

  public boolean isBurnable() {
    return !Double.isNaN(lelPercentVolume);
  }

  private static double liquid(double holeM, double densityKgPerM3, double overpressurePa) {
    return LiquidDischarge.rateKgPerS(
        Hole.round(holeM, Hole.SHARP_EDGE), densityKgPerM3, overpressurePa);
  }

  private static double gas(
      double holeM, double vesselPa, double molarMass, double temperatureK, double heatRatio) {
    return GasDischarge.rateKgPerS(
        Hole.round(holeM, Hole.SHARP_EDGE),
        vesselPa,
        GasDischarge.idealDensityKgPerM3(vesselPa, molarMass, temperatureK),
        heatRatio,
        AMBIENT_PA);
  }
}
