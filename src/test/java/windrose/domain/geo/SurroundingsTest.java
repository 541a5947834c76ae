package windrose.domain.geo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;

class SurroundingsTest {
  private final Surroundings around = new Surroundings(new Envelope(116.00, 116.04, 35.01, 35.03));

  private static Envelope at(double lon, double lat) {
    return new Envelope(new Coordinate(lon, lat));
  }

  @Test
  void a_place_within_a_hundred_kilometres_belongs_there() {
    assertThat(around.complaint(at(116.02, 35.02))).isEmpty();
    assertThat(around.complaint(at(117.00, 35.02))).isEmpty();
  }

  @Test
  void a_place_in_another_province_does_not() {
    assertThat(around.complaint(at(121.47, 31.23)).orElseThrow())
        .contains("[121.47, 31.23]")
        .contains("km from the park's boundary")
        .contains("wrong digit");
  }

  @Test
  void swapped_axes_are_named() {
    assertThat(Surroundings.complaintOnEarth(35.02, 116.02).orElseThrow()).contains("swapped");
    Surroundings inTheWest = new Surroundings(new Envelope(85.30, 85.34, 44.30, 44.33));
    assertThat(inTheWest.complaint(at(44.31, 85.31)).orElseThrow()).contains("swapped");
  }

  @Test
  void metres_of_a_projection_are_named() {
    assertThat(Surroundings.complaintOnEarth(501_234.5, 3_877_000.1).orElseThrow())
        .contains("metres of a projection");
  }
}
