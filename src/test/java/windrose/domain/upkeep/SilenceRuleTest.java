package windrose.domain.upkeep;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SilenceRuleTest {
  private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
  private static final Instant LONG_AGO = NOW.minusSeconds(100_000);
  private static final SilenceRule RULE = SilenceRule.USUAL;

  private static StationPulse pulse(
      String code, @Nullable String gateway, int intervalS, long secondsAgo) {
    Instant last = NOW.minusSeconds(secondsAgo);
    return new StationPulse(code, gateway, intervalS, last, last, false);
  }

  private static StationPulse online(String code, String gateway) {
    return new StationPulse(code, gateway, 10, NOW.minusSeconds(5), LONG_AGO, false);
  }

  private static List<String> dead(Instant listeningSince, StationPulse... pulses) {
    return RULE.judge(List.of(pulses), listeningSince, NOW).stream()
        .map(SilenceRule.Dead::code)
        .toList();
  }

  @Test
  void five_intervals_and_at_least_five_minutes_make_a_silence() {
    assertThat(dead(LONG_AGO, pulse("A", null, 10, 300))).isEmpty();
    assertThat(dead(LONG_AGO, pulse("A", null, 10, 301))).containsExactly("A");
    assertThat(dead(LONG_AGO, pulse("A", null, 3600, 17_000))).isEmpty();
    assertThat(dead(LONG_AGO, pulse("A", null, 3600, 18_001))).containsExactly("A");
  }

  @Test
  void a_dead_gateway_is_named_once_and_not_its_stations() {
    StationPulse[] behind = {
      pulse("A", "GW", 10, 400), pulse("B", "GW", 10, 410), pulse("C", "GW", 3600, 1800)
    };
    List<SilenceRule.Dead> dead = RULE.judge(List.of(behind), LONG_AGO, NOW);
    assertThat(dead).hasSize(1);
    assertThat(dead.get(0).code()).isEqualTo("GW");
    assertThat(dead.get(0).gateway()).isTrue();
    assertThat(dead.get(0).since()).isEqualTo(NOW.minusSeconds(400));
    assertThat(dead.get(0).behind()).containsExactly("A", "B", "C");
  }

  @Test
  void one_dead_station_behind_a_living_gateway_is_named_itself() {
    assertThat(dead(LONG_AGO, pulse("A", "GW", 10, 4000), online("B", "GW"), online("C", "GW")))
        .containsExactly("A");
    assertThat(dead(LONG_AGO, pulse("A", "GW", 10, 400), pulse("C", "GW", 3600, 1800)))
        .as("the slow one is not due yet, so nothing speaks against the gateway")
        .containsExactly("A");
  }

  @Test
  void a_gateway_that_came_back_gives_its_stations_time_to_report() {
    Instant back = NOW.minusSeconds(100);
    StationPulse heard = new StationPulse("A", "GW", 10, NOW.minusSeconds(3), back, false);
    StationPulse notYet = pulse("B", "GW", 10, 4000);
    assertThat(dead(LONG_AGO, heard, notYet)).isEmpty();
    StationPulse longBack =
        new StationPulse("A", "GW", 10, NOW.minusSeconds(3), NOW.minusSeconds(301), false);
    assertThat(dead(LONG_AGO, longBack, notYet)).containsExactly("B");
  }

  @Test
  void time_in_which_we_did_not_listen_is_nobodys_silence() {
    assertThat(dead(NOW.minusSeconds(200), pulse("A", null, 10, 9000))).isEmpty();
    assertThat(dead(NOW.minusSeconds(301), pulse("A", null, 10, 9000))).containsExactly("A");
  }

  @Test
  void never_seen_and_under_maintenance_are_not_dead() {
    StationPulse never = new StationPulse("N", null, 10, null, null, false);
    StationPulse busy = new StationPulse("M", null, 10, LONG_AGO, LONG_AGO, true);
    assertThat(dead(LONG_AGO, never, busy)).isEmpty();
    assertThat(never.state(RULE, NOW)).isEqualTo(StationPulse.State.NEVER_SEEN);
    assertThat(busy.state(RULE, NOW)).isEqualTo(StationPulse.State.MAINTENANCE);
    StationPulse gateway = new StationPulse("GW", null, 10, null, null, true);
    assertThat(dead(LONG_AGO, gateway, pulse("A", "GW", 10, 400), pulse("B", "GW", 10, 400)))
        .as("somebody works on the gateway")
        .isEmpty();
  }

  @Test
  void online_late_and_silent_follow_the_interval() {
    assertThat(pulse("A", null, 10, 50).state(RULE, NOW)).isEqualTo(StationPulse.State.ONLINE);
    assertThat(pulse("A", null, 10, 51).state(RULE, NOW)).isEqualTo(StationPulse.State.LATE);
    assertThat(pulse("A", null, 10, 301).state(RULE, NOW)).isEqualTo(StationPulse.State.SILENT);
    assertThat(RULE.limit(120)).isEqualTo(Duration.ofMinutes(10));
  }
}
