package windrose.feature.simulator.truth;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import windrose.domain.geo.LonLat;
import windrose.domain.weather.Stability;

class WeatherTruthTest {
  private static final LonLat PARK = new LonLat(116.02, 35.02);
  private static final LonLat FAR = new LonLat(116.12, 35.49);
  private static final double START_S =
      Instant.parse("2026-11-01T00:00:00Z").toEpochMilli() / 1000.0;
  private static final double DAY_S = 86_400;
  private final WeatherTruth weather = new WeatherTruth(7, PARK);

  @Test
  void is_the_same_whenever_it_is_asked() {
    Weather once = weather.at(START_S, PARK);
    weather.at(START_S + 999, PARK);
    assertThat(new WeatherTruth(7, PARK).at(START_S, PARK)).isEqualTo(once);
  }

  @Test
  void blows_from_every_quarter_within_two_weeks_and_stays_plausible() {
    Set<Stability> classes = EnumSet.noneOf(Stability.class);
    boolean[] quarters = new boolean[4];
    double speedSum = 0;
    int n = 0;
    for (double t = START_S; t < START_S + 14 * DAY_S; t += 600) {
      Weather w = weather.at(t, PARK);
      quarters[(int) (w.wind().fromDeg() / 90)] = true;
      classes.add(w.stability());
      speedSum += w.wind().speedMps();
      n++;
      assertThat(w.wind().speedMps()).isBetween(0.3, 22.0);
      assertThat(w.temperatureC()).isBetween(-18.0, 32.0);
      assertThat(w.humidityPercent()).isBetween(10.0, 100.0);
      assertThat(w.pressureHpa()).isBetween(985.0, 1050.0);
      assertThat(w.cloudShare()).isBetween(0.0, 1.0);
      assertThat(w.solarWPerM2()).isBetween(0.0, 1100.0);
    }
    assertThat(quarters).containsOnly(true);
    assertThat(classes).contains(Stability.D, Stability.F).hasSizeGreaterThan(3);
    assertThat(speedSum / n).isBetween(2.0, 6.0);
  }

  @Test
  void is_dark_at_night_and_warmer_in_the_afternoon_on_average() {
    double afternoon = 0;
    double dawn = 0;
    for (int day = 0; day < 20; day++) {
      double midnight = START_S + 16 * 3600 + day * DAY_S;
      assertThat(weather.at(midnight, PARK).solarWPerM2()).isZero();
      afternoon += weather.at(midnight + 14.5 * 3600, PARK).temperatureC();
      dawn += weather.at(midnight + 5.5 * 3600, PARK).temperatureC();
    }
    assertThat((afternoon - dawn) / 20).isBetween(3.0, 12.0);
  }

  @Test
  void changes_gently_from_second_to_second() {
    for (double t = START_S; t < START_S + 5 * DAY_S; t += 1_800) {
      double a = weather.at(t, PARK).wind().speedMps();
      double b = weather.at(t + 1, PARK).wind().speedMps();
      assertThat(Math.abs(a - b)).isLessThan(0.5);
    }
  }

  @Test
  void reaches_far_stations_at_another_time() {
    int different = 0;
    for (double t = START_S; t < START_S + 4 * DAY_S; t += 3_600) {
      double here = weather.at(t, PARK).wind().fromDeg();
      if (Math.abs(here - weather.at(t, FAR).wind().fromDeg()) > 3) {
        different++;
      }
    }
    assertThat(different).isGreaterThan(40);
  }
}
