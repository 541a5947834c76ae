package windrose.domain.zone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Percentage.withPercentage;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.operation.valid.IsValidOp;
import windrose.domain.caveat.ModelNote;
import windrose.domain.dispersion.Cases;
import windrose.domain.dispersion.CloudModel;
import windrose.domain.geo.LocalPoint;
import windrose.domain.weather.Stability;

class FootprintTest {
  private static final double[] LEVELS = {6e-4, 6e-5, 6e-6};

  @ParameterizedTest
  @EnumSource(Stability.class)
  void zones_are_valid_nested_symmetrical_and_end_where_the_axis_says(Stability stability) {
    List<CloudModel> clouds =
        List.of(Cases.ammonia(1, 4, stability), Cases.chlorine(2, 4, stability));
    for (CloudModel cloud : clouds) {
      Footprint footprint = Footprint.maximum(cloud, LEVELS);
      MultiPolygon inner = null;
      assertThat(footprint.zones()).extracting(Zone::level).containsExactly(6e-4, 6e-5, 6e-6);
      for (Zone zone : footprint.zones()) {
        MultiPolygon area = zone.area();
        assertThat(IsValidOp.isValid(area)).isTrue();
        double reach = cloud.reachM(zone.level()).orElseThrow();
        double end = area.getEnvelopeInternal().getMaxX();
        assertThat(end).isCloseTo(reach, withPercentage(1));
        assertThat(area.getEnvelopeInternal().getMaxY())
            .isCloseTo(cloud.halfWidthM(zone.level()), withPercentage(2));
        assertThat(area.getEnvelopeInternal().getMinY())
            .isCloseTo(-area.getEnvelopeInternal().getMaxY(), withPercentage(0.01));
        if (inner != null) {
          assertThat(inner.difference(area).getArea()).isLessThan(1e-6 * inner.getArea());
        }
        inner = area;
      }
    }
  }

  @Test
  void a_zone_shorter_than_ten_metres_is_said_and_not_drawn() {
    CloudModel cloud = Cases.ammonia(1.0 / 600, 5, Stability.D);
    double level = cloud.maximumKgPerM3(8, 0, 0);
    Footprint footprint = Footprint.maximum(cloud, level, 1e-6);
    assertThat(footprint.zones().get(0).area().isEmpty()).isTrue();
    assertThat(footprint.notes()).extracting(ModelNote::code).contains("zone-too-short-to-draw");
  }

  @Test
  void a_slice_in_time_lies_within_the_maximum() {
    CloudModel cloud = Cases.chlorine(5, 4, Stability.D);
    MultiPolygon ever = Footprint.maximum(cloud, 1.5e-6).zones().get(0).area();
    MultiPolygon early = Footprint.at(cloud, 300, 1.5e-6).zones().get(0).area();
    assertThat(early.getArea()).isPositive().isLessThan(ever.getArea());
    assertThat(early.difference(ever).getArea()).isLessThan(1e-3 * early.getArea());
  }

  @ParameterizedTest
  @CsvSource({"0", "33", "90", "181.5", "270", "312"})
  void turns_with_the_wind_without_changing(double fromDeg) {
    CloudModel cloud = Cases.ammonia(1, 4, Stability.D);
    Footprint footprint = Footprint.maximum(cloud, 1.5e-6);
    DownwindFrame frame = new DownwindFrame(new LocalPoint(40, -70), fromDeg);
    MultiPolygon turned = footprint.zonesIn(frame).get(0).area();
    assertThat(turned.getArea())
        .isCloseTo(footprint.zones().get(0).area().getArea(), withPercentage(1e-6));
    LocalPoint centre = frame.toLocal(200, 10);
    assertThat(frame.downwindM(centre)).isCloseTo(200, withPercentage(1e-9));
    assertThat(frame.acrossM(centre)).isCloseTo(10, withPercentage(1e-9));
    double blowsToDeg = Math.toDegrees(Math.atan2(centre.eastM() - 40, centre.northM() + 70)) + 180;
    assertThat(Math.abs(((blowsToDeg - fromDeg + 540) % 360) - 180)).isLessThan(4);
    Coordinate inside = new Coordinate(centre.eastM(), centre.northM());
    assertThat(turned.contains(turned.getFactory().createPoint(inside))).isTrue();
  }
}
