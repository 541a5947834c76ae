package windrose.feature.planner;

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

class NoteTextsTest {
  private static final Pattern NOTE =
      Pattern.compile("\"([a-z0-9]+(?:-[a-z0-9]+)+)\",\\s*(?:ModelNote\\.)?Weight\\.");

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

  private static Set<String> codes() throws IOException {
    Set<String> codes = new TreeSet<>();
    try (Stream<Path> files = Files.walk(Path.of("src/main/java/windrose/domain"))) {
      for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
        Matcher found = NOTE.matcher(Files.readString(file));
        while (found.find()) {
          codes.add(found.group(1));
        }
      }
    }
    return codes;
  }
}
