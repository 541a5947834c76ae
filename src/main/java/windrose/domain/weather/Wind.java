package windrose.domain.weather;

/**
 * A horizontal wind: where it comes from, clockwise from north as meteorologists say it, and how fast it blows.
 *
 * <p>A plume drifts the other way: see {@link #eastMps()} and {@link #northMps()}, which point where the air goes.
 */
public record Wind(double fromDeg, double speedMps) {
  public Wind {
    if (!(speedMps >= 0) || !Double.isFinite(speedMps) || !Double.isFinite(fromDeg)) {
      throw new IllegalArgumentException(
          "not a wind: from %s°, %s m/s".formatted(fromDeg, speedMps));
    }
    fromDeg = ((fromDeg % 360) + 360) % 360;
  }

  /** The wind whose air moves this far east and north each second. */
  public static Wind towards(double eastMps, double northMps) {
    return new Wind(Math.toDegrees(Math.atan2(-eastMps, -northMps)), Math.hypot(eastMps, northMps));
  }

  public double eastMps() {
    return -speedMps * Math.sin(Math.toRadians(fromDeg));
  }

  public double northMps() {
    return -speedMps * Math.cos(Math.toRadians(fromDeg));
  }

  public Wind withSpeed(double otherMps) {
    return new Wind(fromDeg, otherMps);
  }
}
