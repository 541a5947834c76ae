package windrose.domain.geo;

/**
 * Metres around one origin: the flat frame in which plumes, distances and routes of one park are computed.
 *
 * <p>Uses the local radii of curvature of the WGS-84 ellipsoid (meridian and prime vertical, e.g. Torge, Geodesy, 3rd ed.,
 * section 4.1). Against the geodesic the error grows with the square of the distance: about 0.01 % at 10 km and 0.2 % at 50 km
 * at 35° N. Take one frame per area; never one frame for two areas far apart.
 */
public final class LocalFrame {
  private static final double SEMI_MAJOR_M = 6_378_137.0;
  private static final double ECCENTRICITY_SQUARED = 6.694_379_990_14e-3;

  private final LonLat origin;
  private final double metresPerDegreeEast;
  private final double metresPerDegreeNorth;

  private LocalFrame(LonLat origin) {
    this.origin = origin;
    double latRad = Math.toRadians(origin.lat());
    double w = Math.sqrt(1 - ECCENTRICITY_SQUARED * Math.sin(latRad) * Math.sin(latRad));
    double meridianRadiusM = SEMI_MAJOR_M * (1 - ECCENTRICITY_SQUARED) / (w * w * w);
    double primeVerticalRadiusM = SEMI_MAJOR_M / w;
    this.metresPerDegreeNorth = Math.toRadians(meridianRadiusM);
    this.metresPerDegreeEast = Math.toRadians(primeVerticalRadiusM * Math.cos(latRad));
  }

  public static LocalFrame around(LonLat origin) {
    if (Math.abs(origin.lat()) > 80) {
      throw new IllegalArgumentException(
          "a flat frame needs a latitude between 80° S and 80° N, not " + origin.lat());
    }
    return new LocalFrame(origin);
  }

  public LonLat origin() {
    return origin;
  }

  public LocalPoint toLocal(LonLat position) {
    return new LocalPoint(
        (position.lon() - origin.lon()) * metresPerDegreeEast,
        (position.lat() - origin.lat()) * metresPerDegreeNorth);
  }

  public LonLat toLonLat(LocalPoint point) {
    return new LonLat(
        origin.lon() + point.eastM() / metresPerDegreeEast,
        origin.lat() + point.northM() / metresPerDegreeNorth);
  }

  public double distanceM(LonLat a, LonLat b) {
    return toLocal(a).distanceM(toLocal(b));
  }
}
