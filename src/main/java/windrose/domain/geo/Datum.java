package windrose.domain.geo;

import java.util.Optional;

/**
 * In which datum a position was given, and its way to WGS-84.
 *
 * <p>GCJ-02 shifts positions inside China by 300 to 600 m with a smooth formula (published as open code since 2010, e.g. in
 * "eviltransform"); it has no exact inverse, so we iterate, to better than a millimetre against that formula. BD-09 is GCJ-02 with
 * a second shift, whose published inverse is good to about half a metre. Convert at the edge; inside Windrose everything is WGS-84.
 */
public enum Datum {
  WGS_84("WGS-84"),
  /** Differs from WGS-84 by centimetres and is taken as the same. */
  CGCS2000("CGCS2000"),
  GCJ_02("GCJ-02"),
  BD_09("BD-09");

  private static final double SEMI_MAJOR_M = 6_378_245.0;
  private static final double ECCENTRICITY_SQUARED = 0.006_693_421_622_965_943;
  private static final double BD_TURN = Math.PI * 3000.0 / 180.0;
  private static final int ITERATIONS = 6;

  private final String title;

  Datum(String title) {
    this.title = title;
  }

  /** As people write it: {@code GCJ-02}. */
  public String title() {
    return title;
  }

  public static Optional<Datum> find(String title) {
    for (Datum datum : values()) {
      if (datum.title.equalsIgnoreCase(title.strip())) {
        return Optional.of(datum);
      }
    }
    return Optional.empty();
  }

  public LonLat toWgs84(LonLat position) {
    return switch (this) {
      case WGS_84, CGCS2000 -> position;
      case GCJ_02 -> fromGcj02(position);
      case BD_09 -> fromGcj02(bd09ToGcj02(position));
    };
  }

  /** What a GCJ-02 map shows for a WGS-84 position; outside China the same. */
  public static LonLat toGcj02(LonLat wgs84) {
    if (isOutsideChina(wgs84)) {
      return wgs84;
    }
    double east = wgs84.lon() - 105;
    double north = wgs84.lat() - 35;
    double latRad = Math.toRadians(wgs84.lat());
    double sin = Math.sin(latRad);
    double magic = 1 - ECCENTRICITY_SQUARED * sin * sin;
    double root = Math.sqrt(magic);
    double metresPerRadNorth = SEMI_MAJOR_M * (1 - ECCENTRICITY_SQUARED) / (magic * root);
    double metresPerRadEast = SEMI_MAJOR_M / root * Math.cos(latRad);
    return new LonLat(
        wgs84.lon() + Math.toDegrees(shiftEastM(east, north) / metresPerRadEast),
        wgs84.lat() + Math.toDegrees(shiftNorthM(east, north) / metresPerRadNorth));
  }

  private static LonLat fromGcj02(LonLat gcj02) {
    LonLat guess = gcj02;
    for (int i = 0; i < ITERATIONS; i++) {
      LonLat shown = toGcj02(guess);
      guess =
          new LonLat(
              guess.lon() + gcj02.lon() - shown.lon(), guess.lat() + gcj02.lat() - shown.lat());
    }
    return guess;
  }

  private static LonLat bd09ToGcj02(LonLat bd09) {
    double x = bd09.lon() - 0.0065;
    double y = bd09.lat() - 0.006;
    double radius = Math.hypot(x, y) - 0.00002 * Math.sin(y * BD_TURN);
    double angle = Math.atan2(y, x) - 0.000003 * Math.cos(x * BD_TURN);
    return new LonLat(radius * Math.cos(angle), radius * Math.sin(angle));
  }

  private static boolean isOutsideChina(LonLat at) {
    return at.lon() < 72.004 || at.lon() > 137.8347 || at.lat() < 0.8293 || at.lat() > 55.8271;
  }

  private static double shiftEastM(double east, double north) {
    return 300.0
        + east
        + 2 * north
        + 0.1 * east * east
        + 0.1 * east * north
        + 0.1 * Math.sqrt(Math.abs(east))
        + ripples(20, 6, east, 20, 2, east)
        + ripples(20, 1, east, 40, 1.0 / 3, east)
        + ripples(150, 1.0 / 12, east, 300, 1.0 / 30, east);
  }

  private static double shiftNorthM(double east, double north) {
    return -100.0
        + 2 * east
        + 3 * north
        + 0.2 * north * north
        + 0.1 * east * north
        + 0.2 * Math.sqrt(Math.abs(east))
        + ripples(20, 6, east, 20, 2, east)
        + ripples(20, 1, north, 40, 1.0 / 3, north)
        + ripples(160, 1.0 / 12, north, 320, 1.0 / 30, north);
  }

  private static double ripples(
      double heightA, double turnsA, double a, double heightB, double turnsB, double b) {
    return 2.0
        / 3.0
        * (heightA * Math.sin(turnsA * a * Math.PI) + heightB * Math.sin(turnsB * b * Math.PI));
  }
}
