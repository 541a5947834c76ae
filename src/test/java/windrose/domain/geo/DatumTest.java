package windrose.domain.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatumTest {

  /** Pairs published with the open implementation "eviltransform": Shanghai, Shenzhen, Beijing. */
  @ParameterizedTest
  @CsvSource({
    "121.5272106, 31.1774276, 121.531541859215, 31.17530398364597",
    "113.912316, 22.543847, 113.9171764808363, 22.540796131694766",
    "116.377817, 39.911954, 116.38404722455657, 39.91334545536069"
  })
  void gives_the_published_pairs_in_both_directions(
      double wgsLon, double wgsLat, double gcjLon, double gcjLat) {
    LonLat shown = Datum.toGcj02(new LonLat(wgsLon, wgsLat));
    assertThat(shown.lon()).isCloseTo(gcjLon, within(1e-9));
    assertThat(shown.lat()).isCloseTo(gcjLat, within(1e-9));
    LonLat back = Datum.GCJ_02.toWgs84(new LonLat(gcjLon, gcjLat));
    assertThat(back.lon()).isCloseTo(wgsLon, within(1e-8));
    assertThat(back.lat()).isCloseTo(wgsLat, within(1e-8));
  }

  @Test
  void comes_back_within_five_metres_all_over_china() {
    for (double lon = 75; lon <= 134; lon += 3.7) {
      for (double lat = 19; lat <= 53; lat += 2.3) {
        LonLat truth = new LonLat(lon, lat);
        LonLat back = Datum.GCJ_02.toWgs84(Datum.toGcj02(truth));
        assertThat(LocalFrame.around(truth).distanceM(truth, back)).isLessThan(0.01);
        assertThat(LocalFrame.around(truth).distanceM(truth, Datum.toGcj02(truth)))
            .as("the shift itself at %s %s", lon, lat)
            .isGreaterThan(20);
      }
    }
  }

  /** BD-09 of Beijing's Tian'anmen by the published forward formula of the GCJ-02 position 116.397, 39.909. */
  @Test
  void brings_bd09_within_a_metre() {
    LonLat gcj = new LonLat(116.397, 39.909);
    double turn = Math.PI * 3000 / 180;
    double radius = Math.hypot(gcj.lon(), gcj.lat()) + 0.00002 * Math.sin(gcj.lat() * turn);
    double angle = Math.atan2(gcj.lat(), gcj.lon()) + 0.000003 * Math.cos(gcj.lon() * turn);
    LonLat bd = new LonLat(radius * Math.cos(angle) + 0.0065, radius * Math.sin(angle) + 0.006);
    LonLat truth = Datum.GCJ_02.toWgs84(gcj);
    assertThat(LocalFrame.around(truth).distanceM(truth, Datum.BD_09.toWgs84(bd))).isLessThan(1);
  }

  @Test
  void leaves_the_rest_of_the_world_and_other_names_alone() {
    LonLat rhine = new LonLat(8.43, 49.5);
    assertThat(Datum.GCJ_02.toWgs84(rhine)).isEqualTo(rhine);
    assertThat(Datum.CGCS2000.toWgs84(rhine)).isEqualTo(rhine);
    assertThat(Datum.find("gcj-02")).contains(Datum.GCJ_02);
    assertThat(Datum.find("火星")).isEmpty();
  }
}
