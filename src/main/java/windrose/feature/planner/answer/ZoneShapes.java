package windrose.feature.planner.answer;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.geom.util.GeometryTransformer;
import org.locationtech.jts.precision.GeometryPrecisionReducer;
import windrose.domain.geo.LocalFrame;
import windrose.domain.geo.LocalPoint;
import windrose.domain.geo.LonLat;

/** Zones in degrees WGS-84, as valid GeoJSON multipolygons with six decimals, a tenth of a metre. */
public final class ZoneShapes {
  private static final PrecisionModel SIX_DECIMALS = new PrecisionModel(1e6);
  private static final GeometryFactory GEOMETRY = new GeometryFactory();

  private ZoneShapes() {}

  /** Metres around the source into degrees; what rounding would fold over itself is cut, so that a valid shape stays valid. */
  public static Geometry toLonLat(Geometry local, LocalFrame frame) {
    Geometry exact = exactLonLat(local, frame);
    return GeometryPrecisionReducer.reduce(exact, SIX_DECIMALS);
  }

  private static Geometry exactLonLat(Geometry local, LocalFrame frame) {
    return new GeometryTransformer() {
      @Override
      protected CoordinateSequence transformCoordinates(CoordinateSequence from, Geometry parent) {
        Coordinate[] turned = new Coordinate[from.size()];
        for (int i = 0; i < turned.length; i++) {
          LonLat at = frame.toLonLat(new LocalPoint(from.getX(i), from.getY(i)));
          turned[i] = new Coordinate(at.lon(), at.lat());
        }
        return GEOMETRY.getCoordinateSequenceFactory().create(turned);
      }
    }.transform(local);
  }

  /** Degrees into metres around the frame's origin. */
  public static Geometry toLocal(Geometry lonLat, LocalFrame frame) {
    return new GeometryTransformer() {
      @Override
      protected CoordinateSequence transformCoordinates(CoordinateSequence from, Geometry parent) {
        Coordinate[] turned = new Coordinate[from.size()];
        for (int i = 0; i < turned.length; i++) {
          LocalPoint at = frame.toLocal(new LonLat(from.getX(i), from.getY(i)));
          turned[i] = new Coordinate(at.eastM(), at.northM());
        }
        return GEOMETRY.getCoordinateSequenceFactory().create(turned);
      }
    }.transform(lonLat);
  }

  /** Shells counter-clockwise, holes clockwise, as RFC 7946 wants it. */
  public static JsonObject multiPolygon(Geometry lonLat) {
    JsonArray polygons = new JsonArray();
    for (int i = 0; i < lonLat.getNumGeometries(); i++) {
      if (lonLat.getGeometryN(i) instanceof Polygon polygon && !polygon.isEmpty()) {
        JsonArray rings = new JsonArray().add(ring(polygon.getExteriorRing(), true));
        for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
          rings.add(ring(polygon.getInteriorRingN(hole), false));
        }
        polygons.add(rings);
      }
    }
    return new JsonObject().put("type", "MultiPolygon").put("coordinates", polygons);
  }

  private static JsonArray ring(LinearRing ring, boolean counterClockwise) {
    boolean turned =
        org.locationtech.jts.algorithm.Orientation.isCCW(ring.getCoordinateSequence())
            != counterClockwise;
    JsonArray positions = new JsonArray();
    int last = ring.getNumPoints() - 1;
    for (int i = 0; i <= last; i++) {
      Coordinate at = ring.getCoordinateN(turned ? last - i : i);
      positions.add(new JsonArray().add(at.x).add(at.y));
    }
    return positions;
  }
}
