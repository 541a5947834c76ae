package windrose.domain.fire;

/**
 * The shape of a burning jet: a cut-off cone that lifts off its hole and bends with the wind.
 *
 * <p>Chamberlain (1987), Chem. Eng. Res. Des. 65, 299–309, section 4.1. The flame's length follows Kalghatgi's still air rule
 * (measured) or 105.4 effective diameters (screening, as ALOHA). Fitted to flares and horizontal jets of natural gas up to
 * 10 kg/s; lengths within 20 % there.
 *
 * @param lengthM from the hole to the tip
 * @param bendDeg between the hole's axis and the flame's, positive when the wind bends it
 * @param liftM from the hole to the base, along the hole's axis
 * @param frustumM from base to tip
 */
record JetFlame(
    double lengthM,
    double bendDeg,
    double liftM,
    double frustumM,
    double baseWidthM,
    double tipWidthM) {
  private static final double GRAVITY = 9.80665;
  private static final double SCREENING_LENGTHS = 105.4;
  private static final double LIFT_OF_DROPS = 0.015;

  /**
   * @param angleDeg between the jet and the wind: 0 blows along, 90 across, 180 against
   */
  static JetFlame of(
      ExpandedJet jet,
      double windMps,
      double angleDeg,
      double airDensityKgPerM3,
      double fuelMassShare,
      boolean twoPhase,
      FlameMethod method) {
    double ds = jet.effectiveDiameterM();
    double uj = jet.speedMps();
    double ratio = windMps / uj;
    double buoyancy = Math.cbrt(GRAVITY / (ds * ds * uj * uj));
    double inWind = 0.51 * Math.exp(-0.4 * windMps) + 0.49;
    double byAngle = 1 - 6.07e-3 * (angleDeg - 90);
    double stillM;
    double length;
    if (method == FlameMethod.SCREENING) {
      length = SCREENING_LENGTHS * ds * byAngle;
      stillM = SCREENING_LENGTHS * ds / inWind;
    } else {
      stillM = stillAirLengths(Math.cbrt(GRAVITY * ds / (uj * uj)), fuelMassShare) * ds;
      length = stillM * inWind * byAngle;
    }
    double bend = bendDeg(ratio, angleDeg, buoyancy * stillM);
    double bendRad = Math.toRadians(bend);
    double lift = twoPhase ? LIFT_OF_DROPS * length : liftM(ratio, bendRad, length);
    double across = lift * Math.sin(bendRad);
    double frustum = Math.sqrt(length * length - across * across) - lift * Math.cos(bendRad);
    double power = (1000 * Math.exp(-100 * ratio) + 0.8) * ratio;
    double mixing = Math.exp(-70 * Math.pow(buoyancy * ds, power));
    double base =
        ds
            * (13.5 * Math.exp(-6 * ratio) + 1.5)
            * (1 - (1 - Math.sqrt(airDensityKgPerM3 / jet.densityKgPerM3()) / 15) * mixing);
    double tip =
        length * (0.18 * Math.exp(-1.5 * ratio) + 0.31) * (1 - 0.47 * Math.exp(-25 * ratio));
    return new JetFlame(length, bend, lift, frustum, base, tip);
  }

  /** Wall and both ends. */
  double surfaceM2() {
    double slant = Math.hypot(frustumM, (tipWidthM - baseWidthM) / 2);
    return Math.PI / 4 * (baseWidthM * baseWidthM + tipWidthM * tipWidthM)
        + Math.PI / 2 * (baseWidthM + tipWidthM) * slant;
  }

  /** Y = L/Ds from 0.024 ξ Y^(5/3) + 0.2 Y^(2/3) = (2.85/W)^(2/3), by halving; the left side grows with Y. */
  private static double stillAirLengths(double xi, double fuelMassShare) {
    double right = Math.pow(2.85 / fuelMassShare, 2.0 / 3);
    double low = 0;
    double high = 1e6;
    for (int i = 0; i < 100; i++) {
      double y = (low + high) / 2;
      if (0.024 * xi * Math.pow(y, 5.0 / 3) + 0.2 * Math.pow(y, 2.0 / 3) < right) {
        low = y;
      } else {
        high = y;
      }
    }
    return low;
  }

  private static double bendDeg(double ratio, double angleDeg, double richardson) {
    double byJet = (angleDeg - 90) * (1 - Math.exp(-25.6 * ratio));
    double byWind =
        ratio <= 0.05
            ? 8000 * ratio / richardson
            : (134 + 1726 * Math.sqrt(ratio - 0.026)) / richardson;
    return Math.max(-90, Math.min(90, byJet + byWind));
  }

  private static double liftM(double ratio, double bendRad, double lengthM) {
    double k = 0.185 * Math.exp(-20 * ratio) + 0.015;
    return Math.abs(bendRad) < 1e-6
        ? k * lengthM
        : lengthM * Math.sin(k * bendRad) / Math.sin(bendRad);
  }
}
