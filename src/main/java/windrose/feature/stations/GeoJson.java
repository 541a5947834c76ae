package windrose.feature.stations;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;

/** Areas as GeoJSON MultiPolygons, to a tenth of a metre. */
final class GeoJson {
  private GeoJson() {}

  static JsonObject feature(String kind, Geometry geometry) {
    return new JsonObject()
        .put("type", "Feature")
        .put("properties", new JsonObject().put("kind", kind))
        .put("geometry", area(geometry));
  }

  /** What is not an area in it (touching lines, points) covers nothing and is left out. */
  private static JsonObject area(Geometry geometry) {
    JsonArray polygons = new JsonArray();
    collect(geometry, polygons);
    return new JsonObject().put("type", "MultiPolygon").put("coordinates", polygons);
  }

  private static void collect(Geometry geometry, JsonArray polygons) {
    if (geometry instanceof Polygon polygon) {
      if (!polygon.isEmpty()) {
        JsonArray rings = new JsonArray().add(ring(polygon.getExteriorRing()));
        for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
          rings.add(ring(polygon.getInteriorRingN(i)));
        }
        polygons.add(rings);
      }
      return;
    }
    if (geometry instanceof GeometryCollection) {
      for (int i = 0; i < geometry.getNumGeometries(); i++) {
        collect(geometry.getGeometryN(i), polygons);
      }
    }
  }

  private static JsonArray ring(LineString line) {
    JsonArray ring = new JsonArray();
    for (Coordinate at : line.getCoordinates()) {
      ring.add(new JsonArray().add(round(at.x)).add(round(at.y)));
    }
    return ring;
  }

  private static double round(double degrees) {
    return Math.round(degrees * 1e6) / 1e6;
  }
}
