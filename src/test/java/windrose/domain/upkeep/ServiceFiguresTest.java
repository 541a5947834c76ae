package windrose.domain.upkeep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class ServiceFiguresTest {
  private static final long HOUR = Instant.parse("2026-11-21T08:00:00Z").getEpochSecond();

  @Test
  void minutes_are_counted_by_hand() {
    assertThat(MinuteMask.count(MinuteMask.of(HOUR, HOUR, HOUR + 3600))).isEqualTo(60);
    assertThat(MinuteMask.of(HOUR, HOUR + 59, HOUR + 61)).isEqualTo(0b11);
    assertThat(MinuteMask.of(HOUR, HOUR - 500, HOUR)).isZero();
    assertThat(MinuteMask.count(MinuteMask.of(HOUR, HOUR + 1800, HOUR + 9000))).isEqualTo(30);
    assertThat(MinuteMask.wholeBefore(HOUR, Instant.ofEpochSecond(HOUR + 119))).isEqualTo(1);
    assertThat(MinuteMask.wholeBefore(HOUR, Instant.ofEpochSecond(HOUR - 7))).isZero();
  }

  @Test
  void a_series_owes_what_its_interval_says_for_the_minutes_it_is_due() {
    assertThat(Arrivals.expected(HOUR, MinuteMask.FULL, 10)).isEqualTo(360);
    assertThat(Arrivals.expected(HOUR, MinuteMask.FULL >>> 30, 10)).isEqualTo(180);
    assertThat(Arrivals.expected(HOUR, MinuteMask.FULL, 300)).isEqualTo(12);
    assertThat(Arrivals.expected(HOUR, MinuteMask.FULL, 3600)).isEqualTo(1);
    assertThat(Arrivals.expected(HOUR, MinuteMask.FULL, 86_400)).as("08:00 UTC").isZero();
    assertThat(Arrivals.expected(HOUR - 8 * 3600, MinuteMask.FULL, 86_400)).isEqualTo(1);
  }

  @Test
  void a_reading_sent_twice_counts_once_and_a_trembling_clock_loses_nothing() {
    Arrivals arrivals = Arrivals.none(10);
    for (int ms : new int[] {9_900, 20_100, 29_900, 40_100, 49_900, 49_900, 20_100}) {
      arrivals.hit(ms);
    }
    assertThat(arrivals.count()).isEqualTo(5);
    Arrivals again = Arrivals.of(10, arrivals.toBytes());
    again.hit(9_900);
    again.hit(60_000);
    assertThat(again.count()).isEqualTo(6);
  }

  /** 95 readings after 1 s, 5 after 100 s: the 95th percentile still lies in the step of 1 s. */
  @Test
  void the_95th_percentile_is_found_within_its_step() {
    DelayCounts delays = new DelayCounts();
    for (int i = 0; i < 95; i++) {
      delays.add(1.0);
    }
    for (int i = 0; i < 5; i++) {
      delays.add(100.0);
    }
    assertThat(delays.quantile(0.95).orElseThrow()).isBetween(0.8, 1.3);
    assertThat(delays.quantile(0.99).orElseThrow()).isBetween(75.0, 130.0);
    assertThat(new DelayCounts().quantile(0.95)).isEmpty();
  }

  /** Two stations of an hour: 60 + 30 due minutes, 54 + 30 watched, 27 + 30 online: 57 ÷ 84. */
  @Test
  void rates_of_many_are_rates_of_sums_and_unknown_without_a_denominator() {
    ServiceFigures a = new ServiceFigures(1, 60, 54, 27, 6, 360, 270, 270, 27, new DelayCounts());
    ServiceFigures b = new ServiceFigures(1, 30, 30, 30, 0, 180, 180, 180, 0, new DelayCounts());
    ServiceFigures both = a.plus(b);
    assertThat(both.onlineRate()).isCloseTo(57.0 / 84, within(1e-12));
    assertThat(both.dataRate()).isCloseTo(450.0 / 540, within(1e-12));
    assertThat(both.badShare()).isCloseTo(27.0 / 450, within(1e-12));
    assertThat(both.gapMinutes()).isEqualTo(6);
    assertThat(ServiceFigures.none().onlineRate()).isNull();
    assertThat(ServiceFigures.none().delayP95S()).isNull();
  }
}
