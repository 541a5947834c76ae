package windrose.feature.simulator.truth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

class NoiseTest {
  private static final int MANY = 60_000;

  /** Mean and variance. */
  private static double[] statistics(DoubleUnaryOperator sample) {
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < MANY; i++) {
      double x = sample.applyAsDouble(i);
      sum += x;
      squares += x * x;
    }
    double mean = sum / MANY;
    return new double[] {mean, squares / MANY - mean * mean};
  }

  @Test
  void white_and_correlated_noise_have_mean_0_and_variance_1() {
    double[] white = statistics(i -> Noise.white(5, (long) i));
    double[] correlated = statistics(i -> Noise.correlated(5, i * 10, 20));
    assertThat(white[0]).isCloseTo(0, within(0.02));
    assertThat(white[1]).isCloseTo(1, within(0.03));
    assertThat(correlated[0]).isCloseTo(0, within(0.03));
    assertThat(correlated[1]).isCloseTo(1, within(0.05));
  }

  @Test
  void correlated_noise_remembers_within_its_time_constant_and_forgets_after_ten() {
    assertThat(correlationAfter(10)).isGreaterThan(0.7);
    assertThat(Math.abs(correlationAfter(1000))).isLessThan(0.05);
  }

  private static double correlationAfter(double lagS) {
    double sum = 0;
    for (int i = 0; i < MANY; i++) {
      sum += Noise.correlated(3, i * 50.0, 100) * Noise.correlated(3, i * 50.0 + lagS, 100);
    }
    return sum / MANY;
  }

  @Test
  void a_plume_flickers_around_its_mean_and_is_absent_a_quarter_of_the_time() {
    double[] factor = statistics(i -> Fluctuation.factor(9, i * 40));
    int absent = 0;
    for (int i = 0; i < MANY; i++) {
      absent += Fluctuation.factor(9, i * 40.0) == 0 ? 1 : 0;
    }
    assertThat(factor[0]).isCloseTo(1, within(0.05));
    assertThat(factor[1]).isCloseTo(2 / Fluctuation.SHARE_OF_TIME - 1, within(0.2));
    assertThat(absent / (double) MANY).isCloseTo(1 - Fluctuation.SHARE_OF_TIME, within(0.02));
  }

  @Test
  void the_normal_distribution_function_meets_its_table() {
    assertThat(Fluctuation.normalShare(0)).isCloseTo(0.5, within(1e-7));
    assertThat(Fluctuation.normalShare(1.96)).isCloseTo(0.9750021, within(1e-6));
    assertThat(Fluctuation.normalShare(-1)).isCloseTo(0.1586553, within(1e-6));
  }
}
