package windrose.feature.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TelemetryMessageTest {
  private static List<DecodedReading> decode(String json) throws MessageDecoder.Unreadable {
    return TelemetryMessage.decode(json.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void reads_bare_values_timed_values_and_arrays_of_both() throws Exception {
    assertThat(decode("{\"temperature\":21.5,\"humidity\":40}"))
        .extracting(DecodedReading::sensor, DecodedReading::value, one -> one.atMs().isPresent())
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("temperature", 21.5, false),
            org.assertj.core.groups.Tuple.tuple("humidity", 40.0, false));
    assertThat(decode("[{\"values\":{\"a\":1},\"ts\":1795219200000},{\"b\":2}]"))
        .extracting(DecodedReading::sensor, one -> one.atMs().orElse(0L))
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("a", 1_795_219_200_000L),
            org.assertj.core.groups.Tuple.tuple("b", 0L));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"a\":\"21\"}   | a text instead of a number: 21",
        "{\"a\":null}     | null instead of a number",
        "{\"a\":true}     | true or false",
        "{\"a\":{\"b\":1}} | neither a number",
        "{\"a\":1e999}    | too large"
      })
  void what_is_no_number_never_becomes_one(String json, String fault) throws Exception {
    DecodedReading reading = decode(json).get(0);
    assertThat(reading.value()).isNull();
    assertThat(reading.fault()).contains(fault);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "7                     | a JSON object or an array",
        "{\"a\":1,\"a\":2}      | Duplicate field",
        "{\"a\":NaN}           | not JSON",
        "{\"ts\":\"noon\",\"values\":{}} | \"ts\" must be",
        "{} {}                 | follows the end"
      })
  void what_is_no_telemetry_is_refused_with_a_reason(String json, String reason) {
    assertThatThrownBy(() -> decode(json))
        .isInstanceOf(MessageDecoder.Unreadable.class)
        .hasMessageContaining(reason);
  }

  @Test
  void a_gateways_message_is_cut_into_the_very_bytes_of_each_device() throws Exception {
    assertThat(
            GatewayTelemetry.split(
                Buffer.buffer("{\"罐区 1\": [ {\"ts\":1,\"values\":{\"液位\":2}} ] ,\"B\":{\"x\":3}}")))
        .extracting(GatewayTelemetry.Part::device, part -> part.telemetry().toString())
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("罐区 1", "[ {\"ts\":1,\"values\":{\"液位\":2}} ]"),
            org.assertj.core.groups.Tuple.tuple("B", "{\"x\":3}"));
  }
}
