package windrose.domain.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class ClockWindowTest {
  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

  @Test
  void a_day_begins_at_local_midnight_in_either_zone() {
    Instant at = Instant.parse("2026-11-21T16:30:00Z");
    assertThat(ClockWindow.DAY.around(at, SHANGHAI).from()).isEqualTo("2026-11-21T16:00:00Z");
    assertThat(ClockWindow.DAY.around(at, NEW_YORK).from()).isEqualTo("2026-11-21T05:00:00Z");
    assertThat(ClockWindow.MONTH.around(at, SHANGHAI).from()).isEqualTo("2026-10-31T16:00:00Z");
    assertThat(ClockWindow.HOUR.around(at, NEW_YORK).from()).isEqualTo("2026-11-21T16:00:00Z");
  }

  /** 2026-11-01 has the hour from 01:00 to 02:00 twice in New York. */
  @Test
  void a_day_with_a_doubled_hour_has_twenty_five() {
    Instant first = Instant.parse("2026-11-01T05:30:00Z");
    Instant second = Instant.parse("2026-11-01T06:30:00Z");
    assertThat(ClockWindow.DAY.around(first, NEW_YORK).length()).isEqualTo(Duration.ofHours(25));
    assertThat(ClockWindow.HOUR.around(first, NEW_YORK))
        .isNotEqualTo(ClockWindow.HOUR.around(second, NEW_YORK));
    assertThat(ClockWindow.DAY.around(first, SHANGHAI).length()).isEqualTo(Duration.ofHours(24));
  }
}
