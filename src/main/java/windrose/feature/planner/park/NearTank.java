package windrose.feature.planner.park;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.operation.distance.DistanceOp;
import windrose.domain.domino.Neighbour;
import windrose.domain.geo.LocalFrame;
import windrose.domain.geo.LocalPoint;
import windrose.domain.geo.LonLat;
import windrose.feature.planner.answer.ZoneShapes;

/**
 * A tank that stands near an accident.
 *
 * @param distanceM to its wall
 * @param neighbour the point of its wall that is nearest, in metres around the accident
 */
public record NearTank(ParkTank tank, double distanceM, Neighbour neighbour) {
  private static final double WITHIN_M = 2_000;
  private static final int MOST = 80;
  private static final GeometryFactory GEOMETRY = new GeometryFactory();

  /**
   * The nearest tanks within two kilometres, nearest first, at most eighty.
   *
   * @param own the tank that leaks; null leaves out the one whose outline holds the point
   */
  public static List<NearTank> around(List<ParkTank> tanks, LonLat at, @Nullable String own) {
    LocalFrame frame = LocalFrame.around(at);
    List<NearTank> near = new ArrayList<>();
    for (ParkTank one : tanks) {
      boolean leaks = own == null ? holds(one.outline(), at) : one.tank().id().equals(own);
      if (!leaks && frame.distanceM(at, one.tank().center()) <= WITHIN_M) {
        near.add(of(one, frame));
      }
    }
    return near.stream()
        .sorted(Comparator.comparingDouble(NearTank::distanceM))
        .limit(MOST)
        .toList();
  }

  private static boolean holds(Geometry outline, LonLat at) {
    return outline.intersects(GEOMETRY.createPoint(new Coordinate(at.lon(), at.lat())));
  }

  private static NearTank of(ParkTank tank, LocalFrame frame) {
    Coordinate wall =
        DistanceOp.nearestPoints(
            GEOMETRY.createPoint(new Coordinate(0, 0)), ZoneShapes.toLocal(tank.outline(), frame))[
            1];
    LocalPoint at = new LocalPoint(wall.x, wall.y);
    String cas = tank.tank().cas();
    return new NearTank(
        tank,
        Math.hypot(at.eastM(), at.northM()),
        new Neighbour(
            tank.tank().id(),
            cas == null ? "" : cas,
            at.eastM(),
            at.northM(),
            tank.middleM(),
            tank.isPressurised()));
  }
}
