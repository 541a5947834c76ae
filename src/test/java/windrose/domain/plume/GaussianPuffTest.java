package windrose.domain.plume;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Percentage.withPercentage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import windrose.domain.weather.Stability;
import windrose.domain.weather.Wind;

class GaussianPuffTest {
  /** CCPS (1999), class F at 500 m, as quoted in the documentation of GasDispersion.jl (MIT). */
  @Test
  void a_kilogram_on_the_ground_is_2_25_grams_per_m3_at_its_centre() {
    GaussianPuff puff = new GaussianPuff(1, 0, 0, 0, 5.0479, 2.2148);
    assertThat(puff.kgPerM3(0, 0, 0)).isCloseTo(0.0022501, withPercentage(0.01));
  }

  /** The same source's plume: 0.1 kg/s, 2 m/s, class F at 500 m. */
  @Test
  void a_tenth_of_a_kilogram_per_second_is_a_tenth_of_a_gram_per_m3_at_500_metres() {
    double sigmaY = 0.0674 * Math.pow(500, 0.9);
    double sigmaZ = 0.01122 * Math.pow(500, 1.4024) * Math.exp(-0.054 * Math.pow(Math.log(500), 2));
    assertThat(GaussianPlume.kgPerM3(0.1, 2, sigmaY, sigmaZ, 0, 0, 0))
        .isCloseTo(0.00010347, withPercentage(0.5));
  }

  @ParameterizedTest
  @CsvSource({"0, 20, 8", "2, 20, 8", "15, 12, 20", "40, 30, 5"})
  void its_mass_is_found_again_in_the_air_above_the_ground(
      double heightM, double sigmaHM, double sigmaVM) {
    GaussianPuff puff = new GaussianPuff(7, 3, -5, heightM, sigmaHM, sigmaVM);
    double stepM = Math.min(sigmaHM, sigmaVM) / 3;
    double sum = 0;
    for (double z = stepM / 2; z < heightM + 6 * sigmaVM; z += stepM) {
      for (double x = -6 * sigmaHM; x <= 6 * sigmaHM; x += stepM) {
        for (double y = -6 * sigmaHM; y <= 6 * sigmaHM; y += stepM) {
          sum += puff.kgPerM3(3 + x, -5 + y, z);
        }
      }
    }
    assertThat(sum * stepM * stepM * stepM).isCloseTo(7, withPercentage(0.2));
  }

  @ParameterizedTest
  @EnumSource(Spread.class)
  void grows_the_same_in_one_step_and_in_many(Spread spread) {
    for (Stability stability : Stability.values()) {
      Wind wind = new Wind(250, 3);
      GaussianPuff puff = new GaussianPuff(1, 0, 0, 1, 1, 1);
      GaussianPuff many = puff;
      for (int i = 0; i < 300; i++) {
        many = many.after(1, wind, stability, spread);
      }
      GaussianPuff once = puff.after(300, wind, stability, spread);
      assertThat(many.sigmaHM()).isCloseTo(once.sigmaHM(), withPercentage(0.001));
      assertThat(many.sigmaVM()).isCloseTo(once.sigmaVM(), withPercentage(0.001));
      assertThat(many.eastM()).isCloseTo(once.eastM(), withPercentage(0.001));
    }
  }

  @ParameterizedTest
  @EnumSource(Spread.class)
  void never_shrinks_when_the_air_calms(Spread spread) {
    GaussianPuff puff = new GaussianPuff(1, 0, 0, 1, 1, 1);
    for (Stability stability : Stability.values()) {
      GaussianPuff later = puff.after(400, new Wind(0, 3), stability, spread);
      assertThat(later.sigmaHM()).isGreaterThan(puff.sigmaHM());
      assertThat(later.sigmaVM()).isGreaterThanOrEqualTo(puff.sigmaVM());
      puff = later;
    }
  }

  @Test
  void has_the_briggs_widths_at_one_kilometre() {
    assertThat(Spread.BRIGGS_RURAL.horizontalM(Stability.D, 1000))
        .isCloseTo(76.28, withPercentage(0.1));
    assertThat(Spread.BRIGGS_RURAL.verticalM(Stability.D, 1000))
        .isCloseTo(37.95, withPercentage(0.1));
    assertThat(Spread.BRIGGS_RURAL.verticalM(Stability.F, 1000))
        .isCloseTo(12.31, withPercentage(0.1));
    assertThat(Spread.PUFF.horizontalM(Stability.D, 1000)).isCloseTo(34.53, withPercentage(0.1));
  }
}
