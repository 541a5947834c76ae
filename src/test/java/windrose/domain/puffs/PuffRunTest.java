package windrose.domain.puffs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Percentage.withPercentage;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.operation.valid.IsValidOp;
import windrose.domain.caveat.ModelRefused;
import windrose.domain.caveat.Progress;
import windrose.domain.dispersion.Cases;
import windrose.domain.dispersion.CloudModel;
import windrose.domain.geo.LocalPoint;
import windrose.domain.plume.Spread;
import windrose.domain.release.SourceTerm;
import windrose.domain.weather.Atmosphere;
import windrose.domain.weather.Stability;
import windrose.domain.weather.Wind;
import windrose.domain.zone.Field;
import windrose.domain.zone.Grid;
import windrose.domain.zone.Zone;

class PuffRunTest {
  private static final LocalPoint PLACE = new LocalPoint(0, 0);

  private static PuffQuestion question(
      SourceTerm source, WindSeries winds, boolean heavy, double untilS) {
    return new PuffQuestion(
        heavy ? Cases.CHLORINE : Cases.AMMONIA,
        source,
        PLACE,
        winds,
        Spread.BRIGGS_RURAL,
        heavy,
        untilS,
        30,
        20_000);
  }

  private static Atmosphere from(double fromDeg, double speedMps, Stability stability) {
    return WindSeries.withWind(Cases.air(speedMps, stability), new Wind(fromDeg, speedMps));
  }

  /** Off the axis a round puff in very unstable air is farther from its source than a plume knows: there 5 % apart. */
  @ParameterizedTest
  @CsvSource({
    "A, 3, 0", "B, 3, 0", "C, 4, 0", "D, 2, 0", "D, 8, 0", "E, 3, 0", "F, 2, 0", "C, 4, 1",
    "D, 5, 1", "E, 3, 1", "F, 2, 1"
  })
  void a_constant_wind_gives_the_steady_plume_within_two_per_cent(
      Stability stability, double windMps, double sigmasAside) {
    CloudModel plume = Cases.ammonia(1, windMps, stability);
    PuffCloud puffs =
        PuffRun.run(
            question(
                Cases.direct(1, 3_600),
                WindSeries.constant(Cases.air(windMps, stability)),
                false,
                1_500),
            Progress.NONE);
    for (double x : new double[] {200, 400, 800}) {
      double y = sigmasAside * Spread.BRIGGS_RURAL.horizontalM(stability, x);
      assertThat(puffs.kgPerM3(x, y, 0, 1_500))
          .as("class %s at %s m", stability, x)
          .isCloseTo(plume.maximumKgPerM3(x, y, 0), withPercentage(2));
    }
  }

  @Test
  void keeps_every_kilogram_light_or_heavy_while_the_wind_turns() {
    Random random = new Random(7);
    for (boolean heavy : new boolean[] {false, true}) {
      List<WindSeries.Entry> entries = new java.util.ArrayList<>();
      double direction = 200;
      for (int minute = 0; minute < 20; minute++) {
        direction += 25 * random.nextGaussian();
        entries.add(
            new WindSeries.Entry(
                60 * minute, from(direction, 1 + 4 * random.nextDouble(), Stability.D)));
      }
      PuffCloud cloud =
          PuffRun.run(
              question(Cases.direct(0.7, 600), new WindSeries(entries), heavy, 1_200),
              Progress.NONE);
      PuffSlice last = cloud.slices().get(cloud.slices().size() - 1);
      assertThat(last.massKg()).isCloseTo(420, withPercentage(1e-6));
      assertThat(cloud.nearest(300).massKg()).isCloseTo(210, withPercentage(1e-6));
    }
  }

  @ParameterizedTest
  @CsvSource({"0, false", "33, false", "181, true", "312, true"})
  void turns_with_the_wind_without_changing(double fromDeg, boolean heavy) {
    SourceTerm source = Cases.direct(1, 600);
    PuffCloud turned =
        PuffRun.run(
            question(source, WindSeries.constant(from(fromDeg, 3, Stability.D)), heavy, 300),
            Progress.NONE);
    PuffCloud straight =
        PuffRun.run(
            question(source, WindSeries.constant(from(270, 3, Stability.D)), heavy, 300),
            Progress.NONE);
    Wind way = new Wind(fromDeg, 1);
    assertThat(turned.kgPerM3(300 * way.eastMps(), 300 * way.northMps(), 0.5, 300))
        .isCloseTo(straight.kgPerM3(300, 0, 0.5, 300), withPercentage(0.01));
  }

  @Test
  void the_raster_is_the_sum_of_the_puffs() {
    PuffCloud cloud =
        PuffRun.run(
            question(
                Cases.direct(1, 600),
                new WindSeries(
                    List.of(
                        new WindSeries.Entry(0, from(270, 3, Stability.D)),
                        new WindSeries.Entry(300, from(180, 2, Stability.E)))),
                false,
                600),
            Progress.NONE);
    Grid grid = cloud.grid(60, 50);
    PuffSlice slice = cloud.nearest(600);
    Field field = PuffRaster.at(slice, grid, 1.5);
    double highest = field.highest();
    assertThat(highest).isPositive();
    for (int row = 0; row < 50; row += 7) {
      for (int column = 0; column < 60; column += 7) {
        double exact = slice.kgPerM3(grid.xM(column, row), grid.yM(column, row), 1.5);
        assertThat(Math.abs(field.at(column, row) - exact)).isLessThan(1e-7 * highest);
      }
    }
  }

  @Test
  void follows_a_wind_that_turns_and_its_maximum_and_load_are_valid_zones() {
    WindSeries winds =
        new WindSeries(
            List.of(
                new WindSeries.Entry(0, from(270, 3, Stability.D)),
                new WindSeries.Entry(300, from(270, 3, Stability.D)),
                new WindSeries.Entry(330, from(180, 3, Stability.D))));
    PuffCloud cloud = PuffRun.run(question(Cases.direct(1, 300), winds, false, 700), Progress.NONE);
    assertThat(cloud.kgPerM3(450, 600, 0, 600)).isGreaterThan(1e-8);
    assertThat(cloud.kgPerM3(600, -300, 0, 600)).isLessThan(1e-12);
    Grid grid = cloud.grid(120, 120);
    Field maximum = cloud.maximum(grid, 0, Progress.NONE);
    List<Zone> zones = PuffCloud.zones(maximum, 1e-6, 1e-5, 1e-4);
    for (Zone zone : zones) {
      assertThat(IsValidOp.isValid(zone.area())).isTrue();
    }
    assertThat(zones.get(0).area().difference(zones.get(1).area()).getArea()).isLessThan(1e-6);
    Field load = cloud.load(grid, 0, 1, Progress.NONE);
    assertThat(load.highest()).isGreaterThan(maximum.highest());
  }

  @Test
  void heavy_gas_let_go_at_once_lies_low_and_wide_before_it_drifts_off() {
    PuffCloud cloud =
        PuffRun.run(
            question(
                Cases.sudden(2_000, 10), WindSeries.constant(from(270, 2, Stability.D)), true, 300),
            Progress.NONE);
    var disc = cloud.nearest(30).heavy().get(0);
    assertThat(disc.radiusM()).isGreaterThan(5 * disc.depthM());
    assertThat(disc.radiusM()).isGreaterThan(20);
    assertThat(cloud.nearest(300).massKg()).isCloseTo(2_000, withPercentage(1e-6));
  }

  @Test
  void a_calm_is_refused_and_half_a_metre_per_second_is_not() {
    assertThatThrownBy(
            () ->
                PuffRun.run(
                    question(
                        Cases.direct(1, 60),
                        WindSeries.constant(from(0, 0.2, Stability.F)),
                        false,
                        60),
                    Progress.NONE))
        .isInstanceOfSatisfying(
            ModelRefused.class, refused -> assertThat(refused.field()).isEqualTo("winds"));
    PuffCloud slow =
        PuffRun.run(
            question(
                Cases.direct(1, 60), WindSeries.constant(from(270, 0.5, Stability.F)), false, 300),
            Progress.NONE);
    assertThat(slow.kgPerM3(30, 0, 0, 90)).isPositive().isFinite();
  }

  @Test
  void stops_when_told_and_says_how_far_it_is() {
    double[] reached = {0};
    Progress impatient =
        new Progress() {
          @Override
          public void reached(double share) {
            reached[0] = share;
          }

          @Override
          public boolean isCancelled() {
            return reached[0] > 0.3;
          }
        };
    assertThatThrownBy(
            () ->
                PuffRun.run(
                    question(
                        Cases.direct(1, 600),
                        WindSeries.constant(Cases.air(3, Stability.D)),
                        false,
                        600),
                    impatient))
        .isInstanceOf(Progress.Cancelled.class);
    assertThat(reached[0]).isBetween(0.3, 0.5);
  }
}
