package windrose.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static windrose.testing.Waiting.until;

import com.hivemq.client.mqtt.mqtt5.exceptions.Mqtt5ConnAckException;
import com.hivemq.client.mqtt.mqtt5.exceptions.Mqtt5PubAckException;
import com.hivemq.client.mqtt.mqtt5.message.connect.connack.Mqtt5ConnAckReasonCode;
import com.hivemq.client.mqtt.mqtt5.message.publish.puback.Mqtt5PubAckReasonCode;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import windrose.app.Application;
import windrose.domain.measure.Quality;

/** The whole demo park in one process, as its neighbours see it: people, devices of another make, browsers. */
class DemoParkIT {

  @TempDir static Path folder;
  private static Application application;
  private static ApiClient admin;

  @BeforeAll
  static void start() {
    application = DemoPark.start(folder);
    admin = ApiClient.signedIn(application.address(), DemoPark.PASSWORD);
  }

  @AfterAll
  static void stop() {
    application.close();
  }

  private static FieldDevice airStation(String secret) {
    return FieldDevice.connect(application.mqttPort().orElseThrow(), "AQ-1", secret);
  }

  private static String newSecret() {
    return admin.post("/api/v1/stations/AQ-1/secret", "{}").json().getString("secret");
  }

  private static JsonObject readings(String series) {
    return admin.get("/api/v1/series/" + series + "/readings").json();
  }

  @Test
  void a_stranger_gets_nothing_but_what_a_route_declares_open() {
    ApiClient stranger = new ApiClient(application.address());
    JsonObject paths = stranger.get("/api/v1/openapi.json").json().getJsonObject("paths");
    Set<String> open = new TreeSet<>();
    for (String path : paths.fieldNames()) {
      for (String method : paths.getJsonObject(path).fieldNames()) {
        int status =
            stranger
                .call(method.toUpperCase(java.util.Locale.ROOT), path.replaceAll("\\{\\w+}", "x"))
                .status();
        if (status != 401) {
          open.add(method + " " + path);
        }
      }
    }
    assertThat(open)
        .containsExactlyInAnyOrder(
            "get /api/v1/openapi.json",
            "get /api/v1/walls/me",
            "get /health/live",
            "get /health/ready",
            "get /metrics",
            "post /api/v1/session",
            "post /api/v1/walls/pairings");
    assertThat(paths.fieldNames()).hasSizeGreaterThan(20);
  }

  @Test
  void values_arrive_over_the_real_socket_from_the_simulated_devices() {
    until(
        "the mast has reported twice",
        () -> readings("WX-1/wind_speed").getJsonArray("v").size() >= 2);
    until(
        "a detector has reported through its gateway",
        () -> !readings("GD-E01-001/cl2").getJsonArray("v").isEmpty());
    until(
        "an air and a water station have reported by HJ 212",
        () ->
            !readings("AQ-2/so2").getJsonArray("v").isEmpty()
                && !readings("WQ-1/ph").getJsonArray("v").isEmpty());
  }

  @Test
  void a_device_of_another_make_is_acknowledged_after_its_value_is_stored() {
    try (FieldDevice device = airStation(newSecret())) {
      Instant at = Instant.now().truncatedTo(ChronoUnit.SECONDS);
      device.publish(
          "windrose/AQ-1/readings",
          "{\"ts\":" + at.toEpochMilli() + ",\"values\":{\"pm25\":{\"v\":41.5,\"q\":\"N\"}}}");

      JsonObject stored = readings("AQ-1/pm25");
      int index = stored.getJsonArray("at").getList().indexOf(at.toEpochMilli());
      assertThat(index).isNotNegative();
      assertThat(stored.getJsonArray("v").getDouble(index)).isEqualTo(41.5);
    }
  }

  @Test
  void the_same_reading_twice_is_one_and_a_different_value_is_a_correction() {
    try (FieldDevice device = airStation(newSecret())) {
      long at = Instant.now().truncatedTo(ChronoUnit.SECONDS).minusSeconds(77).toEpochMilli();
      for (double value : new double[] {10, 10, 12, 12}) {
        device.publish(
            "windrose/AQ-1/readings", "{\"ts\":" + at + ",\"values\":{\"so2\":" + value + "}}");
      }
      JsonObject stored = readings("AQ-1/so2");
      JsonArray times = stored.getJsonArray("at");
      assertThat(times.stream().filter(time -> time.equals(at))).hasSize(1);
      assertThat(stored.getJsonArray("v").getDouble(times.getList().indexOf(at))).isEqualTo(12.0);
    }
  }

  @Test
  void a_wrong_secret_is_refused_and_counted() {
    assertThatThrownBy(() -> airStation("not the secret"))
        .isInstanceOfSatisfying(
            Mqtt5ConnAckException.class,
            refused ->
                assertThat(refused.getMqttMessage().getReasonCode())
                    .isEqualTo(Mqtt5ConnAckReasonCode.BAD_USER_NAME_OR_PASSWORD));
    assertThat(admin.get("/metrics").body())
        .contains("windrose_mqtt_refused_total{reason=\"secret\"}");
  }

  @Test
  void nobody_publishes_for_a_station_that_is_not_his() {
    try (FieldDevice device = airStation(newSecret())) {
      for (String topic :
          List.of("windrose/WX-1/readings", "windrose/AQ-1/other", "somewhere/else")) {
        assertThatThrownBy(() -> device.publish(topic, "{\"values\":{\"pm25\":1}}"))
            .isInstanceOfSatisfying(
                Mqtt5PubAckException.class,
                refused ->
                    assertThat(refused.getMqttMessage().getReasonCode())
                        .isEqualTo(Mqtt5PubAckReasonCode.NOT_AUTHORIZED));
      }
    }
  }

  @Test
  void what_makes_no_sense_is_acknowledged_counted_and_stored_as_no_value() {
    try (FieldDevice device = airStation(newSecret())) {
      for (String nonsense : List.of("not json", "{\"values\":{\"pm25\":\"12,3\",\"nosuch\":1}}")) {
        device.publish("windrose/AQ-1/readings", nonsense);
      }
      String metrics = admin.get("/metrics").body();
      double counted =
          metrics
              .lines()
              .filter(line -> line.startsWith("windrose_quarantined_total "))
              .mapToDouble(line -> Double.parseDouble(line.substring(line.indexOf(' '))))
              .sum();
      assertThat(counted).isGreaterThanOrEqualTo(2);
      assertThat(readings("AQ-1/pm25").getJsonArray("v").stream())
          .doesNotContain(12.3, 12.0, 3.0, 1.0, 0.0);
    }
  }

  @Test
  void a_drill_marks_its_readings_in_the_data_and_nothing_after_its_end() {
    assertThat(admin.post("/api/v1/scenarios/chlorine-leak/run", "").status()).isLessThan(300);
    try {
      until("a reading carries the drill's mark", () -> drillReadings() > 0);
      assertThat(admin.get("/api/v1/scenarios").json().getJsonObject("running").getString("id"))
          .isEqualTo("chlorine-leak");
      assertThat(admin.post("/api/v1/scenarios/ammonia-leak/run", "").status()).isEqualTo(409);
    } finally {
      admin.delete("/api/v1/scenarios/run");
    }
    assertThat(admin.get("/api/v1/scenarios").json().getJsonObject("running")).isNull();
  }

  /** The wind decides which chlorine detectors the cloud reaches, so all around the tank are asked. */
  private static long drillReadings() {
    return admin.get("/api/v1/series?limit=2000").json().getJsonArray("items").stream()
        .map(JsonObject.class::cast)
        .filter(series -> series.getString("factor").equals("cl2"))
        .filter(series -> series.getString("station").startsWith("GD-E01"))
        .flatMap(series -> readings(series.getString("id")).getJsonArray("q").stream())
        .filter(bits -> new Quality((Integer) bits).isDrill())
        .count();
  }

  @Test
  void the_ports_on_which_devices_reach_us_are_told_to_whoever_registers_them() {
    JsonObject listeners = admin.get("/api/v1/listeners").json();
    assertThat(listeners.getInteger("mqtt_port")).isEqualTo(application.mqttPort().orElseThrow());
    assertThat(listeners.getBoolean("mqtt_tls")).isFalse();
    ApiClient stranger = new ApiClient(application.address());
    assertThat(stranger.get("/api/v1/listeners").status()).isEqualTo(401);
  }

  @Test
  void every_camera_shows_a_picture_that_says_it_is_simulated() {
    JsonArray cameras =
        admin.get("/api/v1/stations?kind=cctv&limit=200").json().getJsonArray("items");
    assertThat(cameras).hasSizeGreaterThanOrEqualTo(40);
    for (Object camera : cameras) {
      String code = ((JsonObject) camera).getString("code");
      assertThat(admin.get("/api/v1/cameras/" + code + "/snapshot").body())
          .startsWith("<svg")
          .contains("SIMULATED")
          .contains("模拟");
    }
  }
}
