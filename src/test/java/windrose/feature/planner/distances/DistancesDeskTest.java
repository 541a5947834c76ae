package windrose.feature.planner.distances;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import windrose.domain.caveat.ModelRefused;
import windrose.domain.chemical.FluidProperties;
import windrose.domain.geo.LonLat;
import windrose.domain.table.CsvMistake;
import windrose.domain.weather.Site;
import windrose.domain.weather.WeatherPicker;
import windrose.domain.zone.ProtectiveDistances.Spill;
import windrose.domain.zone.ProtectiveTable;
import windrose.feature.planner.answer.NoteTexts;
import windrose.feature.registers.SubstanceFiles;

class DistancesDeskTest {
  private static final LonLat PARK = new LonLat(116, 35);
  private final NoteTexts texts = NoteTexts.read();

  private static DistancesQuestion question(String substance) {
    return new DistancesQuestion(
        FluidProperties.of(SubstanceFiles.read().findByName(substance).orElseThrow()),
        PARK,
        Spill.SMALL,
        true,
        "asked",
        WeatherPicker.pick(
            List.of(), PARK, Instant.parse("2026-03-01T10:00:00Z"), new Site(1, null, null)));
  }

  @Test
  void without_a_table_distances_are_computed_and_say_so_with_their_inputs() {
    JsonObject answer =
        new DistancesDesk(ProtectiveTable.empty(), texts).answer(question("Chlorine"));
    assertThat(answer.getBoolean("official")).isFalse();
    assertThat(answer.getString("basis_zh")).contains("不是官方");
    assertThat(answer.getJsonObject("spill").getDouble("mass_kg")).isEqualTo(200);
    assertThat(answer.getJsonObject("weather_used").getString("stability")).isEqualTo("F");
    assertThat(answer.getDouble("protect_m")).isGreaterThan(answer.getDouble("isolate_m"));
    assertThat(answer.getJsonArray("table")).hasSize(4);
  }

  @Test
  void without_a_wind_the_protective_zone_is_the_whole_circle() {
    JsonObject answer =
        new DistancesDesk(ProtectiveTable.empty(), texts).answer(question("Chlorine"));
    assertThat(answer.getJsonObject("wind").getBoolean("full_circle")).isTrue();
    assertThat(answer.getJsonObject("wind").getValue("from_deg")).isNull();
  }

  @Test
  void a_loaded_row_is_official_and_stands_with_its_source() throws CsvMistake {
    ProtectiveTable table =
        ProtectiveTable.parse(
            """
            cas,spill,time,isolate_m,protect_m,source,edition
            7782-50-5,small,night,77,777,an invented guide,2099
            """);
    JsonObject answer = new DistancesDesk(table, texts).answer(question("Chlorine"));
    assertThat(answer.getBoolean("official")).isTrue();
    assertThat(answer.getDouble("isolate_m")).isEqualTo(77);
    assertThat(answer.getString("basis_en")).isEqualTo("an invented guide, 2099");
  }

  @Test
  void a_substance_without_toxic_levels_has_no_distances() {
    DistancesDesk desk = new DistancesDesk(ProtectiveTable.empty(), texts);
    DistancesQuestion harmless = question("Nitrogen");
    assertThatThrownBy(() -> desk.answer(harmless))
        .isInstanceOf(ModelRefused.class)
        .hasMessageContaining("official source");
  }
}
