package windrose.feature.planner.answer;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import windrose.domain.caveat.ModelNote;
import windrose.domain.caveat.ModelNote.Weight;
import windrose.domain.consequence.Outcome;
import windrose.domain.weather.MastState;

class NoteTextsTest {
  private static final Pattern NOTE =
      Pattern.compile("\"([a-z0-9]+(?:-[a-z0-9]+)+)\",\\s*(?:ModelNote\\.)?Weight\\.");

  /** Any name with hyphens in a file that makes notes; a CAS number is none. */
  private static final Pattern NAME = Pattern.compile("\"([a-z]+(?:-[a-z0-9]+)+)\"");

  private final NoteTexts texts = NoteTexts.read();

  @Test
  void every_note_that_a_model_can_make_has_a_sentence_in_both_languages() throws IOException {
    Set<String> codes = codes();
    assertThat(codes).hasSizeGreaterThan(30);
    assertThat(codes).allMatch(texts::knows);
  }

  @Test
  void numbers_are_put_where_the_sentence_names_them() {
    JsonObject note =
        texts
            .json(List.of(new ModelNote("low-wind", Weight.WARNING, Map.of("windMps", 0.83456))))
            .getJsonObject(0);
    assertThat(note.getString("zh")).contains("0.835 m/s").doesNotContain("{");
    assertThat(note.getString("en")).contains("0.835 m/s").doesNotContain("{");
  }

  @Test
  void a_name_that_reaches_a_note_through_a_helper_has_words_too() throws IOException {
    Set<String> names = found(NAME, "domain");
    assertThat(names).contains("short-fed-pipe", "let-go-at-once-heavy", "sun-and-cloud");
    assertThat(names)
        .allMatch(
            name ->
                texts.knows(name)
                    || texts.knows("method:" + name)
                    || texts.knows("passive-gas-chosen:" + name));
  }

  @Test
  void a_note_with_a_reason_says_the_reason() {
    JsonObject note = note("heavy-gas-chosen", Map.of("reason", "drops"));
    assertThat(note.getString("zh")).isEqualTo("按重气计算：泄漏带有液滴，云团冷而重。");
    assertThat(note.getString("en")).contains("carries drops");
  }

  @Test
  void words_of_the_models_are_put_in_in_the_language_of_the_sentence() {
    JsonObject assumed =
        note("weather-value-assumed", Map.of("field", "cloudShare", "value", 50.0, "unit", "%"));
    assertThat(assumed.getString("zh")).isEqualTo("云量没有实测值，假定为 50 %。");
    assertThat(assumed.getString("en"))
        .isEqualTo("The cloud cover is not measured and taken as 50 %.");
    JsonObject passedOver =
        note(
            "mast-passed-over",
            Map.of("mast", "M1", "state", "STUCK", "instead", "M2", "distanceM", 1_200.0));
    assertThat(passedOver.getString("zh")).contains("M1 的风不可用（读数卡滞不变）").contains("1200 m");
    assertThat(passedOver.getString("en")).contains("stuck").doesNotContain("STUCK");
  }

  @Test
  void a_small_number_is_written_without_powers_of_ten() {
    JsonObject measured =
        note(
            "tank-input-measured",
            Map.of("field", "pressure_mpa_g", "value", 9.4e-4, "unit", "MPa", "ageS", 7));
    assertThat(measured.getString("zh")).contains("0.00094 MPa").doesNotContain("E-");
    assertThat(measured.getString("en")).contains("0.00094 MPa").doesNotContain("E-");
  }

  @Test
  void every_state_of_a_mast_has_words() {
    for (MastState state : MastState.values()) {
      assertThat(texts.knows("state:" + state.name())).as(state.name()).isTrue();
    }
  }

  @Test
  void a_refusal_is_given_in_both_languages() {
    assertThat(NoteTexts.refusal(new Outcome.Refused("source", "没有物质流出。", "Nothing comes out.")))
        .isEqualTo(
            new JsonObject()
                .put("field", "source")
                .put("zh", "没有物质流出。")
                .put("en", "Nothing comes out."));
  }

  private JsonObject note(String code, Map<String, Object> values) {
    return texts.json(List.of(new ModelNote(code, Weight.CHOICE, values))).getJsonObject(0);
  }

  private static Set<String> codes() throws IOException {
    Set<String> codes = found(NOTE, "domain");
    codes.addAll(found(NOTE, "feature/planner"));
    return codes;
  }

  private static Set<String> found(Pattern pattern, String folder) throws IOException {
    Set<String> found = new TreeSet<>();
    try (Stream<Path> files = Files.walk(Path.of("src/main/java/windrose", folder))) {
      for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
        String code = Files.readString(file);
        Matcher matcher = pattern.matcher(code.contains("ModelNote") ? code : "");
        while (matcher.find()) {
          found.add(matcher.group(1));
        }
      }
    }
    return found;
  }
}
