package windrose.domain.caveat;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelRefusedTest {
  /** {@code new ModelRefused(field, "zh"[.formatted(…)], "en"[.formatted(…)])} and the same of an outcome. */
  private static final Pattern REFUSAL =
      Pattern.compile(
          "new (?:ModelRefused|Outcome\\.Refused)\\(\\s*"
              + "(?:\"[^\"]+\"(?:\\s*\\+\\s*[\\w.()]+)?|\\w+),\\s*"
              + "\"([^\"]+)\"([^\"]*?),\\s*\"([^\"]+)\"");

  private static final Pattern VALUE = Pattern.compile("%[,\\d.]*[sdf]");
  private static final Pattern NUMBER = Pattern.compile("\\d[\\d,.]*\\d|\\d");

  private record Sentences(String zh, String en) {}

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "weather.windMps|风速|60|0.1|50|m/s|风速应在 0.1 至 50 m/s 之间，现为 60。|windMps must lie between 0.1 and 50 m/s, not 60.",
        "source.fillShare|充装率|1.5|0|1|''|充装率应在 0 至 1 之间，现为 1.5。|fillShare must lie between 0 and 1, not 1.5.",
        "source.massKg|泄漏量|NaN|0.001|5e8|kg|泄漏量应在 0.001 至 500000000 kg 之间，现为 NaN。|massKg must lie between 0.001 and 500000000 kg, not NaN."
      })
  void a_value_outside_its_range_is_told_in_both_languages(
      String field,
      String name,
      double value,
      double least,
      double most,
      String unit,
      String zh,
      String en) {
    ModelRefused refused = ModelRefused.outside(field, name, value, least, most, unit);
    assertThat(refused.field()).isEqualTo(field);
    assertThat(refused.sentenceZh()).isEqualTo(zh);
    assertThat(refused.sentenceEn()).isEqualTo(en);
    assertThat(refused).hasMessage(en);
  }

  @Test
  void every_refusal_of_the_models_reads_in_chinese_with_the_values_of_the_english_one()
      throws IOException {
    List<Sentences> all = refusals();
    assertThat(all).hasSizeGreaterThan(60);
    assertThat(all)
        .allSatisfy(
            one -> {
              assertThat(one.zh).containsPattern("\\p{IsHan}").endsWith("。");
              assertThat(one.en).doesNotContainPattern("\\p{IsHan}");
              assertThat(found(VALUE, one.zh)).isEqualTo(found(VALUE, one.en));
              assertThat(numbers(one.zh)).containsAll(numbers(one.en));
            });
  }

  @Test
  void no_refusal_of_the_models_escapes_the_reading_above() throws IOException {
    int made = 0;
    for (String code : sources()) {
      made += found(Pattern.compile("new (ModelRefused|Outcome\\.Refused)\\("), code).size();
    }
    // two that are built from variables: ModelRefused.outside, and Consequence passing one on
    assertThat(refusals()).hasSize(made - 2);
  }

  private static List<Sentences> refusals() throws IOException {
    List<Sentences> all = new ArrayList<>();
    for (String code : sources()) {
      Matcher found = REFUSAL.matcher(code);
      while (found.find()) {
        all.add(new Sentences(found.group(1), found.group(3)));
      }
    }
    return all;
  }

  private static List<String> sources() throws IOException {
    List<String> code = new ArrayList<>();
    try (Stream<Path> files = Files.walk(Path.of("src/main/java/windrose/domain"))) {
      for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
        code.add(Files.readString(file));
      }
    }
    return code;
  }

  /** In alphabetical order, since the languages name them in orders of their own. */
  private static List<String> found(Pattern pattern, String text) {
    List<String> found = new ArrayList<>();
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      found.add(matcher.group());
    }
    found.sort(null);
    return found;
  }

  private static Set<String> numbers(String sentence) {
    return new TreeSet<>(found(NUMBER, sentence.replaceAll(VALUE.pattern(), "")));
  }
}
