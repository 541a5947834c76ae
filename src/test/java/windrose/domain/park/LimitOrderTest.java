package windrose.domain.park;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LimitOrderTest {
  private static Series series(
      @Nullable Double low2,
      @Nullable Double low1,
      @Nullable Double high1,
      @Nullable Double high2) {
    return new Series(
        "S", "level", "level", "液位", "Level", null, null, "%", 0.0, 100.0, low1, low2, high1, high2,
        10, null, null);
  }

  @Test
  void a_full_set_in_order_is_fine() {
    assertThat(LimitOrder.check(series(8.0, 15.0, 85.0, 90.0))).isEmpty();
  }

  @Test
  void no_limits_and_single_limits_are_fine() {
    assertThat(LimitOrder.check(series(null, null, null, null))).isEmpty();
    assertThat(LimitOrder.check(series(null, null, 0.0, null))).isEmpty();
  }

  @Test
  void equal_first_and_second_levels_are_fine() {
    assertThat(LimitOrder.check(series(15.0, 15.0, 85.0, 85.0))).isEmpty();
  }

  @Test
  void a_second_high_limit_below_the_first_is_named() {
    assertThat(LimitOrder.check(series(null, null, 90.0, 85.0)))
        .containsExactly(
            new LimitOrder.Mistake("alarm_high2", "85.0 must not be below alarm_high1 90.0"));
  }

  @Test
  void a_limit_outside_the_range_would_never_come() {
    assertThat(LimitOrder.check(series(null, null, 85.0, 120.0)))
        .containsExactly(
            new LimitOrder.Mistake("range_high", "100.0 must not be below alarm_high2 120.0"));
  }

  @Test
  void low_above_high_is_named() {
    assertThat(LimitOrder.check(series(null, 50.0, 40.0, null)))
        .containsExactly(
            new LimitOrder.Mistake("alarm_high1", "40.0 must be above alarm_low1 50.0"));
  }
}
