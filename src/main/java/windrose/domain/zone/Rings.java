package windrose.domain.zone;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.locationtech.jts.algorithm.Area;
import org.locationtech.jts.algorithm.PointLocation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;

/** Puts rings that do not cross together as polygons: each hole goes into the smallest shell around it. */
final class Rings {
  private static final class Shell {
    final Coordinate[] ring;
    final double area;
    final Envelope envelope;
    final List<LinearRing> holes = new ArrayList<>();

    Shell(Coordinate[] ring, double area) {
      this.ring = ring;
      this.area = area;
      this.envelope = envelope(ring);
    }

    boolean surrounds(Coordinate[] hole) {
      return envelope.contains(hole[0]) && PointLocation.isInRing(hole[0], ring);
    }
  }

  private Rings() {}

  /** Counter-clockwise rings are shells, clockwise ones holes. */
  static MultiPolygon polygons(List<Coordinate[]> rings, GeometryFactory geometry) {
    List<Shell> shells = new ArrayList<>();
    List<Coordinate[]> holes = new ArrayList<>();
    for (Coordinate[] ring : rings) {
      double clockwise = Area.ofRingSigned(ring);
      if (clockwise < 0) {
        shells.add(new Shell(ring, -clockwise));
      } else if (clockwise > 0) {
        holes.add(ring);
      }
    }
    shells.sort(Comparator.comparingDouble(shell -> shell.area));
    for (Coordinate[] hole : holes) {
      for (Shell shell : shells) {
        if (shell.surrounds(hole)) {
          shell.holes.add(geometry.createLinearRing(hole));
          break;
        }
      }
    }
    Polygon[] polygons = new Polygon[shells.size()];
    for (int i = 0; i < polygons.length; i++) {
      Shell shell = shells.get(polygons.length - 1 - i);
      polygons[i] =
          geometry.createPolygon(
              geometry.createLinearRing(shell.ring), shell.holes.toArray(LinearRing[]::new));
    }
    return geometry.createMultiPolygon(polygons);
  }

  private static Envelope envelope(Coordinate[] ring) {
    Envelope envelope = new Envelope();
    for (Coordinate point : ring) {
      envelope.expandToInclude(point);
    }
    return envelope;
  }
}
