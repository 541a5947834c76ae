package windrose.domain.park;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PropertyTypesTest {
  @Test
  void a_name_with_a_unit_promises_a_number() {
    assertThat(PropertyTypes.complaint("volume_m3", 60)).isEmpty();
    assertThat(PropertyTypes.complaint("operating_temperature_c", -162.5)).isEmpty();
    assertThat(PropertyTypes.complaint("volume_m3", "60 m3").orElseThrow())
        .isEqualTo("'60 m3' must be a number (without unit; leave it out when unknown)");
  }

  @Test
  void counts_and_volumes_are_not_negative_and_percents_end_at_a_hundred() {
    assertThat(PropertyTypes.complaint("population_day", -1)).isPresent();
    assertThat(PropertyTypes.complaint("volume_m3", -60)).isPresent();
    assertThat(PropertyTypes.complaint("fill_percent", 101)).isPresent();
  }

  @Test
  void switches_are_true_or_false_and_positions_are_pairs() {
    assertThat(PropertyTypes.complaint("oneway", "yes")).isPresent();
    assertThat(PropertyTypes.complaint("oneway", false)).isEmpty();
    assertThat(PropertyTypes.complaint("center", List.of(116.0, 35.0))).isEmpty();
    assertThat(PropertyTypes.complaint("center", "116,35")).isPresent();
  }

  @Test
  void other_names_promise_nothing() {
    assertThat(PropertyTypes.complaint("leader_wechat", "zheng")).isEmpty();
  }
}
