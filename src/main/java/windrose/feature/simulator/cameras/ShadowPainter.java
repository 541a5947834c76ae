package windrose.feature.simulator.cameras;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.algorithm.ConvexHull;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import windrose.domain.geo.LocalPoint;

/** Lays the shadows of near solids on the ground, all in one shape, so that things stand instead of float. */
final class ShadowPainter {
  private static final GeometryFactory GEOMETRY = new GeometryFactory();
  private static final double NEAR_M = 420;
  private static final int MOST = 90;

  private final Svg svg;
  private final Lens lens;
  private final Light light;

  ShadowPainter(Svg svg, Lens lens, Light light) {
    this.svg = svg;
    this.lens = lens;
    this.light = light;
  }

  /** The solids come from far to near; the nearest count. */
  void paint(List<Solid> solids) {
    StringBuilder d = new StringBuilder();
    int painted = 0;
    for (int i = solids.size() - 1; i >= 0 && painted < MOST; i--) {
      Solid solid = solids.get(i);
      boolean casts = solid.baseM() == 0 && solid.form() != Solid.Form.TREE;
      if (casts && lens.place().distanceM(solid.middle()) < NEAR_M) {
        outline(solid, d);
        painted++;
      }
    }
    if (d.length() > 0) {
      svg.path(d, "fill=\"#05080c\" fill-opacity=\"" + (light.isDark() ? ".3" : ".24") + "\"");
    }
  }

  private void outline(Solid solid, StringBuilder d) {
    double lengthM = Math.min(40, solid.topM());
    List<Coordinate> points = new ArrayList<>();
    for (LocalPoint point : solid.ring()) {
      points.add(new Coordinate(point.eastM(), point.northM()));
      points.add(
          new Coordinate(
              point.eastM() + light.shadowEast() * lengthM,
              point.northM() + light.shadowNorth() * lengthM));
    }
    Geometry hull = new ConvexHull(points.toArray(new Coordinate[0]), GEOMETRY).getConvexHull();
    List<Lens.Spot> spots = new ArrayList<>();
    for (Coordinate point : hull.getCoordinates()) {
      spots.add(lens.spot(point.x, point.y, 0));
    }
    List<Lens.Spot> seen = lens.clipped(spots);
    if (seen.size() > 2) {
      Svg.outline(d, lens, seen);
    }
  }
}
