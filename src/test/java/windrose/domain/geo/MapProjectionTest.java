package windrose.domain.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MapProjectionTest {
  /** The published grid position of the CN Tower, 43°38'33.24"N 79°23'13.7"W, in UTM zone 17 (whole metres). */
  @Test
  void utm_puts_the_cn_tower_where_it_is_published() {
    MapProjection.PlanePoint tower =
        MapProjection.find(32_617)
            .orElseThrow()
            .toPlane(-(79 + 23 / 60.0 + 13.7 / 3600), 43 + 38 / 60.0 + 33.24 / 3600);
    assertThat(tower.x()).isCloseTo(630_084, within(1.0));
    assertThat(tower.y()).isCloseTo(4_833_438, within(1.0));
  }

  /** The quadrant of the WGS-84 meridian is 10 001 965.729 m long. */
  @Test
  void gauss_kruger_keeps_the_length_of_the_meridian() {
    MapProjection zone40 = MapProjection.find(4528).orElseThrow();
    MapProjection.PlanePoint nearThePole = zone40.toPlane(120, 89.9999999);
    assertThat(nearThePole.x()).isCloseTo(40_500_000, within(0.001));
    assertThat(nearThePole.y()).isCloseTo(10_001_965.729, within(0.02));
  }

  @ParameterizedTest
  @ValueSource(ints = {4326, 4490, 3857, 32_650, 32_651, 32_750, 4499, 4510, 4528, 4549})
  void there_and_back_is_the_same_place(int epsg) {
    MapProjection projection = MapProjection.find(epsg).orElseThrow();
    LonLat back = projection.toLonLat(projection.toPlane(119.7, 32.25));
    assertThat(back.lon()).isCloseTo(119.7, within(1e-9));
    assertThat(back.lat()).isCloseTo(32.25, within(1e-9));
  }

  @ParameterizedTest
  @ValueSource(ints = {4214, 4610, 2437, 32_600, 32_661, 4555, 0})
  void a_system_on_another_datum_is_not_guessed(int epsg) {
    assertThat(MapProjection.find(epsg)).isEmpty();
  }
}
