package windrose.domain.weather;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WindTest {
  @Test
  void a_north_wind_carries_air_southward() {
    Wind north = new Wind(0, 3);
    assertThat(north.northMps()).isCloseTo(-3, within(1e-12));
    assertThat(north.eastMps()).isCloseTo(0, within(1e-12));
  }

  @Test
  void a_west_wind_carries_air_eastward() {
    assertThat(new Wind(270, 5).eastMps()).isCloseTo(5, within(1e-12));
  }

  @Test
  void components_there_and_back_are_the_same_wind() {
    for (double from = 0; from < 360; from += 7) {
      Wind wind = new Wind(from, 4.2);
      Wind back = Wind.towards(wind.eastMps(), wind.northMps());
      assertThat(back.fromDeg()).isCloseTo(from, within(1e-9));
      assertThat(back.speedMps()).isCloseTo(4.2, within(1e-9));
    }
  }

  @Test
  void direction_is_kept_within_the_circle() {
    assertThat(new Wind(-10, 1).fromDeg()).isEqualTo(350);
    assertThat(new Wind(725, 1).fromDeg()).isEqualTo(5);
  }

  @Test
  void a_wind_that_is_no_number_is_refused() {
    assertThatThrownBy(() -> new Wind(Double.NaN, 1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Wind(0, -1)).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @EnumSource(Stability.class)
  void the_profile_meets_the_mast_and_grows_with_height(Stability stability) {
    WindProfile profile = new WindProfile(stability, 0.03);
    assertThat(profile.speedMps(4, 10)).isCloseTo(4, within(1e-12));
    double below = 0;
    for (double z = 0.5; z <= 100; z *= 1.3) {
      double speed = profile.speedMps(4, z);
      assertThat(speed).isGreaterThan(below);
      below = speed;
    }
    assertThat(profile.transportMps(4, 0.4)).isEqualTo(profile.speedMps(4, 3));
  }

  @Test
  void a_neutral_wind_is_logarithmic() {
    double expected = 5 * Math.log(2.03 / 0.03) / Math.log(10.03 / 0.03);
    assertThat(new WindProfile(Stability.D, 0.03).speedMps(5, 2))
        .isCloseTo(expected, within(1e-12));
  }
}
