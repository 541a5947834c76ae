package windrose.domain.geo;

import java.util.Optional;

/**
 * How a coordinate system of maps turns a place on Earth into x and y and back.
 *
 * <p>WGS-84 and CGCS2000 differ by centimetres and are treated as one datum. Systems on other datums (Beijing 1954, Xi'an 1980, and
 * GCJ-02, which has no EPSG code) lie tens to hundreds of metres aside and are therefore not offered by {@link #find}.
 */
public sealed interface MapProjection
    permits MapProjection.Degrees, MapProjection.WebMercator, TransverseMercator {
  /** A place on the map's plane, in the unit of its system: metres or degrees. */
  record PlanePoint(double x, double y) {}

  PlanePoint toPlane(double lon, double lat);

  LonLat toLonLat(PlanePoint point);

  /** Longitude and latitude themselves. */
  record Degrees() implements MapProjection {
    @Override
    public PlanePoint toPlane(double lon, double lat) {
      return new PlanePoint(lon, lat);
    }

    @Override
    public LonLat toLonLat(PlanePoint point) {
      return new LonLat(point.x(), point.y());
    }
  }

  /** The sphere's Mercator of map tiles (EPSG:3857). */
  record WebMercator() implements MapProjection {
    private static final double RADIUS_M = 6_378_137.0;

    @Override
    public PlanePoint toPlane(double lon, double lat) {
      double halfWay = Math.PI / 4 + Math.toRadians(lat) / 2;
      return new PlanePoint(Math.toRadians(lon) * RADIUS_M, Math.log(Math.tan(halfWay)) * RADIUS_M);
    }

    @Override
    public LonLat toLonLat(PlanePoint point) {
      double halfWay = Math.atan(Math.exp(point.y() / RADIUS_M));
      return new LonLat(
          Math.toDegrees(point.x() / RADIUS_M), Math.toDegrees(2 * halfWay - Math.PI / 2));
    }
  }

  /**
   * The system of an EPSG code, if it is one of ours: 4326 and 4490 (degrees), 3857, UTM on WGS-84 (326xx north, 327xx south) and
   * CGCS2000 Gauss-Krüger (4491–4554: zones of 6° and 3°, with and without the zone's number before the easting).
   */
  static Optional<MapProjection> find(int epsg) {
    if (epsg == 4326 || epsg == 4490) {
      return Optional.of(new Degrees());
    }
    if (epsg == 3857) {
      return Optional.of(new WebMercator());
    }
    if (epsg > 32_600 && epsg <= 32_660) {
      return Optional.of(TransverseMercator.utm(epsg - 32_600, true));
    }
    if (epsg > 32_700 && epsg <= 32_760) {
      return Optional.of(TransverseMercator.utm(epsg - 32_700, false));
    }
    return Optional.ofNullable(
        epsg >= 4491 && epsg <= 4501
            ? TransverseMercator.gaussKruger((epsg - 4491) * 6 + 75, epsg - 4491 + 13)
            : epsg >= 4502 && epsg <= 4512
                ? TransverseMercator.gaussKruger((epsg - 4502) * 6 + 75, 0)
                : epsg >= 4513 && epsg <= 4533
                    ? TransverseMercator.gaussKruger((epsg - 4513) * 3 + 75, epsg - 4513 + 25)
                    : epsg >= 4534 && epsg <= 4554
                        ? TransverseMercator.gaussKruger((epsg - 4534) * 3 + 75, 0)
                        : null);
  }
}
