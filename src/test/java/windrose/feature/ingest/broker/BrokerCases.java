package windrose.feature.ingest.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static windrose.testing.Waiting.until;

import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.MqttGlobalPublishFilter;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5AsyncClient;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import windrose.feature.ingest.FieldServer;
import windrose.feature.ingest.StuckDatabase;

/** What holds with every broker; the subclasses name one. */
abstract class BrokerCases {
  /** Of its own for each test: a session that was left behind still gets its share of a shared subscription. */
  private final String prefix = "park/" + UUID.randomUUID() + "/";

  private final String clientId = "windrose-test-" + UUID.randomUUID();
  private FieldServer server;
  private BrokerFeature reader;
  private Mqtt5AsyncClient device;

  abstract BrokerProcess broker();

  /** How many messages this broker can take in a few seconds. */
  abstract int burst();

  @BeforeEach
  void connect() {
    server = new FieldServer();
    server.allowBroker("WX-1", "GD-1");
    device = client(UUID.randomUUID().toString());
    device.connect().orTimeout(20, TimeUnit.SECONDS).join();
  }

  @AfterEach
  void leave() {
    if (reader != null) {
      server.park.onLoop(reader::drain);
    }
    device.disconnect().exceptionally(gone -> null).join();
    server.close();
  }

  private Mqtt5AsyncClient client(String id) {
    return MqttClient.builder()
        .useMqttVersion5()
        .identifier(id)
        .serverHost("127.0.0.1")
        .serverPort(broker().port())
        .automaticReconnectWithDefaultConfig()
        .buildAsync();
  }

  private void startReader() {
    reader =
        server.onLoop(
            () ->
                new BrokerFeature(
                    server.park.vertx,
                    BrokerAddress.parse("mqtt://127.0.0.1:" + broker().port() + "/" + prefix),
                    clientId,
                    server.park.registers,
                    server.ingest,
                    server.metrics,
                    Clock.systemUTC(),
                    new BrokerFeature.Window(1_000, 10_000_000)));
    server.onLoop(
        () -> {
          reader.start();
          return true;
        });
    until("the broker answers", () -> server.onLoop(reader::awaySince).isEmpty());
  }

  private CompletableFuture<?> publish(String topic, String payload) {
    return device
        .publishWith()
        .topic(prefix + topic)
        .qos(MqttQos.AT_LEAST_ONCE)
        .payload(payload.getBytes(StandardCharsets.UTF_8))
        .send()
        .orTimeout(30, TimeUnit.SECONDS);
  }

  private static String wind(int i) {
    return "{\"ts\":%d,\"values\":{\"wind_speed\":%d}}".formatted(1_795_219_200_000L + i, i % 50);
  }

  private long stored() {
    return server.count("select count(*) from reading");
  }

  @Test
  void stations_marked_by_broker_are_stored_and_no_others() {
    startReader();
    publish("windrose/GD-2/readings", "{\"values\":{\"lel\":5}}").join();
    publish("windrose/BOX-5/readings", "{\"values\":{\"x\":5}}").join();
    publish("windrose/WX-1/readings", wind(1)).join();
    publish(
            "v1/gateway/telemetry",
            "{\"GD-1\":[{\"ts\":1795219200000,\"values\":{\"cl2\":0.5}}],\"GD-2\":[{\"values\":{\"lel\":6}}]}")
        .join();
    until("both are stored", () -> stored() == 2);
    assertThat(server.stored("WX-1")).containsExactly("wind_speed=1.0");
    assertThat(server.stored("GD-1")).containsExactly("cl2=0.5");
    until(
        "the foreign station's message is kept",
        () -> server.count("select count(*) from quarantine where subject = 'GD-2'") == 1);
    assertThat(server.onLoop(() -> server.ingest.unknownDevices().list()))
        .anyMatch(unknown -> unknown.name().equals("BOX-5"));
  }

  @Test
  void what_a_crashed_server_had_not_acknowledged_comes_again_and_is_stored_once() {
    Mqtt5AsyncClient crashed = client(clientId);
    List<String> seen = new ArrayList<>();
    crashed.publishes(
        MqttGlobalPublishFilter.ALL,
        message -> {
          synchronized (seen) {
            seen.add(message.getTopic().toString());
          }
        },
        true);
    crashed.connectWith().cleanStart(false).sessionExpiryInterval(3_600).send().join();
    crashed
        .subscribeWith()
        .topicFilter("$share/windrose/" + prefix + BrokerIntake.READINGS)
        .qos(MqttQos.AT_LEAST_ONCE)
        .send()
        .join();
    for (int i = 0; i < 20; i++) {
      publish("windrose/WX-1/readings", wind(i)).join();
    }
    until(
        "it has some in hand",
        () -> {
          synchronized (seen) {
            return !seen.isEmpty();
          }
        });
    crashed.disconnectWith().sessionExpiryInterval(3_600).send().join();

    startReader();
    until("all came again", () -> stored() == 20);
    assertThat(server.count("select count(*) from reading_correction")).isZero();
  }

  @Test
  void while_the_database_takes_nothing_the_broker_keeps_what_exceeds_the_window()
      throws Exception {
    startReader();
    publish("windrose/WX-1/readings", wind(0)).join();
    until("the first is stored", () -> stored() == 1);
    int messages = burst();
    try (StuckDatabase stuck = new StuckDatabase(server)) {
      stuck.holds();
      List<CompletableFuture<?>> sent = new ArrayList<>();
      for (int i = 1; i <= messages; i++) {
        sent.add(publish("windrose/WX-1/readings", wind(i)));
      }
      CompletableFuture.allOf(sent.toArray(CompletableFuture[]::new)).join();
      until("what it sends at a time waits", () -> waiting() >= 1);
      Thread.sleep(300);
      assertThat(waiting()).isLessThan(1_300);
    }
    until("everything is stored", () -> stored() == messages + 1);
    until("everything is acknowledged", () -> waiting() == 0);
  }

  private double waiting() {
    return server.metrics.registry().get("windrose_broker_waiting").gauge().value();
  }

  /** F6: the broker had written down what it acknowledged; we had committed none of it when it was killed. */
  @Test
  void what_a_killed_broker_had_acknowledged_is_stored_once() {
    assumeTrue(keepsWhatItAcknowledged(), "this broker writes nothing down");
    startReader();
    publish("windrose/WX-1/readings", wind(0)).join();
    until("the first is stored", () -> stored() == 1);
    int messages = 50;
    try (StuckDatabase stuck = new StuckDatabase(server)) {
      stuck.holds();
      for (int i = 1; i <= messages; i++) {
        publish("windrose/WX-1/readings", wind(i)).join();
      }
      // it writes down after more than one change: these may be lost with it, those before may not
      publish("windrose/WX-1/readings", wind(messages + 1)).join();
      publish("windrose/WX-1/readings", wind(messages + 2)).join();
      until("we have some in hand", () -> waiting() >= 1);
      broker().kill();
      until("it is missed", () -> server.onLoop(reader::awaySince).isPresent());
    }
    broker().start();
    until("everything is stored", () -> stored() >= messages + 1);
    assertThat(server.count("select count(*) from reading_correction")).isZero();
  }

  /** Whether it has written a message down before it acknowledges it. */
  boolean keepsWhatItAcknowledged() {
    return false;
  }

  @Test
  void a_broker_that_dies_is_missed_and_found_again() {
    startReader();
    publish("windrose/WX-1/readings", wind(1)).join();
    until("the first is stored", () -> stored() == 1);
    broker().kill();
    until("it is missed", () -> server.onLoop(reader::awaySince).isPresent());
    broker().start();
    until("it is found again", () -> server.onLoop(reader::awaySince).isEmpty());
    until("the device is back too", () -> device.getState().isConnected());
    publish("windrose/WX-1/readings", wind(2)).join();
    until("the second is stored", () -> stored() == 2);
  }
}
