package windrose.feature.planner.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import windrose.domain.geo.LocalFrame;
import windrose.domain.geo.LonLat;

class ZoneShapesTest {
  private static final LocalFrame FRAME = LocalFrame.around(new LonLat(116.0045, 35.0242));

  /** Thin shapes near the source have corners closer to each other than the tenth of a metre to which they are rounded. */
  @Test
  void a_valid_shape_stays_valid_however_thin_it_is() {
    Random random = new Random(7);
    for (int i = 0; i < 2_000; i++) {
      Polygon local = teardrop(random.nextDouble() * 2 * Math.PI, 0.2 + 20 * random.nextDouble());
      assertThat(local.isValid()).isTrue();
      Geometry lonLat = ZoneShapes.toLonLat(local, FRAME);
      assertThat(lonLat.isValid()).as(local.toText()).isTrue();
    }
  }

  @Test
  void a_zone_keeps_its_size() {
    Polygon local = teardrop(0.3, 400);
    Geometry back = ZoneShapes.toLocal(ZoneShapes.toLonLat(local, FRAME), FRAME);
    assertThat(back.getArea()).isBetween(local.getArea() * 0.999, local.getArea() * 1.001);
  }

  private static Polygon teardrop(double turnRad, double lengthM) {
    int points = 60;
    Coordinate[] ring = new Coordinate[points + 1];
    for (int i = 0; i < points; i++) {
      double angle = 2 * Math.PI * i / points;
      double along = lengthM * (1 - Math.cos(angle)) / 2;
      double aside = 0.06 * lengthM * Math.sin(angle) * Math.sin(angle / 2);
      ring[i] =
          new Coordinate(
              along * Math.cos(turnRad) - aside * Math.sin(turnRad),
              along * Math.sin(turnRad) + aside * Math.cos(turnRad));
    }
    ring[points] = ring[0];
    return new GeometryFactory().createPolygon(ring);
  }
}
