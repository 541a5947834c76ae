package windrose.feature.simulator.devices;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import windrose.domain.park.Station;
import windrose.feature.simulator.DemoPark;
import windrose.feature.simulator.truth.DemoWorld;
import windrose.feature.simulator.truth.FieldFaults;

class PublishingPlanTest {
  private static final DemoWorld WORLD = new DemoWorld(DemoPark.PARK, 1, FieldFaults.NONE);
  private static final PublishingPlan PLAN = PublishingPlan.of(DemoPark.PARK, WORLD);
  private static final long TURNS_PER_MINUTE = 60_000 / PublishingPlan.TURN_MS;

  @Test
  void every_station_with_a_publisher_reports_as_often_as_its_interval_says() {
    Map<String, Integer> perMinute = new HashMap<>();
    for (long turn = 0; turn < TURNS_PER_MINUTE; turn++) {
      PLAN.listDue(turn).forEach(post -> perMinute.merge(post.station(), 1, Integer::sum));
    }
    for (Station station : DemoPark.PARK.stations()) {
      switch (station.kind()) {
        case "air_micro" ->
            assertThat(perMinute.get(station.code())).as(station.code()).isEqualTo(1);
        case "weather_mast" ->
            assertThat(perMinute.get(station.code())).as(station.code()).isEqualTo(6);
        case "air_standard", "water_quality", "cctv", "gateway" ->
            assertThat(perMinute).doesNotContainKey(station.code());
        default -> {
          // by their own intervals
        }
      }
    }
    assertThat(perMinute).hasSizeGreaterThan(900);
  }

  @Test
  void messages_are_spread_over_time() {
    int most = 0;
    long all = 0;
    for (long turn = 0; turn < TURNS_PER_MINUTE; turn++) {
      int due = PLAN.listDue(turn).size();
      most = Math.max(most, due);
      all += due;
    }
    double mean = (double) all / TURNS_PER_MINUTE;
    assertThat(mean).isBetween(15.0, 35.0);
    assertThat(most).isLessThan((int) (2.5 * mean));
  }

  @Test
  void gateways_masts_and_micro_stations_have_lines_of_their_own() {
    assertThat(PLAN.listPublishers()).contains("GW-E01", "WX-1", "MS-01", "WX-GS-LPG");
    assertThat(PLAN.listPublishers()).doesNotContain("GD-E01-001", "AQ-1", "CAM-001");
  }
}
