package windrose.domain.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import windrose.domain.chemical.SubstanceTable;
import windrose.domain.detection.DefaultSetPoints.Outcome;
import windrose.domain.measure.GasBasis;
import windrose.domain.park.Series;

class DefaultSetPointsTest {
  private static SubstanceTable substances;
  private static WorkplaceLimits limits;

  @BeforeAll
  static void read() throws Exception {
    substances =
        SubstanceTable.parse(file("substances.csv"), file("values.csv"), file("sources.csv"));
    limits = WorkplaceLimits.parse(file("workplace_limits.csv"));
  }

  private static String file(String name) throws Exception {
    return Files.readString(Path.of("gis-data/substances", name), StandardCharsets.UTF_8);
  }

  private static Series series(
      String factor, @Nullable String cas, String unit, @Nullable Double rangeHigh) {
    return new Series(
        "GD-1", factor, factor, "气", "Gas", cas, null, unit, 0.0, rangeHigh, null, null, null, null,
        10, null, null);
  }

  private static SetPoints suggested(Series series) {
    Outcome outcome = outcome(series);
    assertThat(outcome).isInstanceOf(Outcome.Suggested.class);
    return ((Outcome.Suggested) outcome).setPoints();
  }

  private static Outcome outcome(Series series) {
    String cas = String.valueOf(series.cas());
    return DefaultSetPoints.of(series, substances.findByCas(cas), limits.findByCas(cas));
  }

  @Test
  void combustible_gas_warns_at_25_and_50_percent_of_its_explosive_limit() {
    SetPoints points = suggested(series("lel", null, "%LEL", 100.0));
    assertThat(points.high1()).isEqualTo(25.0);
    assertThat(points.high2()).isEqualTo(50.0);
    assertThat(points.source()).contains("GB/T 50493-2019");
  }

  /** Methane's LEL is 5 %VOL or 4.4 by the edition: a quarter and a half of what the table says. */
  @Test
  void by_volume_it_takes_the_substances_own_limit() {
    SetPoints points = suggested(series("nh3", "7664-41-7", "%VOL", 100.0));
    assertThat(points.high1()).isEqualTo(3.75); // ammonia, LEL 15 %VOL
    assertThat(points.high2()).isEqualTo(7.5);
  }

  @Test
  void toxic_gas_warns_at_its_workplace_limit_and_twice_that() {
    SetPoints points = suggested(series("h2s", "7783-06-4", "mg/m3", 30.0));
    assertThat(points.high1()).isEqualTo(10.0);
    assertThat(points.high2()).isEqualTo(20.0);
    assertThat(points.source()).contains("MAC = 10.0 mg/m3");
    assertThat(points.verified()).as("the value was not read in the standard").isFalse();
    assertThat(suggested(series("nh3", "7664-41-7", "mg/m3", 100.0)).source()).contains("PC-TWA");
  }

  /** 10 mg/m3 H2S, M = 34.08 g/mol, 24.055 L/mol at 20 °C: 7.058 ppm, cut to 7.05 since the limit is an upper bound. */
  @Test
  void in_ppm_it_reckons_at_20_degrees_and_never_rounds_up() {
    SetPoints points = suggested(series("h2s", "7783-06-4", "ppm", 100.0));
    assertThat(points.high1()).isEqualTo(7.05);
    assertThat(points.high2()).isEqualTo(14.1);
    assertThat(points.basis()).isEqualTo(GasBasis.WORKPLACE_20C);
  }

  @Test
  void a_detector_too_coarse_for_the_workplace_limit_takes_shares_of_idlh() {
    SetPoints points = suggested(series("cl2", "7782-50-5", "mg/m3", 100.0));
    assertThat(points.high1()).isEqualTo(4.4); // 5 % of 88
    assertThat(points.high2()).isEqualTo(8.8);
    assertThat(points.candidates()).extracting(SetPoints.Candidate::rule).contains("oel", "idlh");
  }

  @Test
  void oxygen_warns_below_19_5_and_above_23_5() {
    SetPoints points = suggested(series("o2", "7782-44-7", "%VOL", 25.0));
    assertThat(points.low1()).isEqualTo(19.5);
    assertThat(points.high1()).isEqualTo(23.5);
    assertThat(points.high2()).isNull();
  }

  @Test
  void what_is_not_known_gets_no_number() {
    assertThat(outcome(series("x", "56-81-5", "mg/m3", 10.0))).isInstanceOf(Outcome.Nothing.class);
    assertThat(outcome(series("t", null, "degC", 10.0))).isInstanceOf(Outcome.Nothing.class);
    assertThat(outcome(series("h2s", "7783-06-4", "mg/m3", 15.0)))
        .as("neither 20 (OEL) nor 43 (IDLH) lies inside the range")
        .isInstanceOf(Outcome.Nothing.class);
    assertThat(
            DefaultSetPoints.of(
                series("h2s", "7783-06-4", "ppm", 100.0),
                Optional.empty(),
                limits.findByCas("7783-06-4")))
        .as("without a molar mass")
        .isInstanceOf(Outcome.Nothing.class);
  }
}
