package windrose.domain.plume;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Percentage.withPercentage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import windrose.domain.weather.Stability;
import windrose.domain.weather.Wind;

class PuffTrainTest {
  private static final PuffSource SOURCE = new PuffSource(0, 0, 2, 0.5);

  private static PuffTrain run(
      int seconds, double rate, Wind wind, Stability stability, Spread spread) {
    PuffTrain train = PuffTrain.EMPTY;
    for (int i = 0; i < seconds; i++) {
      train = train.step(1, SOURCE, rate, wind, stability, spread);
    }
    return train;
  }

  @ParameterizedTest
  @CsvSource({"C, 4, 2", "D, 2, 2", "D, 6, 2", "E, 3, 2", "F, 2, 2", "B, 3, 8", "A, 2, 8"})
  void a_constant_wind_gives_the_steady_plume(Stability stability, double windMps, double percent) {
    Spread spread = Spread.BRIGGS_RURAL;
    PuffTrain train = run((int) (2500 / windMps), 1.5, new Wind(270, windMps), stability, spread);
    for (double x : new double[] {100, 200, 400, 800}) {
      double sigmaY = spread.grownHorizontalM(stability, 0.5, x);
      double sigmaZ = spread.grownVerticalM(stability, 0.5, x);
      for (double y : new double[] {0, sigmaY}) {
        double plume = GaussianPlume.kgPerM3(1.5, windMps, sigmaY, sigmaZ, y, 1.5, 2);
        assertThat(train.kgPerM3(x, y, 1.5))
            .as("class %s at %s m, %s m aside", stability, x, y)
            .isCloseTo(plume, withPercentage(percent));
      }
    }
  }

  @Test
  void keeps_every_kilogram_while_it_merges() {
    PuffTrain train = run(900, 0.7, new Wind(200, 3), Stability.D, Spread.PUFF);
    assertThat(train.massKg()).isCloseTo(630, withPercentage(1e-6));
    assertThat(train.puffs()).hasSizeLessThan(400);
  }

  @Test
  void is_the_same_on_both_sides_of_the_wind() {
    PuffTrain train = run(300, 1, new Wind(270, 3), Stability.D, Spread.PUFF);
    assertThat(train.kgPerM3(400, 25, 1)).isPositive();
    assertThat(train.kgPerM3(400, 25, 1))
        .isCloseTo(train.kgPerM3(400, -25, 1), withPercentage(1e-6));
  }

  @ParameterizedTest
  @CsvSource({"0", "33", "90", "181", "312"})
  void turns_with_the_wind_without_changing(double fromDeg) {
    PuffTrain train = run(300, 1, new Wind(fromDeg, 3), Stability.C, Spread.PUFF);
    Wind way = new Wind(fromDeg, 1);
    double expected = run(300, 1, new Wind(270, 3), Stability.C, Spread.PUFF).kgPerM3(350, 0, 1);
    assertThat(train.kgPerM3(350 * way.eastMps(), 350 * way.northMps(), 1))
        .isCloseTo(expected, withPercentage(0.01));
  }

  @Test
  void leaves_the_upwind_side_clean() {
    PuffTrain train = run(300, 1, new Wind(270, 3), Stability.D, Spread.PUFF);
    assertThat(train.kgPerM3(-30, 0, 1)).isZero();
  }

  @Test
  void follows_a_wind_that_turns() {
    PuffTrain train = run(300, 1, new Wind(270, 3), Stability.D, Spread.PUFF);
    for (int i = 0; i < 200; i++) {
      train = train.step(1, SOURCE, 0, new Wind(180, 3), Stability.D, Spread.PUFF);
    }
    assertThat(train.kgPerM3(400, 600, 1)).isGreaterThan(1e-7);
    assertThat(train.kgPerM3(400, 0, 1)).isZero();
  }

  @ParameterizedTest
  @CsvSource({"0.5", "1", "3", "10", "30"})
  void is_a_number_at_any_wind(double windMps) {
    for (Stability stability : Stability.values()) {
      for (Spread spread : Spread.values()) {
        PuffTrain train = run(60, 1, new Wind(45, windMps), stability, spread);
        for (double d = 0; d < 500; d += 17) {
          double c = train.kgPerM3(-d, -d, 0);
          assertThat(Double.isFinite(c) && c >= 0).isTrue();
        }
      }
    }
  }

  @Test
  void forgets_what_has_gone_too_far() {
    PuffTrain train = run(300, 1, new Wind(270, 3), Stability.D, Spread.PUFF);
    PuffTrain near = train.within(0, 0, 300);
    assertThat(near.massKg()).isCloseTo(100, withPercentage(5));
  }
}
