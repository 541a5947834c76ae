package windrose.feature.planner.answer;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import windrose.domain.geo.LonLat;
import windrose.domain.weather.MastReport;
import windrose.domain.weather.Site;
import windrose.domain.weather.WeatherPicker;

class WeatherAnswerTest {
  private static final LonLat PARK = new LonLat(116.02, 35.02);
  private static final Instant NOON = Instant.parse("2026-06-21T04:00:00Z");

  private final NoteTexts texts = NoteTexts.read();

  @Test
  void each_value_says_in_both_languages_what_it_is_and_how_it_was_got() {
    JsonObject weather = weather(mast("M1", 1, 3.0, 600.0));
    assertThat(derivation(weather, "cloudShare"))
        .containsEntry("field_zh", "云量")
        .containsEntry("field_en", "cloud cover")
        .containsEntry("how", "derived")
        .containsEntry("method_zh", "由实测太阳辐射与晴空辐射之比推算");
    assertThat(derivation(weather, "windFromDeg"))
        .containsEntry("field_zh", "风向")
        .containsEntry("method_en", "measured at the mast");
    for (Object one : weather.getJsonArray("derivations")) {
      JsonObject derivation = (JsonObject) one;
      assertThat(derivation.getString("field_zh")).containsPattern("\\p{IsHan}");
      assertThat(derivation.getString("method_zh")).containsPattern("\\p{IsHan}");
      assertThat(derivation.getString("field_en")).isNotEqualTo(derivation.getString("field"));
      assertThat(derivation.getString("method_en")).isNotEqualTo(derivation.getString("method"));
    }
  }

  @Test
  void notes_of_the_weather_speak_of_fields_and_states_in_words() {
    JsonObject weather = weather(mast("M1", 1, null, null), mast("M2", 2, 3.0, null));
    assertThat(
            weather.getJsonArray("notes").stream().map(note -> ((JsonObject) note).getString("zh")))
        .contains("云量没有实测值，假定为 50 %。", "气温没有实测值，假定为 15 °C。", "气压没有实测值，假定为 1013 hPa。")
        .anyMatch(zh -> zh.startsWith("M1 的风不可用（无风数据或数值不可能），改用 0 m 外的 M2"));
  }

  private JsonObject weather(MastReport... masts) {
    Site open = new Site(0.03, null, null);
    return WeatherAnswer.of(WeatherPicker.pick(List.of(masts), PARK, NOON, open), texts);
  }

  private static MastReport mast(
      String id, int rank, @Nullable Double windMps, @Nullable Double radiationWPerM2) {
    return new MastReport(
        id,
        PARK,
        rank,
        NOON,
        10,
        windMps == null ? null : 270.0,
        windMps,
        null,
        null,
        null,
        null,
        null,
        radiationWPerM2,
        null,
        List.of());
  }

  private static Map<String, Object> derivation(JsonObject weather, String field) {
    return weather.getJsonArray("derivations").stream()
        .map(JsonObject.class::cast)
        .filter(one -> one.getString("field").equals(field))
        .findFirst()
        .orElseThrow()
        .getMap();
  }
}
