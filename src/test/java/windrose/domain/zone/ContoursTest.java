package windrose.domain.zone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Percentage.withPercentage;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.valid.IsValidOp;
import windrose.domain.zone.Contours.Scale;

class ContoursTest {
  private interface Height {
    double at(double x, double y);
  }

  private static Field field(Grid grid, Height height) {
    double[] values = new double[grid.cells()];
    for (int row = 0; row < grid.rows(); row++) {
      for (int column = 0; column < grid.columns(); column++) {
        values[row * grid.columns() + column] =
            height.at(grid.xM(column, row), grid.yM(column, row));
      }
    }
    return new Field(grid, values);
  }

  @Test
  void a_round_cloud_has_a_round_contour_of_the_right_size() {
    Field round =
        field(
            Grid.between(-100, -100, 100, 100, 81, 81),
            (x, y) -> Math.exp(-(x * x + y * y) / 1000));
    MultiPolygon area = Contours.above(round, 0.1, Scale.LOGARITHMIC);
    assertThat(area.getArea()).isCloseTo(Math.PI * 1000 * Math.log(10), withPercentage(0.1));
  }

  @Test
  void a_ring_has_a_hole_and_the_island_in_it_is_a_polygon_of_its_own() {
    Field ring =
        field(
            Grid.between(-10, -10, 10, 10, 101, 101),
            (x, y) -> 2 + Math.cos(Math.hypot(x, y) * 1.2));
    MultiPolygon area = Contours.above(ring, 2.5, Scale.LINEAR);
    assertThat(IsValidOp.isValid(area)).isTrue();
    long holes = 0;
    for (int i = 0; i < area.getNumGeometries(); i++) {
      Polygon polygon = (Polygon) area.getGeometryN(i);
      holes += polygon.getNumInteriorRing();
      assertThat(Orientation.isCCW(polygon.getExteriorRing().getCoordinates())).isTrue();
      for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
        assertThat(Orientation.isCCW(polygon.getInteriorRingN(hole).getCoordinates())).isFalse();
      }
    }
    assertThat(holes).isGreaterThanOrEqualTo(1);
    assertThat(area.getNumGeometries()).isGreaterThanOrEqualTo(2);
  }

  /** Noise has every saddle and every touching corner there is; whole numbers meet the level exactly. */
  @Test
  void noise_gives_valid_nested_areas() {
    for (int seed = 0; seed < 60; seed++) {
      Random random = new Random(seed);
      boolean whole = seed % 2 == 0;
      Field noise =
          field(
              new Grid(0, 0, 1, 1, 24, 19),
              (x, y) -> whole ? random.nextInt(4) : random.nextDouble() * 4);
      MultiPolygon low = Contours.above(noise, 1, Scale.LINEAR);
      MultiPolygon middle = Contours.above(noise, 1.7, Scale.LINEAR);
      MultiPolygon high = Contours.above(noise, 3, Scale.LINEAR);
      for (MultiPolygon area : new MultiPolygon[] {low, middle, high}) {
        assertThat(IsValidOp.isValid(area)).as("seed %d", seed).isTrue();
      }
      assertThat(middle.difference(low).getArea()).as("seed %d", seed).isLessThan(1e-6);
      assertThat(high.difference(middle).getArea()).as("seed %d", seed).isLessThan(1e-6);
    }
  }

  @Test
  void an_area_that_fills_the_lattice_closes_around_it() {
    Field full = field(new Grid(0, 0, 2, 2, 5, 4), (x, y) -> 9);
    MultiPolygon area = Contours.above(full, 1, Scale.LINEAR);
    assertThat(IsValidOp.isValid(area)).isTrue();
    assertThat(area.getArea()).isBetween(48.0, 120.0);
  }

  @Test
  void a_level_that_is_not_reached_has_no_area() {
    Field low = field(new Grid(0, 0, 1, 1, 5, 5), (x, y) -> 0.5);
    assertThat(Contours.above(low, 1, Scale.LOGARITHMIC).isEmpty()).isTrue();
  }
}
