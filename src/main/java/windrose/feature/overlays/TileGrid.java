package windrose.feature.overlays;

/** The square world of map tiles: x to the east and y to the south, both from 0 to 1. */
final class TileGrid {
  static final int SIDE_PX = 512;
  private static final double EQUATOR_M = 2 * Math.PI * 6_378_137.0;

  private TileGrid() {}

  static double x(double lon) {
    return (lon + 180) / 360;
  }

  static double y(double lat) {
    double sin = Math.sin(Math.toRadians(lat));
    return 0.5 - Math.log((1 + sin) / (1 - sin)) / (4 * Math.PI);
  }

  static double lon(double x) {
    return x * 360 - 180;
  }

  static double lat(double y) {
    return Math.toDegrees(Math.atan(Math.sinh(Math.PI * (1 - 2 * y))));
  }

  static double metresPerPixel(int zoom, double lat) {
    return EQUATOR_M * Math.cos(Math.toRadians(lat)) / SIDE_PX / (1L << zoom);
  }
}
