package windrose.domain.geo;

/**
 * A position in WGS-84 degrees, longitude first as in GeoJSON. CGCS2000 differs by centimetres and is treated as the same.
 */
public record LonLat(double lon, double lat) {
  public LonLat {
    if (!(lon >= -180 && lon <= 180 && lat >= -90 && lat <= 90)) {
      throw new IllegalArgumentException(
          "not a position on Earth: lon %s, lat %s (longitude comes first)".formatted(lon, lat));
    }
  }
}
