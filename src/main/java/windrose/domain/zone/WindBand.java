package windrose.domain.zone;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.AffineTransformation;
import org.locationtech.jts.operation.union.UnaryUnionOp;
import org.locationtech.jts.simplify.DouglasPeuckerSimplifier;
import windrose.domain.weather.Stability;

/**
 * Where a zone may lie when the wind direction is only known so well: everything it sweeps when turned by ± 1.96 σ.
 *
 * <p>σ of the direction within the hour by class (25° for A to 2.5° for F, from ALOHA's confidence lines, NOAA OR&amp;R 43), twice
 * that below 2 m/s, where a stable wind goes where it likes; ± 180° and more is the full circle. It is no danger zone: a given
 * point in it is most likely not hit.
 */
public final class WindBand {
  private static final double NINETY_FIVE_PERCENT = 1.96;
  private static final double LOW_WIND_MPS = 2;
  private static final double LOW_WIND_FACTOR = 2;
  private static final double STEP_DEG = 3;
  private static final int CIRCLE_POINTS = 64;

  private WindBand() {}

  /** Standard deviation of the direction, in degrees. */
  public static double sigmaDeg(Stability stability, double windMps) {
    double sigma =
        switch (stability) {
          case A -> 25;
          case B -> 20;
          case C -> 15;
          case D -> 10;
          case E -> 5;
          case F -> 2.5;
        };
    return windMps < LOW_WIND_MPS ? sigma * LOW_WIND_FACTOR : sigma;
  }

  /**
   * What a zone sweeps.
   *
   * @param area in the cloud's own axes, the source at (0, 0)
   */
  public static MultiPolygon swept(MultiPolygon area, double sigmaDeg) {
    if (area.isEmpty()) {
      return area;
    }
    double eachWayDeg = NINETY_FIVE_PERCENT * sigmaDeg;
    GeometryFactory geometry = area.getFactory();
    if (eachWayDeg >= 180) {
      return circle(area, geometry);
    }
    double coarseM = 0.002 * area.getEnvelopeInternal().getDiameter();
    Geometry plain = DouglasPeuckerSimplifier.simplify(area, coarseM);
    int steps = (int) Math.max(2, Math.ceil(2 * eachWayDeg / STEP_DEG));
    List<Geometry> turned = new ArrayList<>();
    for (int i = 0; i <= steps; i++) {
      double angleDeg = -eachWayDeg + 2 * eachWayDeg * i / steps;
      turned.add(AffineTransformation.rotationInstance(Math.toRadians(angleDeg)).transform(plain));
    }
    return multi(UnaryUnionOp.union(turned), geometry);
  }

  private static MultiPolygon circle(MultiPolygon area, GeometryFactory geometry) {
    double radiusM = 0;
    for (var point : area.getCoordinates()) {
      radiusM = Math.max(radiusM, Math.hypot(point.x, point.y));
    }
    return multi(
        geometry
            .createPoint(new org.locationtech.jts.geom.Coordinate(0, 0))
            .buffer(radiusM, CIRCLE_POINTS / 4),
        geometry);
  }

  static MultiPolygon multi(Geometry any, GeometryFactory geometry) {
    List<Polygon> polygons = new ArrayList<>();
    for (int i = 0; i < any.getNumGeometries(); i++) {
      if (any.getGeometryN(i) instanceof Polygon polygon && !polygon.isEmpty()) {
        polygons.add((Polygon) polygon.norm().reverse());
      }
    }
    return geometry.createMultiPolygon(polygons.toArray(Polygon[]::new));
  }
}
