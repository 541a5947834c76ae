package windrose.feature.simulator.truth;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import windrose.domain.park.Park;
import windrose.domain.park.Series;
import windrose.domain.park.Station;
import windrose.feature.simulator.DemoPark;

class DemoWorldTest {
  private static final Park PARK = DemoPark.PARK;
  private static final double NOW_S = Instant.parse("2026-11-21T02:00:00Z").toEpochMilli() / 1000.0;

  private static List<Probe> all(DemoWorld world) {
    List<Probe> probes = new ArrayList<>();
    for (Station station : PARK.stations()) {
      probes.addAll(world.listProbes(station.code()));
    }
    return probes;
  }

  @Test
  void an_ordinary_day_raises_no_alarm_and_every_value_is_a_number() {
    DemoWorld world = new DemoWorld(PARK, 1, FieldFaults.NONE);
    Set<String> alarms = new HashSet<>();
    for (Probe probe : all(world)) {
      Series series = probe.series();
      for (double t = NOW_S; t < NOW_S + 86_400; t += 7_300) {
        Sample sample = world.sample(probe, t);
        assertThat(sample.value()).as(series.id()).isFinite();
        assertThat(sample.isDrill()).isFalse();
        assertThat(sample.flag()).isEqualTo(Sample.NORMAL);
        if (series.alarmHigh1() != null && sample.value() >= series.alarmHigh1()) {
          alarms.add(series.id() + " " + sample.value() + " ≥ " + series.alarmHigh1());
        }
        if (series.alarmLow1() != null && sample.value() <= series.alarmLow1()) {
          alarms.add(series.id() + " " + sample.value() + " ≤ " + series.alarmLow1());
        }
      }
    }
    assertThat(alarms).isEmpty();
  }

  @Test
  void gas_is_nearly_absent_but_the_sensors_are_alive() {
    DemoWorld world = new DemoWorld(PARK, 1, FieldFaults.NONE);
    int moving = 0;
    int gas = 0;
    for (Probe probe : all(world)) {
      if (probe.station().kind().equals("gas_detector") && probe.isGas()) {
        gas++;
        Set<Double> values = new HashSet<>();
        for (int i = 0; i < 60; i++) {
          values.add(world.sample(probe, NOW_S + i * 10.0).value());
        }
        moving += values.size() > 1 ? 1 : 0;
      }
    }
    assertThat(gas).isGreaterThan(700);
    assertThat(moving).isGreaterThan(gas * 95 / 100);
  }

  @Test
  void a_second_world_with_the_same_seed_says_the_same() {
    DemoWorld one = new DemoWorld(PARK, 1, FieldFaults.NONE);
    DemoWorld two = new DemoWorld(PARK, 1, FieldFaults.NONE);
    List<Probe> a = all(one);
    List<Probe> b = all(two);
    for (int i = 0; i < a.size(); i += 7) {
      assertThat(one.sample(a.get(i), NOW_S)).isEqualTo(two.sample(b.get(i), NOW_S));
    }
  }

  @Test
  void most_levels_rise_and_fall_within_three_days() {
    DemoWorld world = new DemoWorld(PARK, 1, FieldFaults.NONE);
    int moved = 0;
    int levels = 0;
    for (Probe probe : all(world)) {
      if (probe.series().factor().equals("level") && probe.tank() != null) {
        levels++;
        double min = Double.MAX_VALUE;
        double max = -Double.MAX_VALUE;
        for (double t = NOW_S; t < NOW_S + 3 * 86_400; t += 3_600) {
          double value = world.sample(probe, t).value();
          min = Math.min(min, value);
          max = Math.max(max, value);
        }
        moved += max - min > 2 ? 1 : 0;
      }
    }
    assertThat(levels).isGreaterThan(100);
    assertThat(moved).isGreaterThan(levels * 8 / 10);
  }

  @Test
  void a_stuck_sensor_shows_one_value_for_an_hour() {
    FieldFaults faults =
        new FieldFaults(Set.of(), Set.of("GD-E09-003"), Map.of(), Set.of(), Set.of());
    DemoWorld world = new DemoWorld(PARK, 1, faults);
    Probe probe = world.listProbes("GD-E09-003").get(0);
    Set<Double> values = new HashSet<>();
    for (int i = 0; i < 360; i++) {
      values.add(world.sample(probe, NOW_S + i * 10.0).value());
    }
    assertThat(values).hasSize(1);
  }

  @Test
  void calibration_gas_carries_the_flag_of_calibration() {
    DemoWorld world = new DemoWorld(PARK, 1, FieldFaults.DEMO);
    Probe probe = world.listProbes("GD-E05-002").get(0);
    double start = Math.floor(NOW_S / 21_600) * 21_600;
    Sample during = world.sample(probe, start + 300);
    Sample after = world.sample(probe, start + 2_000);
    assertThat(during.flag()).isEqualTo(Sample.CALIBRATION);
    assertThat(during.value()).isGreaterThan(50);
    assertThat(after.flag()).isEqualTo(Sample.NORMAL);
    assertThat(after.value()).isLessThan(2);
  }

  @Test
  void a_drifting_sensor_creeps_up_without_reaching_its_alarm() {
    DemoWorld world = new DemoWorld(PARK, 1, FieldFaults.DEMO);
    Probe probe = world.listProbes("GD-E12-001").get(0);
    double cycleS = 14 * 86_400;
    double start = Math.floor(NOW_S / cycleS) * cycleS;
    double early = world.sample(probe, start + 3_600).value();
    double late = world.sample(probe, start + cycleS - 3_600).value();
    assertThat(late - early).isGreaterThan(1);
    assertThat(late).isLessThan(probe.series().alarmHigh1());
  }

  @Test
  void every_named_fault_has_a_station_in_the_demo_park() {
    assertThat(PARK.stations())
        .extracting(Station::code)
        .contains("GD-E03-005", "GD-E08-004", "MS-11", "TI-E07-TK-101")
        .contains("GD-E09-003", "MS-17", "GD-E05-002", "GD-E12-001");
  }

  @Test
  void a_dropping_out_station_is_silent_for_25_of_240_minutes() {
    int silent = 0;
    for (int minute = 0; minute < 2_400; minute++) {
      silent += FieldFaults.DEMO.isSilent("MS-11", NOW_S + minute * 60.0) ? 1 : 0;
    }
    assertThat(silent).isBetween(240, 260);
    assertThat(FieldFaults.DEMO.isSilent("MS-12", NOW_S)).isFalse();
  }
}
