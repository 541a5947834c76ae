package windrose.feature.simulator.devices;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.handler.codec.mqtt.MqttConnectReturnCode;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.mqtt.MqttEndpoint;
import io.vertx.mqtt.MqttServer;
import io.vertx.mqtt.MqttServerOptions;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;
import windrose.domain.geo.LonLat;
import windrose.domain.park.Park;
import windrose.domain.park.ParkArea;
import windrose.domain.park.Series;
import windrose.domain.park.Station;
import windrose.feature.simulator.truth.DemoWorld;
import windrose.feature.simulator.truth.FieldFaults;

/** Devices against a small listener of the test's own, over a real socket. */
class DeviceFleetTest {
  private static final long AHEAD_MS = 420_000;

  /** One received message; {@code acknowledge} is up to the test's listener. */
  private record Got(String user, String topic, String body, int connection) {}

  private final ConcurrentLinkedQueue<Got> got = new ConcurrentLinkedQueue<>();
  private final ConcurrentLinkedQueue<MqttEndpoint> lines = new ConcurrentLinkedQueue<>();
  private final AtomicInteger connections = new AtomicInteger();
  private volatile boolean acknowledges = true;
  private Vertx vertx;
  private MqttServer server;
  private DeviceFleet fleet;

  @BeforeEach
  void listen() throws Exception {
    vertx = Vertx.vertx();
    server = MqttServer.create(vertx, new MqttServerOptions().setHost("127.0.0.1").setPort(0));
    server.endpointHandler(this::welcome);
    await(server.listen());
  }

  @AfterEach
  void close() throws Exception {
    if (fleet != null) {
      await(fleet.stop());
    }
    await(vertx.close());
  }

  private void welcome(MqttEndpoint line) {
    if (line.auth() == null
        || !("secret of " + line.auth().getUsername()).equals(line.auth().getPassword())) {
      line.reject(MqttConnectReturnCode.CONNECTION_REFUSED_BAD_USER_NAME_OR_PASSWORD);
      return;
    }
    int connection = connections.incrementAndGet();
    lines.add(line);
    line.publishHandler(
        message -> {
          got.add(
              new Got(
                  line.auth().getUsername(),
                  message.topicName(),
                  message.payload().toString(),
                  connection));
          if (acknowledges) {
            line.publishAcknowledge(message.messageId());
          }
        });
    line.accept(false);
  }

  private static Station station(String code, String kind, String protocol, String gateway) {
    return new Station(
        code,
        kind,
        "",
        "",
        null,
        null,
        new LonLat(116.02, 35.02),
        2.0,
        protocol,
        gateway,
        Map.of());
  }

  private static Series series(String station, String sensor) {
    return new Series(
        station, sensor, sensor, "", "", null, null, "mg/m3", 0.0, 20.0, null, null, 1.0, 2.0, 1,
        null, null);
  }

  private static final Park PARK =
      new Park(
          "p",
          "",
          "",
          true,
          List.of(new ParkArea("a", "", "", new Envelope(116.01, 116.03, 35.01, 35.03))),
          List.of(),
          List.of(
              station("GW-1", "gateway", "mqtt", null),
              station("GD-1", "gas_detector", "modbus", "GW-1"),
              station("GD-2", "gas_detector", "modbus", "GW-1"),
              station("MS-1", "air_micro", "mqtt", null),
              station("AQ-1", "air_standard", "hj212", null)),
          List.of(
              series("GD-1", "nh3"),
              series("GD-1", "h2s"),
              series("GD-2", "nh3"),
              series("MS-1", "voc"),
              series("AQ-1", "so2")),
          List.of(),
          "");

  private void start() {
    FieldFaults faults =
        new FieldFaults(Set.of(), Set.of(), Map.of("MS-1", AHEAD_MS), Set.of(), Set.of());
    DemoWorld world = new DemoWorld(PARK, 1, faults);
    vertx.runOnContext(
        nothing -> {
          fleet =
              new DeviceFleet(
                  vertx,
                  PARK,
                  Clock.systemUTC(),
                  world,
                  "127.0.0.1",
                  server.actualPort(),
                  code -> Future.succeededFuture("secret of " + code),
                  () -> null);
          fleet.start();
        });
  }

  @Test
  void a_gateway_publishes_for_its_stations_and_a_micro_station_for_itself() throws Exception {
    start();
    until(() -> got.stream().map(Got::topic).distinct().count() == 3 && got.size() > 5);
    assertThat(got)
        .extracting(Got::topic)
        .contains("windrose/GD-1/readings", "windrose/GD-2/readings", "windrose/MS-1/readings")
        .doesNotContain("windrose/AQ-1/readings", "windrose/GW-1/readings");
    for (Got message : got) {
      assertThat(message.user()).isEqualTo(message.topic().contains("MS-1") ? "MS-1" : "GW-1");
      JsonObject body = new JsonObject(message.body());
      assertThat(body.containsKey("drill")).isFalse();
      assertThat(body.getJsonObject("values").size())
          .isEqualTo(message.topic().contains("GD-1") ? 2 : 1);
      long aheadMs = body.getLong("ts") - System.currentTimeMillis();
      assertThat(aheadMs)
          .isBetween(
              message.topic().contains("MS-1") ? AHEAD_MS - 30_000 : -30_000,
              message.topic().contains("MS-1") ? AHEAD_MS + 1_000 : 1_000L);
    }
  }

  @Test
  void what_nobody_acknowledged_is_sent_again_after_a_reconnect_with_its_own_time()
      throws Exception {
    acknowledges = false;
    start();
    until(() -> got.stream().filter(g -> g.user().equals("GW-1")).count() >= 4);
    List<String> before = got.stream().filter(g -> g.user().equals("GW-1")).map(Got::body).toList();
    int last = connections.get();
    acknowledges = true;
    lines.forEach(MqttEndpoint::close);
    until(
        () -> {
          List<String> again =
              got.stream().filter(g -> g.connection() > last).map(Got::body).toList();
          return again.containsAll(before);
        });
    List<String> again =
        got.stream()
            .filter(g -> g.connection() > last && g.user().equals("GW-1"))
            .map(Got::body)
            .toList();
    assertThat(again.subList(0, before.size())).containsExactlyElementsOf(before);
    until(() -> fleet.unacknowledged() == 0);
  }

  @Test
  void no_more_than_the_window_is_underway_unacknowledged() throws Exception {
    acknowledges = false;
    start();
    until(() -> fleet != null && fleet.unacknowledged() > SimulatedDevice.WINDOW + 6);
    assertThat(got.stream().filter(g -> g.user().equals("GW-1")).count())
        .isLessThanOrEqualTo(SimulatedDevice.WINDOW);
  }

  private static void until(BooleanSupplier holds) throws InterruptedException {
    long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (!holds.getAsBoolean()) {
      assertThat(System.nanoTime()).as("waited a minute in vain").isLessThan(end);
      Thread.sleep(20);
    }
  }

  private static <T> T await(Future<T> future) throws Exception {
    return future.toCompletionStage().toCompletableFuture().get(30, TimeUnit.SECONDS);
  }
}
