package windrose.feature.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.xml.sax.InputSource;
import windrose.domain.geo.LonLat;
import windrose.domain.measure.Quality;
import windrose.domain.park.Series;
import windrose.feature.basemap.ParkShape;
import windrose.feature.readings.StoredReading;

/** The picture for browsers without WebGL. */
class ParkPictureTest {
  private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
  private static final Envelope BOUNDS = new Envelope(118.0, 118.02, 37.0, 37.02);
  private static final GeometryFactory SHAPES = new GeometryFactory();

  private static String draw(Words words, Optional<WindMark> wind, StationMark... stations) {
    ParkShape plant =
        new ParkShape(
            "E01",
            SHAPES.toGeometry(new Envelope(118.005, 118.01, 37.005, 37.01)),
            Map.of("short_zh", "氯碱 <script>", "short_en", "Chlor & Alkali"));
    ParkPicture.Plan plan =
        new ParkPicture.Plan(
            "滨河",
            "Binhe",
            true,
            BOUNDS,
            List.of(),
            List.of(),
            List.of(),
            List.of(plant),
            List.of());
    return ParkPicture.draw(
        plan, new ParkPicture.Present(List.of(stations), 1, wind, NOW), Palette.DARK, words, 800);
  }

  private static StationMark station(Condition condition, boolean isDrill) {
    return new StationMark(
        new LonLat(118.01, 37.01),
        "二号罐区",
        condition,
        "氯气 36.0 mg/m³",
        NOW.minusSeconds(8),
        false,
        isDrill);
  }

  @Test
  void it_is_well_formed_and_takes_names_as_text() throws Exception {
    String svg = draw(Words.ZH, Optional.empty(), station(Condition.FIRST_LIMIT, false));
    DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(svg)));
    assertThat(svg).contains("氯碱 &lt;script&gt;").doesNotContain("<script", "style=", "<style");
  }

  @Test
  void what_is_over_a_limit_carries_shape_digit_value_and_age() {
    assertThat(draw(Words.ZH, Optional.empty(), station(Condition.SECOND_LIMIT, false)))
        .contains("M0-11L11 9H-11Z", ">2</text>", "氯气 36.0 mg/m³ · 8 秒前", "超限 1");
  }

  @Test
  void unknown_looks_unlike_normal_and_is_counted() {
    String svg = draw(Words.EN, Optional.empty(), station(Condition.UNKNOWN, false));
    assertThat(svg).contains("stroke-dasharray", "no data 1", "Wind: unknown");
  }

  @Test
  void wind_points_where_it_blows_to_with_its_age() {
    WindMark wind = new WindMark(45, 3.2, NOW.minusSeconds(3), false);
    assertThat(draw(Words.ZH, Optional.of(wind)))
        .contains("东北风 3.2 m/s · 3 秒前", "rotate(225.0)", "2026-11-21 20:00:00 (UTC+8)");
  }

  @Test
  void a_drill_is_called_a_drill() {
    assertThat(draw(Words.ZH, Optional.empty(), station(Condition.FIRST_LIMIT, true)))
        .contains("演练 二号罐区");
  }

  @Test
  void a_value_on_its_limit_has_reached_it_and_none_is_unknown() {
    Series series =
        new Series(
            "GD-1",
            "cl2",
            "cl2",
            "氯气",
            "Chlorine",
            null,
            null,
            "mg/m3",
            0.0,
            10.0,
            null,
            null,
            1.0,
            2.0,
            10,
            null,
            null);
    assertThat(Condition.of(series, null)).isEqualTo(Condition.UNKNOWN);
    assertThat(Condition.of(series, reading(1.0, 0))).isEqualTo(Condition.FIRST_LIMIT);
    assertThat(Condition.of(series, reading(2.0, Quality.OUT_OF_RANGE)))
        .isEqualTo(Condition.SECOND_LIMIT);
    assertThat(Condition.of(series, reading(0.1, Quality.STUCK))).isEqualTo(Condition.FAULT);
    assertThat(Condition.isStale(series, reading(0.1, 0), NOW.plusSeconds(51))).isTrue();
    assertThat(Condition.isStale(series, reading(0.1, 0), NOW.plusSeconds(50))).isFalse();
  }

  private static StoredReading reading(double value, int quality) {
    return new StoredReading(1, NOW, NOW, value, new Quality(quality));
  }
}
