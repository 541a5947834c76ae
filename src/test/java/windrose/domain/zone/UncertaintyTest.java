package windrose.domain.zone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Percentage.withPercentage;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.valid.IsValidOp;
import windrose.domain.caveat.Progress;
import windrose.domain.dispersion.Cases;
import windrose.domain.dispersion.DispersionCase;
import windrose.domain.dispersion.DispersionOptions;
import windrose.domain.geo.LocalPoint;
import windrose.domain.weather.Stability;

class UncertaintyTest {
  private static final double LEVEL = 2e-5;

  private static DispersionCase ammonia() {
    return new DispersionCase(
        Cases.AMMONIA,
        Cases.direct(1, 3_600),
        Cases.air(4, Stability.D),
        DispersionOptions.screening());
  }

  @ParameterizedTest
  @EnumSource(Stability.class)
  void a_band_covers_the_zone_and_turns_it_both_ways(Stability stability) {
    MultiPolygon zone =
        Footprint.maximum(Cases.ammonia(1, 4, stability), LEVEL).zones().get(0).area();
    MultiPolygon band = WindBand.swept(zone, WindBand.sigmaDeg(stability, 4));
    assertThat(IsValidOp.isValid(band)).isTrue();
    assertThat(zone.difference(band).getArea()).isLessThan(0.02 * zone.getArea());
    assertThat(band.getArea()).isGreaterThan(1.3 * zone.getArea());
    for (int i = 0; i < band.getNumGeometries(); i++) {
      Polygon polygon = (Polygon) band.getGeometryN(i);
      assertThat(Orientation.isCCW(polygon.getExteriorRing().getCoordinates())).isTrue();
    }
  }

  @Test
  void a_wind_that_may_come_from_anywhere_gives_the_full_circle() {
    MultiPolygon zone =
        Footprint.maximum(Cases.ammonia(1, 4, Stability.D), LEVEL).zones().get(0).area();
    double reach = Cases.ammonia(1, 4, Stability.D).reachM(LEVEL).orElseThrow();
    MultiPolygon circle = WindBand.swept(zone, 120);
    assertThat(circle.getArea()).isCloseTo(Math.PI * reach * reach, withPercentage(3));
  }

  @Test
  void the_same_seed_gives_the_same_probabilities_in_one_go_or_in_parts() {
    Ensemble ensemble =
        new Ensemble(
            ammonia(), new LocalPoint(10, 20), Unsureness.usual(Stability.D, 4), 42, LEVEL);
    Grid grid = ensemble.grid(80, 80);
    Exceedance whole = ensemble.run(grid, 40, Progress.NONE);
    Exceedance parts =
        ensemble.run(grid, 0, 13, Progress.NONE).plus(ensemble.run(grid, 13, 40, Progress.NONE));
    assertThat(parts.counts()).isDeepEqualTo(whole.counts());
    assertThat(parts.members()).isEqualTo(40);
  }

  @Test
  void zones_of_probability_are_nested_valid_and_within_the_grid() {
    Ensemble ensemble =
        new Ensemble(
            ammonia(), new LocalPoint(0, 0), Unsureness.usual(Stability.D, 4), 1, LEVEL, 5 * LEVEL);
    Grid grid = ensemble.grid(150, 150);
    Exceedance exceedance = ensemble.run(grid, 120, Progress.NONE);
    for (int level = 0; level < 2; level++) {
      List<Zone> zones = exceedance.zones(level, Exceedance.usualProbabilities());
      MultiPolygon inner = null;
      for (Zone zone : zones) {
        assertThat(IsValidOp.isValid(zone.area())).isTrue();
        if (inner != null) {
          assertThat(inner.difference(zone.area()).getArea()).isLessThan(1e-6);
        }
        inner = zone.area();
      }
      assertThat(zones.get(2).area().getArea()).isGreaterThan(zones.get(1).area().getArea());
    }
    Field probability = exceedance.probability(0);
    for (int i = 0; i < 150; i++) {
      assertThat(probability.at(i, 0) + probability.at(i, 149)).isLessThan(0.05);
      assertThat(probability.at(0, i) + probability.at(149, i)).isLessThan(0.05);
    }
  }

  @Test
  void without_unsureness_every_member_is_the_same_cloud() {
    Ensemble ensemble =
        new Ensemble(ammonia(), new LocalPoint(0, 0), new Unsureness(0, 0, 0, 0), 1, LEVEL);
    Grid grid = ensemble.grid(200, 200);
    Exceedance exceedance = ensemble.run(grid, 3, Progress.NONE);
    for (int count : exceedance.counts()[0]) {
      assertThat(count == 0 || count == 3).isTrue();
    }
    double area = exceedance.zones(0, 0.5).get(0).area().getArea();
    double expected =
        Footprint.maximum(Cases.ammonia(1, 4, Stability.D), LEVEL).zones().get(0).area().getArea();
    assertThat(area).isCloseTo(expected, withPercentage(4));
  }

  @Test
  void stops_when_told() {
    Progress stopped =
        new Progress() {
          @Override
          public void reached(double share) {}

          @Override
          public boolean isCancelled() {
            return true;
          }
        };
    Ensemble ensemble =
        new Ensemble(ammonia(), new LocalPoint(0, 0), Unsureness.usual(Stability.D, 4), 1, LEVEL);
    assertThatThrownBy(() -> ensemble.run(ensemble.grid(20, 20), 10, stopped))
        .isInstanceOf(Progress.Cancelled.class);
  }
}
