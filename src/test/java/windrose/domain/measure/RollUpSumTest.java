package windrose.domain.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RollUpSumTest {
  private static RollUp sum(boolean circular, double... values) {
    RollUpSum sum = new RollUpSum(circular);
    for (double value : values) {
      sum.add(value, Quality.GOOD);
    }
    return sum.result();
  }

  @Test
  void a_drill_leaves_no_trace() {
    RollUpSum sum = new RollUpSum(false);
    sum.add(1, Quality.GOOD);
    sum.add(999, Quality.GOOD.with(Quality.DRILL));
    assertThat(sum.result()).isEqualTo(new RollUp(1, 1, 1, 1, 1, Double.NaN));
  }

  @Test
  void a_peak_beyond_the_range_stays_the_maximum_and_is_not_valid() {
    RollUpSum sum = new RollUpSum(false);
    sum.add(2, Quality.GOOD);
    sum.add(25, Quality.GOOD.with(Quality.OUT_OF_RANGE));
    assertThat(sum.result()).isEqualTo(new RollUp(2, 1, 2, 2, 25, Double.NaN));
  }

  @Test
  void what_a_device_says_while_it_does_not_measure_is_counted_and_nothing_else() {
    for (int flag :
        new int[] {
          Quality.STUCK,
          Quality.SUBSTITUTED,
          Quality.CALIBRATION,
          Quality.MAINTENANCE,
          Quality.DEVICE_FAULT,
          Quality.STOPPED
        }) {
      RollUpSum sum = new RollUpSum(false);
      sum.add(7, Quality.GOOD.with(flag));
      assertThat(sum.result())
          .isEqualTo(new RollUp(1, 0, Double.NaN, Double.NaN, Double.NaN, Double.NaN));
    }
  }

  @Test
  void late_and_skewed_readings_are_as_valid_as_others() {
    RollUpSum sum = new RollUpSum(false);
    sum.add(7, Quality.GOOD.with(Quality.LATE).with(Quality.SKEWED).with(Quality.NO_DEVICE_TIME));
    assertThat(sum.result().valid()).isEqualTo(1);
  }

  @Test
  void north_is_the_mean_of_350_and_10_degrees() {
    RollUp wind = sum(true, 350, 10);
    assertThat(wind.mean() % 360).isCloseTo(0, within(1e-9));
    assertThat(wind.steadiness()).isCloseTo(Math.cos(Math.toRadians(10)), within(1e-12));
    assertThat(wind.min()).isNaN();
    assertThat(wind.max()).isNaN();
  }

  @Test
  void opposite_winds_have_no_mean_direction() {
    assertThat(sum(true, 90, 270).mean()).isNaN();
    assertThat(sum(true, 90, 270).steadiness()).isCloseTo(0, within(1e-12));
  }

  @Test
  void parts_summed_are_the_same_as_the_whole() {
    for (boolean circular : new boolean[] {false, true}) {
      RollUpSum both = new RollUpSum(circular);
      both.add(sum(circular, 10, 20, 350));
      both.add(sum(circular, 300));
      RollUp whole = sum(circular, 10, 20, 350, 300);
      RollUp parts = both.result();
      assertThat(parts.count()).isEqualTo(4);
      assertThat(parts.mean()).isCloseTo(whole.mean(), within(1e-9));
      assertThat(Double.valueOf(parts.min())).isEqualTo(Double.valueOf(whole.min()));
      assertThat(Double.valueOf(parts.max())).isEqualTo(Double.valueOf(whole.max()));
      if (circular) {
        assertThat(parts.steadiness()).isCloseTo(whole.steadiness(), within(1e-12));
      }
    }
  }
}
