package windrose.domain.alarm;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import windrose.domain.measure.Quality;
import windrose.domain.park.Series;

class AlarmMachineTest {
  private static final Instant START = Instant.parse("2026-11-21T12:00:00Z");
  private static final Series CHLORINE = series(null, null, 1.0, 2.0);
  private static final Series LEVEL = series(15.0, 8.0, 85.0, 90.0);

  private final List<String> told = new ArrayList<>();
  private @Nullable Alarm open;
  private Series series = CHLORINE;
  private AlarmSide side = AlarmSide.HIGH;
  private @Nullable String drill;
  private int made;

  private static Series series(
      @Nullable Double low1, @Nullable Double low2, Double high1, Double high2) {
    return new Series(
        "GD-1",
        "cl2",
        "cl2",
        "氯",
        "Chlorine",
        "7782-50-5",
        null,
        "mg/m3",
        0.0,
        100.0,
        low1,
        low2,
        high1,
        high2,
        10,
        null,
        "GB/T 50493-2019");
  }

  private Observation seen(int second, double value, int quality) {
    Instant at = START.plusSeconds(second);
    return new Observation(series, false, at, at, value, new Quality(quality), drill);
  }

  private void take(int second, double value, int quality) {
    take(AlarmMachine.step(open, side, seen(second, value, quality), () -> new UUID(7, made++)));
  }

  private void take(int second, double value) {
    take(second, value, 0);
  }

  private void take(List<AlarmChange> changes) {
    for (AlarmChange change : changes) {
      open = change.alarm().isEnded() ? null : change.alarm();
      change.event().ifPresent(event -> told.add(event.code()));
    }
  }

  private Alarm alarm() {
    return Optional.ofNullable(open).orElseThrow();
  }

  @Test
  void a_value_on_the_limit_opens_and_the_second_level_raises_the_same_alarm() {
    take(0, 0.99);
    take(10, 1.0);
    UUID id = alarm().id();
    assertThat(alarm().priority()).isEqualTo(3);
    take(20, 1.5);
    take(30, 2.5);
    take(40, 1.2);

    assertThat(told).containsExactly("opened", "raised");
    assertThat(alarm().id()).isEqualTo(id);
    assertThat(alarm().level()).isEqualTo(2);
    assertThat(alarm().priority()).isEqualTo(1);
    assertThat(alarm().limit()).isEqualTo(2.0);
    assertThat(alarm().value()).isEqualTo(1.2);
    assertThat(alarm().peak()).isEqualTo(2.5);
    assertThat(alarm().peakAt()).isEqualTo(START.plusSeconds(30));
    assertThat(alarm().firstAt()).isEqualTo(START.plusSeconds(10));
    assertThat(alarm().lastAt()).isEqualTo(START.plusSeconds(40));
  }

  @Test
  void coming_back_within_the_time_of_sight_counts_and_later_is_a_new_alarm() {
    take(0, 3);
    take(10, 0.5);
    take(20, 1.5);
    assertThat(told).containsExactly("opened", "returned", "opened");
    assertThat(alarm().count()).isEqualTo(2);
    assertThat(alarm().level()).isEqualTo(1);
    assertThat(alarm().peak()).isEqualTo(3);
    UUID first = alarm().id();

    take(30, 0.5);
    Instant returned = START.plusSeconds(30);
    take(AlarmMachine.expire(alarm(), returned.plus(Duration.ofMinutes(29))));
    assertThat(open).isNotNull();
    take(AlarmMachine.expire(alarm(), returned.plus(Duration.ofMinutes(30))));
    assertThat(open).isNull();
    take(4_000, 1.5);
    assertThat(alarm().id()).isNotEqualTo(first);
    assertThat(alarm().count()).isEqualTo(1);
  }

  @Test
  void silence_is_no_recovery_and_the_signal_comes_back_into_the_same_alarm() {
    take(0, 1.5);
    take(AlarmMachine.silent(alarm()));
    take(AlarmMachine.silent(alarm()));
    assertThat(alarm().state()).isEqualTo(AlarmState.SIGNAL_LOST);
    assertThat(alarm().isStanding()).isTrue();
    take(AlarmMachine.expire(alarm(), START.plus(Duration.ofDays(9))));
    assertThat(open).isNotNull();
    take(600, 2.5);
    take(610, 0.1);
    assertThat(told).containsExactly("opened", "lost", "regained", "raised", "returned");
  }

  @ParameterizedTest
  @ValueSource(
      ints = {
        Quality.STUCK,
        Quality.SUBSTITUTED,
        Quality.CALIBRATION,
        Quality.MAINTENANCE,
        Quality.DEVICE_FAULT,
        Quality.STOPPED
      })
  void what_is_not_measured_neither_opens_nor_returns(int quality) {
    take(0, 50, quality);
    assertThat(told).isEmpty();
    take(10, 1.5);
    take(20, 0, quality);
    assertThat(told).containsExactly("opened", "lost");
    take(30, 0);
    assertThat(told).containsExactly("opened", "lost", "returned");
  }

  @Test
  void a_saturated_sensor_is_in_alarm_and_one_below_its_range_has_not_recovered() {
    take(0, 120, Quality.OUT_OF_RANGE);
    take(10, -3, Quality.OUT_OF_RANGE);
    assertThat(told).containsExactly("opened", "lost");
    assertThat(alarm().peak()).isEqualTo(120);
  }

  @Test
  void late_readings_change_nothing() {
    take(0, 50, Quality.LATE);
    assertThat(told).isEmpty();
    take(10, 1.5);
    take(20, 0, Quality.LATE);
    assertThat(told).containsExactly("opened");
    assertThat(alarm().value()).isEqualTo(1.5);
  }

  @Test
  void an_older_good_value_is_no_recovery_and_an_older_bad_one_counts() {
    take(20, 1.5);
    take(10, 0);
    take(15, 1.9);
    assertThat(told).containsExactly("opened");
    assertThat(alarm().value()).isEqualTo(1.5);
    assertThat(alarm().peak()).isEqualTo(1.9);
    assertThat(alarm().firstAt()).isEqualTo(START.plusSeconds(15));
  }

  @Test
  void a_low_limit_has_an_alarm_of_its_own_and_its_peak_is_the_lowest() {
    series = LEVEL;
    side = AlarmSide.LOW;
    take(0, 95);
    assertThat(told).isEmpty();
    take(10, 12);
    take(20, 7);
    take(30, 9);
    assertThat(told).containsExactly("opened", "raised");
    assertThat(alarm().peak()).isEqualTo(7);
    assertThat(alarm().limit()).isEqualTo(8);
  }

  @Test
  void a_limit_that_a_person_took_away_lets_the_alarm_return() {
    take(0, 1.5);
    series = series(null, null, 40.0, 80.0);
    take(10, 1.5);
    assertThat(told).containsExactly("opened", "returned");
  }

  @Test
  void a_drill_never_hides_or_returns_a_real_alarm() {
    take(0, 1.5);
    UUID real = alarm().id();
    drill = "cl2-valve";
    take(10, 50);
    take(20, 0);
    assertThat(told).containsExactly("opened", "lost");
    assertThat(alarm().id()).isEqualTo(real);
    assertThat(alarm().peak()).isEqualTo(1.5);
    assertThat(alarm().drill()).isNull();
  }

  @Test
  void a_real_value_beyond_the_limit_ends_the_drill_s_alarm_and_opens_its_own() {
    drill = "cl2-valve";
    take(0, 5);
    UUID drilled = alarm().id();
    assertThat(alarm().drill()).isEqualTo("cl2-valve");
    drill = null;
    take(10, 5);
    assertThat(told).containsExactly("opened", "returned", "opened");
    assertThat(alarm().id()).isNotEqualTo(drilled);
    assertThat(alarm().drill()).isNull();
  }

  /** Any order of readings, good and bad, real and drilled, of any age: one alarm at most, and no recovery without a good value. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16})
  void whatever_comes_there_is_one_alarm_and_only_a_good_value_returns_it(long seed) {
    Random random = new Random(seed);
    int[] qualities = {
      0,
      0,
      0,
      Quality.LATE,
      Quality.STUCK,
      Quality.CALIBRATION,
      Quality.OUT_OF_RANGE,
      Quality.DEVICE_FAULT,
      Quality.SKEWED,
      Quality.FUTURE
    };
    for (int i = 0; i < 3_000; i++) {
      Alarm before = open;
      int quality = qualities[random.nextInt(qualities.length)];
      double value = random.nextInt(5) - 1 + 0.5;
      int act = random.nextInt(20);
      drill = act > 15 ? "drill" : null;
      List<AlarmChange> changes;
      if (act == 0 && before != null) {
        changes = AlarmMachine.silent(before);
        assertThat(changes).noneMatch(one -> one.alarm().state() == AlarmState.RETURNED);
      } else if (act == 1 && before != null) {
        changes = AlarmMachine.expire(before, START.plusSeconds(i));
        assertThat(before.isStanding() && !changes.isEmpty()).isFalse();
      } else {
        Observation seen = seen(i - random.nextInt(40), value, quality);
        changes = AlarmMachine.step(before, side, seen, () -> new UUID(7, made++));
        boolean recovered =
            changes.stream().anyMatch(one -> one.event().equals(Optional.of(AlarmEvent.RETURNED)));
        boolean replaced = changes.size() == 2 && changes.get(0).alarm().isEnded();
        if (recovered && !replaced) {
          assertThat(seen.judge(side)).isInstanceOf(Observation.Finding.Within.class);
        }
      }
      take(changes);
      assertConsistent(before, changes);
    }
    assertThat(told).contains("opened", "raised", "lost", "regained", "returned");
  }

  private static void assertConsistent(@Nullable Alarm before, List<AlarmChange> changes) {
    UUID standing = before == null ? null : before.id();
    for (AlarmChange change : changes) {
      Alarm alarm = change.alarm();
      assertThat(standing == null || standing.equals(alarm.id()))
          .as("a second alarm beside %s: %s", standing, alarm)
          .isTrue();
      standing = alarm.isEnded() ? null : alarm.id();
      assertThat(alarm.state() == AlarmState.RETURNED).isEqualTo(alarm.returnedAt() != null);
      assertThat(alarm.lastAt()).isAfterOrEqualTo(alarm.firstAt());
    }
  }
}
