package windrose.domain.geo;

import java.util.Locale;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;

/**
 * How far around a park its things may lie, and what probably went wrong with a thing that lies elsewhere.
 *
 * <p>It finds swapped axes, metres instead of degrees, and places on the other side of the country. A datum mix-up (GCJ-02 or
 * BD-09 read as WGS-84) shifts by 300 to 600 m and cannot be seen from the numbers.
 */
public final class Surroundings {
  public static final double RADIUS_KM = 100;

  private final Envelope boundary;
  private final LocalFrame frame;

  public Surroundings(Envelope boundary) {
    this.boundary = new Envelope(boundary);
    Coordinate centre = boundary.centre();
    this.frame = LocalFrame.around(new LonLat(centre.x, centre.y));
  }

  /** Why these two numbers cannot be a longitude and a latitude at all, with a hint. */
  public static Optional<String> complaintOnEarth(double lon, double lat) {
    if (Math.abs(lon) <= 180 && Math.abs(lat) <= 90) {
      return Optional.empty();
    }
    if (Math.abs(lon) <= 90 && Math.abs(lat) <= 180) {
      return Optional.of(
          "[%s, %s] is not on Earth; longitude and latitude look swapped (longitude comes first)"
              .formatted(number(lon), number(lat)));
    }
    return Optional.of(
        "[%s, %s] are not degrees; they look like metres of a projection (convert to WGS-84 longitude and latitude)"
            .formatted(number(lon), number(lat)));
  }

  /** Why this thing cannot belong to the park, with a hint; empty when it lies near enough. */
  public Optional<String> complaint(Envelope thing) {
    double distanceKm = farthestKm(thing);
    if (distanceKm <= RADIUS_KM) {
      return Optional.empty();
    }
    Coordinate centre = thing.centre();
    Envelope swapped =
        new Envelope(thing.getMinY(), thing.getMaxY(), thing.getMinX(), thing.getMaxX());
    String hint =
        Math.abs(swapped.getMaxY()) <= 90 && farthestKm(swapped) <= RADIUS_KM
            ? "longitude and latitude look swapped (longitude comes first)"
            : "at most %.0f km are allowed: a wrong digit, or another datum or projection?"
                .formatted(RADIUS_KM);
    return Optional.of(
        "[%s, %s] lies %s km from the park's boundary; %s"
            .formatted(
                number(centre.x),
                number(centre.y),
                String.format(Locale.ROOT, "%,.0f", distanceKm),
                hint));
  }

  private double farthestKm(Envelope thing) {
    double km = 0;
    for (double lon : new double[] {thing.getMinX(), thing.getMaxX()}) {
      for (double lat : new double[] {thing.getMinY(), thing.getMaxY()}) {
        km = Math.max(km, distanceKm(lon, lat));
      }
    }
    return km;
  }

  private double distanceKm(double lon, double lat) {
    double nearestLon = Math.max(boundary.getMinX(), Math.min(lon, boundary.getMaxX()));
    double nearestLat = Math.max(boundary.getMinY(), Math.min(lat, boundary.getMaxY()));
    return frame.distanceM(new LonLat(lon, lat), new LonLat(nearestLon, nearestLat)) / 1000;
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.6f", value).replaceFirst("\\.?0+$", "");
  }
}
