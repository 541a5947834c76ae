package windrose.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import windrose.domain.upkeep.SilenceRule;
import windrose.feature.ingest.hj212.Hj212Limits;
import windrose.feature.ingest.mqtt.MqttLimits;
import windrose.platform.work.StartRefused;

class ConfigReaderTest {
  @TempDir Path folder;

  private AppConfig read(Map<String, String> environment, String... options) {
    return ConfigReader.read(folder, environment, List.of(options));
  }

  @Test
  void without_any_setting_it_is_a_real_empty_park_on_this_machine_only() {
    AppConfig config = read(Map.of());

    assertThat(config.listeners().host()).isEqualTo("127.0.0.1");
    assertThat(config.listeners().httpPort()).isEqualTo(8080);
    assertThat(config.listeners().mqttPort()).contains(1883);
    assertThat(config.demo()).isFalse();
    assertThat(config.park()).isEmpty();
    assertThat(config.adminPassword()).isEmpty();
    assertThat(config.warnings()).isEmpty();
  }

  @Test
  void the_command_line_wins_over_the_environment_and_that_over_the_file() throws Exception {
    Files.writeString(
        folder.resolve("windrose.properties"), "http.port=7001\nmqtt.port=7002\nhost=0.0.0.0\n");

    AppConfig config =
        read(
            Map.of("WINDROSE_HTTP_PORT", "7101", "WINDROSE_MQTT_PORT", "7102"),
            "--http-port=7201",
            "--demo");

    assertThat(config.listeners().httpPort()).isEqualTo(7201);
    assertThat(config.listeners().mqttPort()).contains(7102);
    assertThat(config.listeners().host()).isEqualTo("0.0.0.0");
    assertThat(config.demo()).isTrue();
  }

  @Test
  void an_unknown_key_is_reported_with_the_one_that_was_meant() throws Exception {
    Files.writeString(folder.resolve("windrose.properties"), "htpt.port=1\n");

    AppConfig config = read(Map.of("WINDROSE_HTTPPORT", "1", "OTHER", "1"));

    assertThat(config.warnings())
        .satisfiesExactly(
            file -> assertThat(file).contains("'htpt.port'").contains("did you mean http.port"),
            environment ->
                assertThat(environment)
                    .contains("WINDROSE_HTTPPORT")
                    .contains("did you mean WINDROSE_HTTP_PORT"));
  }

  @Test
  void an_unknown_option_stops_the_start() {
    assertThatThrownBy(() -> read(Map.of(), "--http-prt=1"))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("did you mean --http-port");
  }

  @Test
  void port_zero_switches_mqtt_off() {
    assertThat(read(Map.of("WINDROSE_MQTT_PORT", "0")).listeners().mqttPort()).isEmpty();
  }

  @Test
  void what_devices_may_send_and_when_one_is_silent_can_be_set() {
    AppConfig.Ingest ingest =
        read(Map.of(
                "WINDROSE_MQTT_CONNECTIONS_PER_ADDRESS", "7",
                "WINDROSE_MQTT_UNACKNOWLEDGED", "20",
                "WINDROSE_HJ212_IDLE_S", "120",
                "WINDROSE_HJ212_SPOOL_MB", "2",
                "WINDROSE_SILENCE_MISSED", "3",
                "WINDROSE_SILENCE_SHORTEST_MIN", "15",
                "WINDROSE_ZONE", "Asia/Urumqi"))
            .ingest();

    assertThat(ingest.mqtt().connectionsPerAddress()).isEqualTo(7);
    assertThat(ingest.mqtt().unacknowledged()).isEqualTo(20);
    assertThat(ingest.hj212().idleMs()).isEqualTo(120_000);
    assertThat(ingest.hj212().spoolBytes()).isEqualTo(2_097_152);
    assertThat(ingest.silence()).isEqualTo(new SilenceRule(3, Duration.ofMinutes(15)));
    assertThat(ingest.zone()).isEqualTo(ZoneId.of("Asia/Urumqi"));
  }

  @Test
  void without_settings_the_limits_are_the_usual_ones() {
    AppConfig.Ingest ingest = read(Map.of()).ingest();

    assertThat(ingest.mqtt()).isEqualTo(MqttLimits.USUAL);
    assertThat(ingest.hj212()).isEqualTo(Hj212Limits.USUAL);
    assertThat(ingest.silence()).isEqualTo(SilenceRule.USUAL);
    assertThat(ingest.zone()).isEqualTo(ZoneId.of("Asia/Shanghai"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "WINDROSE_HTTP_PORT      | 80a         | 0 to 65535",
        "WINDROSE_HTTP_PORT      | 70000       | 0 to 65535",
        "WINDROSE_ADMIN_PASSWORD | short       | shorter than 12",
        "WINDROSE_PUBLIC_URL     | park        | https://park.example.cn",
        "WINDROSE_TLS_CERT       | cert.pem    | go together",
        "WINDROSE_PARK           | /nowhere/at | park folder",
        "WINDROSE_LOG_FORMAT     | xml         | text or json",
        "WINDROSE_ZONE           | Shanghai    | Asia/Shanghai",
        "WINDROSE_MQTT_HALF_OPEN | 0           | 1 to 100000",
        "WINDROSE_HJ212_IDLE_S   | soon        | 10 to 86400",
        "WINDROSE_SILENCE_MISSED | 1           | 2 to 1000",
        "WINDROSE_DATABASE_URL   | mysql://x   | postgresql://"
      })
  void a_wrong_value_says_in_one_line_what_to_write_instead(
      String name, String value, String instead) {
    assertThatThrownBy(() -> read(Map.of(name, value)))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining(instead)
        .extracting(refused -> String.valueOf(refused.getMessage()).lines().count())
        .isEqualTo(1L);
  }
}
