package windrose.domain.geo;

/**
 * The ellipsoid's transverse Mercator, as UTM and Gauss-Krüger use it.
 *
 * <p>Krüger's series to the fourth power of the third flattening (L. Krüger 1912; Karney, Transverse Mercator with an accuracy of a
 * few nanometers, J. Geodesy 85, 2011): better than a millimetre within 15° of the central meridian. The ellipsoid is that of WGS-84;
 * that of CGCS2000 differs by a tenth of a millimetre.
 *
 * @param centralLon the longitude, in degrees, that is a straight line on the map
 */
public record TransverseMercator(
    double centralLon, double scale, double falseEastingM, double falseNorthingM)
    implements MapProjection {
  private static final double FLATTENING = 1 / 298.257223563;
  private static final double N = FLATTENING / (2 - FLATTENING);
  private static final double N2 = N * N;
  private static final double N3 = N2 * N;
  private static final double N4 = N3 * N;
  private static final double ECCENTRICITY = 2 * Math.sqrt(N) / (1 + N);

  /** The radius of the circle as long as a meridian. */
  private static final double RADIUS_M = 6_378_137.0 / (1 + N) * (1 + N2 / 4 + N4 / 64);

  private static final double[] ALPHA = {
    N / 2 - 2 * N2 / 3 + 5 * N3 / 16 + 41 * N4 / 180,
    13 * N2 / 48 - 3 * N3 / 5 + 557 * N4 / 1440,
    61 * N3 / 240 - 103 * N4 / 140,
    49_561 * N4 / 161_280
  };
  private static final double[] BETA = {
    N / 2 - 2 * N2 / 3 + 37 * N3 / 96 - N4 / 360,
    N2 / 48 + N3 / 15 - 437 * N4 / 1440,
    17 * N3 / 480 - 37 * N4 / 840,
    4397 * N4 / 161_280
  };
  private static final double[] DELTA = {
    2 * N - 2 * N2 / 3 - 2 * N3 + 116 * N4 / 45,
    7 * N2 / 3 - 8 * N3 / 5 - 227 * N4 / 45,
    56 * N3 / 15 - 136 * N4 / 35,
    4279 * N4 / 630
  };

  /** A zone of the Universal Transverse Mercator, 1 to 60. */
  public static TransverseMercator utm(int zone, boolean north) {
    return new TransverseMercator(zone * 6.0 - 183, 0.9996, 500_000, north ? 0 : 10_000_000);
  }

  /**
   * A zone of Gauss-Krüger.
   *
   * @param zoneInEasting the zone's number if it stands before the easting, else 0
   */
  public static TransverseMercator gaussKruger(double centralLon, int zoneInEasting) {
    return new TransverseMercator(centralLon, 1, zoneInEasting * 1e6 + 500_000, 0);
  }

  @Override
  public PlanePoint toPlane(double lon, double lat) {
    double sin = Math.sin(Math.toRadians(lat));
    double aside = Math.toRadians(lon - centralLon);
    double t = Math.sinh(atanh(sin) - ECCENTRICITY * atanh(ECCENTRICITY * sin));
    double xi = Math.atan2(t, Math.cos(aside));
    double eta = atanh(Math.sin(aside) / Math.sqrt(1 + t * t));
    double north = xi;
    double east = eta;
    for (int j = 1; j <= ALPHA.length; j++) {
      north += ALPHA[j - 1] * Math.sin(2 * j * xi) * Math.cosh(2 * j * eta);
      east += ALPHA[j - 1] * Math.cos(2 * j * xi) * Math.sinh(2 * j * eta);
    }
    return new PlanePoint(
        falseEastingM + scale * RADIUS_M * east, falseNorthingM + scale * RADIUS_M * north);
  }

  @Override
  public LonLat toLonLat(PlanePoint point) {
    double xi = (point.y() - falseNorthingM) / (scale * RADIUS_M);
    double eta = (point.x() - falseEastingM) / (scale * RADIUS_M);
    double north = xi;
    double east = eta;
    for (int j = 1; j <= BETA.length; j++) {
      north -= BETA[j - 1] * Math.sin(2 * j * xi) * Math.cosh(2 * j * eta);
      east -= BETA[j - 1] * Math.cos(2 * j * xi) * Math.sinh(2 * j * eta);
    }
    double conformal = Math.asin(Math.sin(north) / Math.cosh(east));
    double lat = conformal;
    for (int j = 1; j <= DELTA.length; j++) {
      lat += DELTA[j - 1] * Math.sin(2 * j * conformal);
    }
    double aside = Math.atan2(Math.sinh(east), Math.cos(north));
    return new LonLat(centralLon + Math.toDegrees(aside), Math.toDegrees(lat));
  }

  private static double atanh(double x) {
    return 0.5 * Math.log((1 + x) / (1 - x));
  }
}
