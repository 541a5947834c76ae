package windrose.feature.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import windrose.domain.measure.Quality;

class ReadingMessageTest {
  @Test
  void reads_numbers_flags_and_both_kinds_of_time() throws Exception {
    List<DecodedReading> readings =
        decode(
            """
            [{"ts":1795219200000,"values":{"cl2":1.25,"level":{"v":42,"q":"C"}}},
             {"ts":"2026-11-21T08:00:00+08:00","values":{"cl2":2}}]
            """);

    assertThat(readings)
        .extracting(DecodedReading::sensor, DecodedReading::value)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("cl2", 1.25),
            org.assertj.core.groups.Tuple.tuple("level", 42.0),
            org.assertj.core.groups.Tuple.tuple("cl2", 2.0));
    assertThat(readings.get(1).quality().has(Quality.CALIBRATION)).isTrue();
    assertThat(readings.get(2).atMs()).contains(1795219200000L);
  }

  @Test
  void a_message_without_time_leaves_the_time_open() throws Exception {
    assertThat(decode("{\"values\":{\"a\":1}}").get(0).atMs()).isEqualTo(Optional.empty());
  }

  @Test
  void a_drill_marks_every_value() throws Exception {
    assertThat(
            decode("{\"drill\":\"chlorine-leak\",\"values\":{\"a\":1}}").get(0).quality().isDrill())
        .isTrue();
    assertThat(decode("{\"values\":{\"a\":1},\"drill\":\"x\"}").get(0).quality().isDrill())
        .isTrue();
  }

  @Test
  void one_bad_value_does_not_take_its_neighbours_along() throws Exception {
    List<DecodedReading> readings = decode("{\"values\":{\"a\":\"12,3\",\"b\":7}}");

    assertThat(readings.get(0).value()).isNull();
    assertThat(readings.get(0).fault()).contains("12,3");
    assertThat(readings.get(1).value()).isEqualTo(7.0);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"values\":{\"a\":null}}          | null instead of a number",
        "{\"values\":{\"a\":1e999}}         | too large",
        "{\"values\":{\"a\":[1]}}           | neither a number",
        "{\"values\":{\"a\":true}}          | neither a number",
        "{\"values\":{\"a\":{\"q\":\"N\"}}} | \"v\" is missing",
        "{\"values\":{\"a\":{\"v\":1,\"q\":\"X\"}}} | unknown data flag"
      })
  void a_value_that_is_no_number_is_never_stored_as_one(String json, String fault)
      throws Exception {
    DecodedReading reading = decode(json).get(0);

    assertThat(reading.value()).isNull();
    assertThat(reading.fault()).contains(fault);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "                       | a JSON object or an array",
        "{                      | not JSON",
        "{\"values\":{\"a\":NaN}} | not JSON",
        "{\"values\":{\"a\":1,\"a\":2}} | Duplicate field",
        "42                     | a JSON object or an array",
        "{\"ts\":1}             | \"values\" is missing",
        "{\"values\":[1,2]}     | must be an object",
        "{\"ts\":\"gestern\",\"values\":{}} | no time with offset",
        "{\"ts\":\"2026-11-21T08:00:00\",\"values\":{}} | no time with offset",
        "{\"values\":{}} {}     | follows the end"
      })
  void what_is_no_message_is_refused_with_a_reason(String json, String reason) {
    assertThatThrownBy(() -> decode(json == null ? " " : json))
        .isInstanceOf(MessageDecoder.Unreadable.class)
        .hasMessageContaining(reason);
  }

  @Test
  void deep_nesting_and_chinese_in_the_wrong_encoding_are_refused_and_crash_nothing() {
    byte[] deep = ("{\"values\":" + "[".repeat(20_000)).getBytes(StandardCharsets.UTF_8);
    byte[] gbk = {'{', '"', (byte) 0xB7, (byte) 0xE7, '"', ':', '1', '}'};

    assertThatThrownBy(() -> ReadingMessage.decode(deep))
        .isInstanceOf(MessageDecoder.Unreadable.class);
    assertThatThrownBy(() -> ReadingMessage.decode(gbk))
        .isInstanceOf(MessageDecoder.Unreadable.class);
  }

  private static List<DecodedReading> decode(String json) throws MessageDecoder.Unreadable {
    return ReadingMessage.decode(json.getBytes(StandardCharsets.UTF_8));
  }
}
