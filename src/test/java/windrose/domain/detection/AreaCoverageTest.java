package windrose.domain.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import windrose.domain.geo.LocalFrame;
import windrose.domain.geo.LocalPoint;
import windrose.domain.geo.LonLat;

class AreaCoverageTest {
  private static final LocalFrame FRAME = LocalFrame.around(new LonLat(116.02, 35.02));

  private static Geometry box(double w, double s, double e, double n) {
    return new GeometryFactory()
        .createPolygon(new Coordinate[] {at(w, s), at(e, s), at(e, n), at(w, n), at(w, s)});
  }

  private static Coordinate at(double eastM, double northM) {
    LonLat position = position(eastM, northM);
    return new Coordinate(position.lon(), position.lat());
  }

  private static LonLat position(double eastM, double northM) {
    return FRAME.toLonLat(new LocalPoint(eastM, northM));
  }

  /** 100 m × 100 m with one circle of 10 m inside: π · 100 m² of 10,000 m². */
  @Test
  void one_circle_covers_its_area() {
    AreaCoverage coverage =
        AreaCoverage.of(
            box(-50, -50, 50, 50), List.of(new AreaCoverage.Circle(position(0, 0), 10)));
    assertThat(coverage.areaM2()).isCloseTo(10_000, within(1.0));
    assertThat(coverage.coveredM2()).isCloseTo(314.16, within(0.3));
  }

  /** Two circles of 10 m, 10 m apart, overlap in a lens of 122.84 m²: 2 · 314.16 − 122.84 = 505.48 m². */
  @Test
  void what_two_circles_share_counts_once() {
    AreaCoverage coverage =
        AreaCoverage.of(
            box(-50, -50, 50, 50),
            List.of(
                new AreaCoverage.Circle(position(-5, 0), 10),
                new AreaCoverage.Circle(position(5, 0), 10)));
    assertThat(coverage.coveredM2()).isCloseTo(505.48, within(0.6));
    assertThat(coverage.circles()).hasSize(2);
  }

  /** A circle on the edge of the area: only its half inside counts; a parcel is no public area. */
  @Test
  void only_ground_inside_the_public_area_counts() {
    Geometry open = AreaCoverage.without(box(-50, -50, 50, 50), List.of(box(0, -50, 50, 50)));
    AreaCoverage coverage =
        AreaCoverage.of(open, List.of(new AreaCoverage.Circle(position(0, 0), 10)));
    assertThat(coverage.areaM2()).isCloseTo(5_000, within(1.0));
    assertThat(coverage.coveredM2()).isCloseTo(157.08, within(0.3));
    assertThat(AreaCoverage.of(open, List.of()).coveredM2()).isZero();
  }
}
