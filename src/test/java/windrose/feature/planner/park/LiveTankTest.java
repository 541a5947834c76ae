package windrose.feature.planner.park;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import windrose.domain.geo.LonLat;
import windrose.domain.measure.Quality;
import windrose.domain.park.Series;
import windrose.domain.park.Tank;
import windrose.feature.readings.StoredReading;
import windrose.feature.registers.RegisteredSeries;

class LiveTankTest {
  private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

  @Test
  void fresh_readings_take_the_place_of_the_register() {
    LiveTank live = live(63.2, Duration.ofSeconds(12), Quality.GOOD);
    assertThat(live.tank().fillPercent()).isEqualTo(63.2);
    assertThat(live.inputs().get(0).how()).isEqualTo("measured");
    assertThat(live.inputs().get(0).series()).contains("TI-1/level");
  }

  @Test
  void an_old_reading_is_not_taken_and_the_registers_value_is_said_to_be_assumed() {
    LiveTank live = live(63.2, Duration.ofHours(3), Quality.GOOD);
    assertThat(live.tank().fillPercent()).isEqualTo(78.0);
    assertThat(live.inputs().get(0).how()).isEqualTo("assumed");
    assertThat(live.inputs().get(0).why()).isEqualTo("stale");
  }

  @Test
  void a_reading_of_a_faulty_device_and_one_that_cannot_be_are_not_taken() {
    Quality faulty = new Quality(Quality.DEVICE_FAULT);
    assertThat(live(63.2, Duration.ZERO, faulty).inputs().get(0).why()).isEqualTo("bad-quality");
    assertThat(live(640, Duration.ZERO, Quality.GOOD).inputs().get(0).why())
        .isEqualTo("not-plausible");
  }

  @Test
  void what_neither_sensor_nor_register_knows_stays_unknown() {
    LiveTank live = live(63.2, Duration.ZERO, Quality.GOOD);
    assertThat(live.inputs().get(2).value()).isNull();
    assertThat(live.tank().operatingPressureMpaG()).isNull();
  }

  private static LiveTank live(double level, Duration age, Quality quality) {
    Instant at = NOW.minus(age);
    return LiveTank.of(
        tank(null),
        List.of(series("level", "%", 1)),
        Map.of(1L, new StoredReading(1, at, at, level, quality)),
        NOW);
  }

  private static RegisteredSeries series(String factor, String unit, long key) {
    return new RegisteredSeries(
        key,
        new Series(
            "TI-1", factor, factor, "液位", "Level", null, null, unit, null, null, null, null, null,
            null, 10, "TK-1", null),
        null);
  }

  private static Tank tank(@Nullable Double pressureMpaG) {
    return new Tank(
        "TK-1",
        "罐",
        "Tank",
        "E01",
        "U1",
        "B1",
        "cl2",
        "液氯",
        "Chlorine",
        "7782-50-5",
        "horizontal",
        60,
        2.6,
        12.2,
        2.6,
        1.6,
        pressureMpaG,
        18.8,
        1_410.0,
        78.0,
        new LonLat(116, 35));
  }
}
