package windrose.feature.simulator.truth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Envelope;
import windrose.domain.geo.LocalFrame;
import windrose.domain.geo.LocalPoint;
import windrose.domain.geo.LonLat;
import windrose.domain.park.Park;
import windrose.domain.park.ParkArea;
import windrose.domain.park.Series;
import windrose.domain.park.Station;
import windrose.domain.park.Tank;
import windrose.domain.weather.Wind;
import windrose.feature.simulator.DemoPark;

/** Detectors in rings around a leaking chlorine tank: what they show follows from leak and wind. */
class LeakRunTest {
  private static final LonLat TANK = new LonLat(116.02, 35.02);
  private static final LocalFrame FRAME = LocalFrame.around(TANK);
  private static final double NOW_S = Instant.parse("2026-11-21T02:00:00Z").toEpochMilli() / 1000.0;
  private static final int[] RINGS_M = {30, 120, 400};

  /** 24 detectors at each of three distances, named by distance and direction. */
  private static Park rings() {
    List<Station> stations = new ArrayList<>();
    List<Series> series = new ArrayList<>();
    for (int distanceM : RINGS_M) {
      for (int deg = 0; deg < 360; deg += 15) {
        double east = distanceM * Math.sin(Math.toRadians(deg));
        double north = distanceM * Math.cos(Math.toRadians(deg));
        String code = "GD-" + distanceM + "-" + deg;
        stations.add(
            new Station(
                code,
                "gas_detector",
                "",
                "",
                null,
                null,
                FRAME.toLonLat(new LocalPoint(east, north)),
                0.4,
                "modbus",
                "GW",
                Map.of()));
        series.add(
            new Series(
                code,
                "cl2",
                "cl2",
                "",
                "",
                "7782-50-5",
                null,
                "mg/m3",
                0.0,
                60.0,
                null,
                null,
                1.0,
                2.0,
                10,
                null,
                null));
      }
    }
    Tank tank =
        new Tank(
            "E01-TK-101",
            "",
            "",
            null,
            null,
            null,
            "cl2",
            "",
            "",
            "7782-50-5",
            "horizontal",
            60,
            2.6,
            12.0,
            2.6,
            1.6,
            0.62,
            20.0,
            1410.0,
            70.0,
            TANK);
    ParkArea area = new ParkArea("a", "", "", new Envelope(116.01, 116.03, 35.01, 35.03));
    return new Park(
        "p", "", "", true, List.of(area), List.of(), stations, series, List.of(tank), "");
  }

  private static double shown(DemoWorld world, int distanceM, int deg, double t) {
    String code = "GD-" + distanceM + "-" + Math.floorMod(deg, 360);
    return world.sample(world.listProbes(code).get(0), t).value();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void upwind_stays_clean_and_downwind_the_nearest_alarms_first(long seed) {
    DemoWorld world = new DemoWorld(rings(), seed, FieldFaults.NONE);
    LeakRun run = world.open(Leak.CHLORINE, NOW_S);
    Wind wind = world.weatherAt(NOW_S + 120, TANK).wind();
    int downwind = (int) Math.round((wind.fromDeg() + 180) / 15) * 15;
    double worstUpwind = 0;
    double[] firstS = {Double.NaN, Double.NaN, Double.NaN};
    for (double t = NOW_S + 1; t < NOW_S + 600; t += 1) {
      run.advanceTo(t);
      for (int k = 0; k < 3; k++) {
        worstUpwind = Math.max(worstUpwind, shown(world, RINGS_M[k], downwind + 180, t));
        for (int aside = -30; aside <= 30; aside += 15) {
          if (Double.isNaN(firstS[k]) && shown(world, RINGS_M[k], downwind + aside, t) >= 1) {
            firstS[k] = t - NOW_S;
          }
        }
      }
    }
    assertThat(worstUpwind).isLessThan(0.8);
    assertThat(firstS).doesNotContain(Double.NaN);
    assertThat(firstS[0]).isLessThanOrEqualTo(firstS[1]);
    assertThat(firstS[1]).isLessThan(firstS[2]);
  }

  @Test
  void affected_values_are_marked_as_a_drill_and_end_with_it() {
    DemoWorld world = new DemoWorld(rings(), 1, FieldFaults.NONE);
    LeakRun run = world.open(Leak.CHLORINE, NOW_S);
    for (int i = 1; i <= 3; i++) {
      run.advanceTo(NOW_S + 100.0 * i);
    }
    int marked = 0;
    for (Station station : rings().stations()) {
      Sample sample = world.sample(world.listProbes(station.code()).get(0), NOW_S + 300);
      marked += sample.isDrill() ? 1 : 0;
      assertThat(sample.value() < 1 || sample.isDrill()).isTrue();
      assertThat(sample.flag() == Sample.OVER_RANGE).isEqualTo(sample.value() >= 60);
    }
    assertThat(marked).isBetween(3, 60);
    world.endLeak();
    for (Station station : rings().stations()) {
      Sample sample = world.sample(world.listProbes(station.code()).get(0), NOW_S + 301);
      assertThat(sample.isDrill()).isFalse();
      assertThat(sample.value()).isLessThan(0.8);
    }
  }

  @Test
  void the_leak_opens_holds_closes_drifts_away_and_is_over() {
    DemoWorld world = new DemoWorld(rings(), 1, FieldFaults.NONE);
    LeakRun run = world.open(Leak.CHLORINE, NOW_S);
    List<LeakRun.Phase> phases = new ArrayList<>();
    for (double t = NOW_S; t < NOW_S + 2_400; t += 10) {
      run.advanceTo(t);
      if (phases.isEmpty() || phases.get(phases.size() - 1) != run.phase()) {
        phases.add(run.phase());
      }
    }
    assertThat(phases).containsExactly(LeakRun.Phase.values());
  }

  @Test
  void chlorine_leaves_a_5_mm_hole_at_half_a_kilogram_per_second() {
    assertThat(Leak.CHLORINE.rateKgPerS()).isCloseTo(0.50, within(0.01));
    assertThat(Leak.CHLORINE.rateKgPerS(-1)).isZero();
    assertThat(Leak.CHLORINE.rateKgPerS(60)).isCloseTo(0.25, within(0.01));
    assertThat(Leak.CHLORINE.rateKgPerS(600)).isCloseTo(0.50, within(0.01));
    assertThat(Leak.CHLORINE.rateKgPerS(1200)).isZero();
  }

  @Test
  void a_machine_that_slept_does_not_stall_on_waking() {
    DemoWorld world = new DemoWorld(rings(), 1, FieldFaults.NONE);
    LeakRun run = world.open(Leak.CHLORINE, NOW_S);
    run.advanceTo(NOW_S + 1_000_000);
    assertThat(run.leakedKg()).isLessThan(0.5 * 121);
  }

  @Test
  void every_leak_of_the_demo_reaches_an_alarm_of_its_gas_within_ten_minutes() {
    for (Leak leak : List.of(Leak.CHLORINE, Leak.AMMONIA, Leak.LPG, Leak.HYDROGEN_SULFIDE)) {
      assertThat(alarmed(leak, 600)).as(leak.asset()).isGreaterThan(0);
    }
  }

  private static long alarmed(Leak leak, int withinS) {
    DemoWorld world = new DemoWorld(DemoPark.PARK, 5, FieldFaults.NONE);
    LeakRun run = world.open(leak, NOW_S);
    List<Probe> probes = new ArrayList<>();
    DemoPark.PARK.stations().forEach(s -> probes.addAll(world.listProbes(s.code())));
    List<String> alarmed = new ArrayList<>();
    for (double t = NOW_S + 10; t <= NOW_S + withinS; t += 10) {
      run.advanceTo(t);
      for (Probe probe : probes) {
        Double limit = probe.series().alarmHigh1();
        if (probe.notices(leak) && limit != null && world.sample(probe, t).value() >= limit) {
          alarmed.add(probe.series().id());
        }
      }
    }
    return alarmed.stream().distinct().count();
  }
}
