package windrose.domain.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import windrose.domain.trust.RecentReadings.Known;

class TrustTest {
  private static final long NOW_MS = 1_795_219_200_000L; // 2026-11-21

  @ParameterizedTest
  @CsvSource({
    "0,                   clock is not set",
    "-1,                  before 1970",
    "1795219200,          seconds",
    "1795219200000000,    microseconds",
    "1795219200000000000, nanoseconds",
    "946684799999,        days back",
    "1700000000000,       days back"
  })
  void a_time_that_cannot_be_tells_its_cure(long atMs, String reason) {
    assertThat(ClockRules.findFault(atMs, NOW_MS, false).orElseThrow()).contains(reason);
  }

  @Test
  void times_of_the_past_are_believed_when_a_person_stands_behind_them() {
    assertThat(ClockRules.findFault(1_700_000_000_000L, NOW_MS, true)).isEmpty();
    assertThat(ClockRules.findFault(NOW_MS, NOW_MS, false)).isEmpty();
    assertThat(ClockRules.findFault(NOW_MS + 7_200_000, NOW_MS, false)).isEmpty();
  }

  @Test
  void a_wind_speed_that_repeats_itself_for_ten_minutes_is_stuck_until_it_moves() {
    StuckWatch watch = new StuckWatch(StuckRule.of("wind_speed", "weather_mast").get(), 0.0, 60.0);
    int stuckFrom = -1;
    for (int second = 0; second <= 700; second += 10) {
      if (watch.isStuck(second * 1_000L, 3.2) && stuckFrom < 0) {
        stuckFrom = second;
      }
    }
    assertThat(stuckFrom).isEqualTo(600);
    assertThat(watch.isStuck(710_000, 3.3)).isFalse();
    assertThat(watch.isStuck(720_000, 3.3)).isFalse();
  }

  @Test
  void few_readings_prove_nothing_and_calm_air_is_no_fault() {
    StuckRule rule = StuckRule.of("wind_speed", "weather_mast").get();
    StuckWatch seldom = new StuckWatch(rule, 0.0, 60.0);
    assertThat(seldom.isStuck(0, 3.2)).isFalse();
    assertThat(seldom.isStuck(3_600_000, 3.2)).isFalse();
    StuckWatch calm = new StuckWatch(rule, 0.0, 60.0);
    for (int second = 0; second <= 36_000; second += 10) {
      assertThat(calm.isStuck(second * 1_000L, 0)).isFalse();
    }
  }

  @Test
  void levels_gases_and_the_temperature_of_tanks_may_rest() {
    assertThat(StuckRule.of("level", "tank_instrument")).isEqualTo(Optional.empty());
    assertThat(StuckRule.of("cl2", "gas_detector")).isEmpty();
    assertThat(StuckRule.of("temperature", "tank_instrument")).isEmpty();
    assertThat(StuckRule.of("temperature", "weather_mast")).isPresent();
  }

  @Test
  void the_same_instant_and_value_is_known_whatever_came_between() {
    RecentReadings recent = new RecentReadings();
    for (int i = 0; i < 60; i++) {
      assertThat(recent.note(i, i)).isEqualTo(Known.NEW);
    }
    for (int i = 0; i < 60; i++) {
      assertThat(recent.note(i, i)).isEqualTo(Known.SAME);
    }
    assertThat(recent.note(30, 99)).isEqualTo(Known.DIFFERENT);
    assertThat(recent.note(30, 99)).isEqualTo(Known.SAME);
    assertThat(recent.note(30, 30)).isEqualTo(Known.SAME);
  }

  @Test
  void memory_ends_after_the_window() {
    RecentReadings recent = new RecentReadings();
    for (int i = 0; i <= RecentReadings.WINDOW; i++) {
      recent.note(i, 1);
    }
    assertThat(recent.note(0, 1)).isEqualTo(Known.NEW);
    assertThat(recent.note(RecentReadings.WINDOW, 1)).isEqualTo(Known.SAME);
  }
}
