package windrose.feature.people;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import windrose.platform.web.Problem;
import windrose.testing.HandClock;

class SignInLimiterTest {
  private final HandClock clock = new HandClock();
  private final SignInLimiter limiter = new SignInLimiter(clock);

  private void failTimes(int times) {
    for (int i = 0; i < times; i++) {
      limiter.wrong("admin", "10.0.0.1");
    }
  }

  @Test
  void four_wrong_passwords_cost_nothing_the_fifth_costs_half_a_minute() {
    failTimes(4);
    assertThatCode(() -> limiter.check("admin", "10.0.0.1")).doesNotThrowAnyException();
    failTimes(1);
    assertThatThrownBy(() -> limiter.check("admin", "10.0.0.1"))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("30 seconds");
    clock.advance(Duration.ofSeconds(31));
    assertThatCode(() -> limiter.check("admin", "10.0.0.1")).doesNotThrowAnyException();
  }

  @Test
  void the_wait_doubles_and_ends_at_a_quarter_of_an_hour() {
    failTimes(6);
    assertThatThrownBy(() -> limiter.check("admin", "10.0.0.1")).hasMessageContaining("60 seconds");
    failTimes(50);
    assertThatThrownBy(() -> limiter.check("admin", "10.0.0.1"))
        .hasMessageContaining("900 seconds");
  }

  @Test
  void guessing_from_one_address_locks_nobody_out_at_another() {
    failTimes(50);
    assertThatCode(() -> limiter.check("admin", "10.0.0.2")).doesNotThrowAnyException();
  }
}
