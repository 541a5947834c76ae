package windrose.domain.weather;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import windrose.domain.geo.LonLat;

class SolarPositionTest {
  private static final LonLat PARK = new LonLat(116.02, 35.02);

  /** Reda and Andreas, Solar Position Algorithm, NREL/TP-560-34302 (2004), appendix A.5: e0 = 39.872°, azimuth 194.340°. */
  @Test
  void meets_the_worked_example_of_nrel() {
    SolarPosition sun =
        SolarPosition.at(new LonLat(-105.1786, 39.742476), Instant.parse("2003-10-17T19:30:30Z"));
    assertThat(sun.elevationDeg()).isCloseTo(39.872, within(0.01));
    assertThat(sun.azimuthDeg()).isCloseTo(194.340, within(0.01));
  }

  @Test
  void stands_overhead_at_the_tropic_at_noon_of_midsummer() {
    SolarPosition sun =
        SolarPosition.at(new LonLat(0.45, 23.436), Instant.parse("2024-06-20T12:00:00Z"));
    assertThat(sun.elevationDeg()).isGreaterThan(89.8);
  }

  @Test
  void rises_in_the_east_and_sets_in_the_west_in_shandong() {
    SolarPosition morning = SolarPosition.at(PARK, Instant.parse("2026-03-20T23:00:00Z"));
    SolarPosition evening = SolarPosition.at(PARK, Instant.parse("2026-03-21T10:00:00Z"));
    assertThat(morning.azimuthDeg()).isBetween(85.0, 105.0);
    assertThat(evening.azimuthDeg()).isBetween(255.0, 275.0);
  }

  @Test
  void is_up_about_ten_hours_in_late_november() {
    Instant midnight = Instant.parse("2026-11-20T16:00:00Z");
    long minutesUp = 0;
    for (int minute = 0; minute < 1440; minute++) {
      if (SolarPosition.at(PARK, midnight.plus(Duration.ofMinutes(minute))).elevationDeg() > 0) {
        minutesUp++;
      }
    }
    assertThat(minutesUp).isBetween(595L, 620L);
  }
}
