package windrose.feature.planner.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import windrose.platform.web.Problem;

class InputPartTest {
  private static final Pattern ASKED =
      Pattern.compile(
          "\\.(?:number|numberOr|numberOrNull|text|textOrNull|flag|choice|choices|lonLat|part|findPart|parts)"
              + "\\(\\s*\"([a-z_]+)\"");

  private final InputPart weather =
      new InputPart(new JsonObject().put("wind_mps", 99).put("cloud_percent", "half"), "/weather");

  @Test
  void a_number_outside_its_range_is_refused_in_both_languages() {
    JsonObject problem = problemOf(() -> weather.number("wind_mps", 0, 60));
    assertThat(problem.getString("detail")).isEqualTo("'wind_mps' must be from 0 to 60, not 99.");
    assertThat(problem.getString("detail_zh")).isEqualTo("风速（m/s）应在 0 至 60 之间，现为 99。");
  }

  @Test
  void a_missing_number_is_asked_for_in_both_languages() {
    JsonObject problem = problemOf(() -> weather.number("temperature_c", -60, 60));
    assertThat(problem.getString("detail"))
        .isEqualTo("'temperature_c' is needed: a number from -60 to 60.");
    assertThat(problem.getString("detail_zh")).isEqualTo("请给出温度（°C）：-60 至 60 之间的数。");
  }

  @Test
  void a_value_of_another_kind_is_refused_in_both_languages() {
    JsonObject problem = problemOf(() -> weather.numberOr("cloud_percent", 50, 0, 100));
    assertThat(problem.getString("detail")).isEqualTo("'cloud_percent' must be a number.");
    assertThat(problem.getString("detail_zh")).isEqualTo("云量（%）应为数。");
  }

  @Test
  void every_field_that_the_planner_reads_has_a_chinese_name() throws IOException {
    Set<String> asked = new TreeSet<>();
    try (Stream<Path> files = Files.walk(Path.of("src/main/java/windrose/feature/planner"))) {
      for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
        Matcher found = ASKED.matcher(Files.readString(file));
        while (found.find()) {
          asked.add(found.group(1));
        }
      }
    }
    assertThat(asked).hasSizeGreaterThan(40);
    assertThat(asked)
        .allSatisfy(name -> assertThat(InputWords.zh(name)).containsPattern("\\p{IsHan}"));
  }

  private static JsonObject problemOf(ThrowingCallable read) {
    return catchThrowableOfType(Problem.class, read).toJson();
  }
}
