package windrose.domain.geo;

/** A position in metres east and north of a {@link LocalFrame}'s origin. */
public record LocalPoint(double eastM, double northM) {
  public double distanceM(LocalPoint other) {
    return Math.hypot(eastM - other.eastM, northM - other.northM);
  }
}
