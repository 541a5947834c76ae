package windrose.domain.detection;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.util.GeometryTransformer;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.locationtech.jts.operation.union.UnaryUnionOp;
import windrose.domain.geo.LocalFrame;
import windrose.domain.geo.LocalPoint;
import windrose.domain.geo.LonLat;

/**
 * Which part of an area the circles of its detectors cover: 公共区域监测覆盖率 as geometry.
 *
 * <p>Computed in metres around the middle of the area. Circles are polygons of 128 corners, 0.04 % smaller than true ones. Flat
 * geometry without walls, wind or height: it says where a detector is near, not that it would notice every leak.
 *
 * @param covered and {@code uncovered} in WGS-84 degrees
 */
public record AreaCoverage(
    double coveredM2, double areaM2, Geometry covered, Geometry uncovered, List<Geometry> circles) {
  private static final int QUADRANT_CORNERS = 32;
  private static final GeometryFactory FACTORY = new GeometryFactory();

  public AreaCoverage {
    circles = List.copyOf(circles);
  }

  /** A detector on its place with its radius. */
  public record Circle(LonLat centre, double radiusM) {}

  /** The part of the whole that none of the parcels takes. */
  public static Geometry without(Geometry whole, List<Geometry> parcels) {
    return parcels.isEmpty()
        ? whole
        : OverlayNGRobust.overlay(whole, UnaryUnionOp.union(parcels), OverlayNG.DIFFERENCE);
  }

  public static AreaCoverage of(Geometry area, List<Circle> detectors) {
    Coordinate middle = area.getEnvelopeInternal().centre();
    LocalFrame frame = LocalFrame.around(new LonLat(middle.x, middle.y));
    Geometry ground = new ToMetres(frame).transform(area);
    List<Geometry> circles = new ArrayList<>();
    for (Circle one : detectors) {
      LocalPoint centre = frame.toLocal(one.centre());
      circles.add(
          FACTORY
              .createPoint(new Coordinate(centre.eastM(), centre.northM()))
              .buffer(one.radiusM(), QUADRANT_CORNERS));
    }
    Geometry union = circles.isEmpty() ? FACTORY.createPolygon() : UnaryUnionOp.union(circles);
    Geometry covered = OverlayNGRobust.overlay(ground, union, OverlayNG.INTERSECTION);
    Geometry uncovered = OverlayNGRobust.overlay(ground, union, OverlayNG.DIFFERENCE);
    ToDegrees back = new ToDegrees(frame);
    return new AreaCoverage(
        covered.getArea(),
        ground.getArea(),
        back.transform(covered),
        back.transform(uncovered),
        circles.stream().map(back::transform).toList());
  }

  private static final class ToMetres extends GeometryTransformer {
    private final LocalFrame frame;

    ToMetres(LocalFrame frame) {
      this.frame = frame;
    }

    @Override
    protected CoordinateSequence transformCoordinates(CoordinateSequence degrees, Geometry parent) {
      Coordinate[] metres = degrees.toCoordinateArray().clone();
      for (int i = 0; i < metres.length; i++) {
        LocalPoint point = frame.toLocal(new LonLat(metres[i].x, metres[i].y));
        metres[i] = new Coordinate(point.eastM(), point.northM());
      }
      return FACTORY.getCoordinateSequenceFactory().create(metres);
    }
  }

  private static final class ToDegrees extends GeometryTransformer {
    private final LocalFrame frame;

    ToDegrees(LocalFrame frame) {
      this.frame = frame;
    }

    @Override
    protected CoordinateSequence transformCoordinates(CoordinateSequence metres, Geometry parent) {
      Coordinate[] degrees = metres.toCoordinateArray().clone();
      for (int i = 0; i < degrees.length; i++) {
        LonLat position = frame.toLonLat(new LocalPoint(degrees[i].x, degrees[i].y));
        degrees[i] = new Coordinate(position.lon(), position.lat());
      }
      return FACTORY.getCoordinateSequenceFactory().create(degrees);
    }
  }
}
