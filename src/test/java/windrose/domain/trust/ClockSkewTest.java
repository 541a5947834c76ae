package windrose.domain.trust;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ClockSkewTest {
  private static final long HOUR_MS = 3_600_000;
  private final ClockSkew clock = new ClockSkew();
  private long nowMs = 1_795_219_200_000L;

  private void hear(int times, long offMs) {
    for (int i = 0; i < times; i++) {
      nowMs += 10_000;
      clock.note(nowMs, nowMs - offMs - i % 3 * 700L);
    }
  }

  @Test
  void a_right_clock_has_the_delay_of_its_network_and_no_offset() {
    hear(20, 800);
    assertThat(clock.offMs()).isZero();
    assertThat(clock.medianDelayMs().getAsLong()).isBetween(800L, 2_300L);
  }

  @Test
  void two_hours_slow_or_fast_are_known_after_five_looks() {
    hear(4, 2 * HOUR_MS);
    assertThat(clock.offMs()).isZero();
    hear(1, 2 * HOUR_MS);
    assertThat(clock.offMs()).isBetween(2 * HOUR_MS, 2 * HOUR_MS + 2_000);

    ClockSkew fast = new ClockSkew();
    for (int i = 0; i < 5; i++) {
      fast.note(i * 10_000L, i * 10_000L + 2 * HOUR_MS);
    }
    assertThat(fast.offMs()).isEqualTo(-2 * HOUR_MS);
  }

  @Test
  void when_our_own_clock_steps_the_station_is_known_to_be_off_by_that_after_five_looks() {
    hear(50, 500);
    nowMs += 2 * HOUR_MS;
    hear(5, 500 + 2 * HOUR_MS);
    assertThat(clock.offMs()).isBetween(2 * HOUR_MS, 2 * HOUR_MS + 3_000);
    nowMs -= 2 * HOUR_MS;
    hear(5, 500);
    assertThat(clock.offMs()).isZero();
  }

  @Test
  void a_backlog_that_is_sent_again_is_no_wrong_clock() {
    long measuredMs = nowMs - HOUR_MS;
    for (int i = 0; i < 60; i++) {
      nowMs += 1_000;
      measuredMs += 61_000; // an hour of minutes, one a second
      clock.note(nowMs, measuredMs);
      assertThat(clock.offMs()).isZero();
    }
  }

  @Test
  void a_device_that_was_set_right_from_two_hours_ahead_is_looked_at_again() {
    hear(9, -2 * HOUR_MS);
    assertThat(clock.offMs()).isNegative();
    hear(60, 300); // older than its newest for two hours to come
    assertThat(clock.offMs()).isZero();
  }

  @Test
  void readings_of_the_past_between_live_ones_change_nothing() {
    for (int i = 0; i < 50; i++) {
      nowMs += 10_000;
      clock.note(nowMs, nowMs - 500);
      clock.note(nowMs + 1_500, nowMs - HOUR_MS);
    }
    assertThat(clock.medianDelayMs().getAsLong()).isEqualTo(500);
  }
}
