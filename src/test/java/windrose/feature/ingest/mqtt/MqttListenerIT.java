package windrose.feature.ingest.mqtt;

import static org.assertj.core.api.Assertions.assertThat;
import static windrose.testing.Waiting.until;

import com.hivemq.client.mqtt.datatypes.MqttQos;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import windrose.feature.ingest.FieldServer;

/** What devices may say to the listener, in which words, and how they are told that they may not. */
class MqttListenerIT {
  private static FieldServer server;
  private static int port;
  private static int impatientPort;

  @BeforeAll
  static void start() {
    server = new FieldServer();
    port = server.listenMqtt(MqttLimits.USUAL);
    impatientPort = server.listenMqtt(MqttLimits.USUAL.withHalfOpen(100, 1_000));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static Mqtt5Device device(String station) {
    return Mqtt5Device.connect(port, station, server.secret(station));
  }

  private static long quarantined(String reason) {
    return server.count("select count(*) from quarantine where reason like '%" + reason + "%'");
  }

  @Test
  void an_acknowledged_reading_is_in_the_database() {
    try (Mqtt5Device wind = device("WX-1")) {
      assertThat(
              wind.send(
                  "windrose/WX-1/readings",
                  "{\"ts\":1795219200000,\"values\":{\"wind_speed\":3.5}}"))
          .isEmpty();
    }
    assertThat(
            server.count(
                """
                select count(*) from reading r join series s on s.key = r.series
                where s.station = 'WX-1' and r.value = 3.5"""))
        .isEqualTo(1);
  }

  @Test
  void both_versions_and_both_services_take_the_same_reading() throws Exception {
    try (RawMqtt old = new RawMqtt(port)) {
      assertThat(old.connect("old", "GD-1", server.secret("GD-1"))).isZero();
      old.send(
          RawMqtt.publish(
              7, "windrose/GD-1/readings", "{\"ts\":1795219260000,\"values\":{\"cl2\":0.25}}"));
      assertThat(old.readAcknowledged()).isEqualTo(7);
      old.send(
          RawMqtt.publish(
              0, "windrose/GD-1/readings", "{\"ts\":1795219261000,\"values\":{\"cl2\":0.5}}"));
      old.send(
          RawMqtt.publish(
              8, "windrose/GD-1/readings", "{\"ts\":1795219262000,\"values\":{\"cl2\":0.75}}"));
      assertThat(old.readAcknowledged()).isEqualTo(8);
    }
    until("the reading without acknowledgement", () -> server.stored("GD-1").contains("cl2=0.5"));
    assertThat(server.stored("GD-1")).contains("cl2=0.25", "cl2=0.5", "cl2=0.75");
  }

  @Test
  void a_token_alone_signs_in_and_both_telemetry_forms_are_understood() {
    try (RawMqtt box = new RawMqtt(port)) {
      assertThat(box.connect("box", server.secret("GD-2"), null)).isZero();
      box.send(RawMqtt.publish(1, "v1/devices/me/telemetry", "{\"lel\":1.5}"));
      box.send(
          RawMqtt.publish(
              2, "v1/devices/me/telemetry", "{\"ts\":1795219300000,\"values\":{\"lel\":2.5}}"));
      box.send(
          RawMqtt.publish(
              3,
              "v1/devices/me/telemetry",
              "[{\"values\":{\"lel\":3.5},\"ts\":1795219301000},{\"ts\":1795219302000,\"values\":{\"lel\":4.5}}]"));
      box.send(RawMqtt.publish(4, "v1/devices/me/attributes", "{\"firmware\":\"1.2\"}"));
      assertThat(List.of(1, 2, 3, 4))
          .allSatisfy(id -> assertThat(box.readAcknowledged()).isBetween(1, 4));
    }
    assertThat(server.stored("GD-2")).contains("lel=1.5", "lel=2.5", "lel=3.5", "lel=4.5");
    assertThat(server.refused("ignored")).isPositive();
  }

  @Test
  void a_gateway_speaks_for_its_own_stations_only() {
    try (Mqtt5Device gateway = device("GW-E1")) {
      assertThat(
              gateway.send(
                  "v1/gateway/telemetry",
                  """
                  {"GD-1":[{"ts":1795219400000,"values":{"cl2":1.125}}],
                   "GD-2":[{"ts":1795219400000,"values":{"lel":99}}],
                   "Pump 7":[{"ts":1795219400000,"values":{"x":1}}]}"""))
          .isEmpty();
      assertThat(
              gateway.send(
                  "windrose/GD-1/readings", "{\"ts\":1795219401000,\"values\":{\"cl2\":1.25}}"))
          .isEmpty();
      assertThat(gateway.send("windrose/GD-2/readings", "{\"values\":{\"lel\":98}}"))
          .hasValueSatisfying(text -> assertThat(text).contains("NOT_AUTHORIZED"));
    }
    assertThat(server.stored("GD-1")).contains("cl2=1.125", "cl2=1.25");
    assertThat(server.stored("GD-2")).doesNotContain("lel=99.0", "lel=98.0");
    assertThat(quarantined("owns no station ''Pump 7''")).isEqualTo(1);
    assertThat(server.onLoop(() -> server.ingest.unknownDevices().list()))
        .anyMatch(unknown -> unknown.name().equals("Pump 7"));
  }

  @Test
  void what_makes_no_sense_is_acknowledged_and_kept_with_its_reason() {
    try (Mqtt5Device wind = device("WX-1")) {
      assertThat(wind.send("windrose/WX-1/readings", "wind is strong")).isEmpty();
      assertThat(wind.send("v1/devices/me/telemetry", "{\"door\":true}")).isEmpty();
    }
    assertThat(quarantined("not JSON")).isEqualTo(1);
    assertThat(quarantined("true or false instead of a number")).isEqualTo(1);
  }

  @Test
  void wrong_secrets_and_strangers_are_refused_counted_and_remembered() {
    try (RawMqtt one = new RawMqtt(port)) {
      assertThat(one.connect("a", "GD-1", "not the secret of this station")).isEqualTo(4);
      assertThat(one.isClosedWithin(5_000)).isTrue();
    }
    try (RawMqtt two = new RawMqtt(port)) {
      assertThat(two.connect("b", "BOX-99", "anything")).isEqualTo(4);
    }
    try (RawMqtt three = new RawMqtt(port)) {
      assertThat(three.connect("c-77", "a mistyped token that must not be shown", null))
          .isEqualTo(4);
    }
    assertThat(server.refused("secret")).isEqualTo(1);
    assertThat(server.onLoop(() -> server.ingest.unknownDevices().list()))
        .anyMatch(unknown -> unknown.name().equals("BOX-99"))
        .anyMatch(unknown -> unknown.name().equals("client c-77"))
        .noneMatch(unknown -> unknown.toString().contains("mistyped"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "windrose/GD-2/readings",
        "windrose//readings",
        "windrose/readings",
        "foo",
        "$SYS/x"
      })
  void another_topic_closes_an_old_client_and_tells_a_new_one(String topic) {
    try (Mqtt5Device chlorine = device("GD-1");
        RawMqtt old = new RawMqtt(port)) {
      assertThat(chlorine.send(topic, "{\"values\":{\"cl2\":1}}"))
          .hasValueSatisfying(text -> assertThat(text).contains("NOT_AUTHORIZED"));
      old.connect("t", "GD-1", server.secret("GD-1"));
      old.send(RawMqtt.publish(1, topic, "{\"values\":{\"cl2\":1}}"));
      assertThat(old.isClosedWithin(5_000)).isTrue();
    }
  }

  @Test
  void quality_of_service_two_is_refused_with_its_reason() {
    try (Mqtt5Device chlorine = device("GD-1")) {
      assertThat(
              chlorine
                  .client
                  .getConfig()
                  .getConnectionConfig()
                  .orElseThrow()
                  .getRestrictionsForClient()
                  .getSendMaximum())
          .isEqualTo(MqttLimits.USUAL.unacknowledged());
    }
    try (RawMqtt old = new RawMqtt(port)) {
      old.connect("q2", "GD-1", server.secret("GD-1"));
      byte[] exactlyOnce = RawMqtt.publish(5, "windrose/GD-1/readings", "{}");
      exactlyOnce[0] = 0x34;
      old.send(exactlyOnce);
      assertThat(old.isClosedWithin(5_000)).isTrue();
    }
    assertThat(server.refused("qos")).isEqualTo(1);
  }

  @Test
  void the_same_client_id_takes_over() {
    Mqtt5Device first =
        Mqtt5Device.connect(port, "GD-1", server.secret("GD-1"), "twin", builder -> builder);
    try (Mqtt5Device second =
        Mqtt5Device.connect(port, "GD-1", server.secret("GD-1"), "twin", builder -> builder)) {
      assertThat(first.closedWith()).isEqualTo("SESSION_TAKEN_OVER");
      assertThat(second.send("windrose/GD-1/readings", "{\"values\":{\"cl2\":0}}")).isEmpty();
      try (Mqtt5Device other =
          Mqtt5Device.connect(port, "WX-1", server.secret("WX-1"), "twin", builder -> builder)) {
        assertThat(second.client.getState().isConnected()).as("another login's id").isTrue();
        assertThat(other.client.getState().isConnected()).isTrue();
      }
    }
  }

  @Test
  void a_subscription_is_answered_with_no() {
    try (Mqtt5Device chlorine = device("GD-1")) {
      assertThat(chlorine.client.subscribeWith().topicFilter("windrose/GD-2/readings").send())
          .failsWithin(java.time.Duration.ofSeconds(10));
      assertThat(chlorine.send("windrose/GD-1/readings", "{\"values\":{\"cl2\":0}}")).isEmpty();
    }
  }

  @Test
  void a_message_over_the_limit_closes_its_sender_and_nobody_else() {
    String huge = "{\"values\":{\"cl2\":1}}" + " ".repeat(MqttLimits.USUAL.messageBytes());
    try (Mqtt5Device good = device("WX-1");
        RawMqtt bad = new RawMqtt(port)) {
      bad.connect("huge", "GD-1", server.secret("GD-1"));
      bad.send(RawMqtt.publish(1, "windrose/GD-1/readings", huge));
      assertThat(bad.isClosedWithin(5_000)).isTrue();
      assertThat(good.send("windrose/WX-1/readings", "{\"values\":{\"wind_speed\":1}}")).isEmpty();
    }
    assertThat(server.refused("too-large")).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"GET / HTTP/1.1\r\n\r\n", "\u0010\u0001\u0000", "ÿÿÿÿÿÿ", "0\u0002\u0000\u0000"})
  void noise_in_place_of_connect_is_closed(String noise) {
    try (RawMqtt raw = new RawMqtt(impatientPort)) {
      raw.send(noise.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
      assertThat(raw.isClosedWithin(8_000)).isTrue();
    }
  }

  @Test
  void a_will_and_a_retain_flag_are_ignored_and_counted() {
    try (RawMqtt raw = new RawMqtt(port)) {
      raw.connect("r", "GD-1", server.secret("GD-1"));
      byte[] retained = RawMqtt.publish(9, "windrose/GD-1/readings", "{\"values\":{\"cl2\":0}}");
      retained[0] = 0x33;
      raw.send(retained);
      assertThat(raw.readAcknowledged()).isEqualTo(9);
    }
    assertThat(server.refused("retain")).isEqualTo(1);
  }

  @Test
  void the_same_message_three_times_is_stored_once_and_acknowledged_three_times() {
    try (RawMqtt raw = new RawMqtt(port)) {
      raw.connect("dup", "WX-1", server.secret("WX-1"));
      for (int i = 0; i < 3; i++) {
        byte[] message =
            RawMqtt.publish(
                11,
                "windrose/WX-1/readings",
                "{\"ts\":1795219500000,\"values\":{\"wind_speed\":7.75}}");
        message[0] = (byte) (i == 0 ? 0x32 : 0x3A);
        raw.send(message);
        assertThat(raw.readAcknowledged()).isEqualTo(11);
      }
    }
    assertThat(server.stored("WX-1").stream().filter("wind_speed=7.75"::equals)).hasSize(1);
    assertThat(server.count("select count(*) from reading_correction where value = 7.75")).isZero();
  }

  @Test
  void what_a_station_sent_stays_visible_as_it_came() {
    try (Mqtt5Device wind = device("WX-1")) {
      wind.publish(
              MqttQos.AT_LEAST_ONCE,
              "windrose/WX-1/readings",
              "{\"values\":{\"wind_speed\":2,\"soup\":1}}")
          .join();
    }
    var frames =
        server.park.onLoop(
            () -> io.vertx.core.Future.succeededFuture(server.ingest.listFrames("WX-1")));
    assertThat(frames.get(0).text()).contains("soup");
    assertThat(frames.get(0).accepted()).isEqualTo(1);
    assertThat(Optional.ofNullable(frames.get(0).refusal()))
        .hasValueSatisfying(reason -> assertThat(reason).contains("soup: no such sensor"));
  }
}
