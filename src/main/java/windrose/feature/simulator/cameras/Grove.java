package windrose.feature.simulator.cameras;

import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import windrose.domain.geo.LocalFrame;
import windrose.domain.geo.LocalPoint;
import windrose.domain.geo.LonLat;
import windrose.domain.park.ParkFeature;
import windrose.feature.simulator.truth.Noise;

/** Plants trees in a green belt or a wood, always the same ones. */
final class Grove {
  private static final int MOST_TREES = 70;
  private static final double SQUARE_M_PER_TREE = 140;

  private Grove() {}

  static void plant(ParkFeature feature, LocalFrame frame, List<Solid> solids) {
    PreparedGeometry area = PreparedGeometryFactory.prepare(feature.geometry());
    Envelope box = feature.geometry().getEnvelopeInternal();
    long seed = Noise.seedOf(feature.id());
    LocalPoint corner = frame.toLocal(new LonLat(box.getMinX(), box.getMinY()));
    LocalPoint opposite = frame.toLocal(new LonLat(box.getMaxX(), box.getMaxY()));
    double boxM2 = (opposite.eastM() - corner.eastM()) * (opposite.northM() - corner.northM());
    int tries = (int) Math.min(6 * MOST_TREES, boxM2 / SQUARE_M_PER_TREE);
    int planted = 0;
    for (int i = 0; i < tries && planted < MOST_TREES; i++) {
      Coordinate at =
          new Coordinate(
              box.getMinX() + Noise.uniform(seed, 2L * i) * box.getWidth(),
              box.getMinY() + Noise.uniform(seed, 2L * i + 1) * box.getHeight());
      if (area.contains(feature.geometry().getFactory().createPoint(at))) {
        LocalPoint foot = frame.toLocal(new LonLat(at.x, at.y));
        double heightM = 5 + 5 * Noise.uniform(seed + 1, i);
        solids.add(new Solid(Solid.Form.TREE, List.of(foot), foot, 0, heightM, 0.3 * heightM));
        planted++;
      }
    }
  }
}
