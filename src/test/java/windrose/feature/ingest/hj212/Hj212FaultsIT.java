package windrose.feature.ingest.hj212;

import static org.assertj.core.api.Assertions.assertThat;
import static windrose.domain.hj212.Vectors.frame;
import static windrose.testing.Waiting.until;

import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5BlockingClient;
import com.hivemq.client.mqtt.mqtt5.Mqtt5Client;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The database away, slow and half-open lines, floods: what was acknowledged is stored, and others are served. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class Hj212FaultsIT {
  private static final String AQ1 = "ST=22;CN=2011;PW=123456;MN=JLYP01_AIR01_0001;";
  private static final int SLOW_LINES = 15;
  private static final boolean LONG = Boolean.getBoolean("windrose.long");

  private StationServer server;

  @BeforeAll
  void startServer(@TempDir Path folder) {
    server = new StationServer(folder);
  }

  @AfterAll
  void stopServer() {
    server.close();
  }

  @BeforeEach
  void reset() {
    server.reset();
    server.itIs("2026-11-21T00:00:30Z");
  }

  /** The value is the number of the second. */
  private static String report(int second, int flag) {
    return frame(
        "QN=202611210800%02d000;%sFlag=%d;CP=&&DataTime=202611210800%02d;a34004-Rtd=%d&&"
            .formatted(second, AQ1, flag, second, second));
  }

  @Test
  void while_the_database_is_away_nothing_is_acknowledged_and_all_of_it_once_it_is_back() {
    try (RawStation station = new RawStation(server.port)) {
      station.send(report(1, 5));
      assertThat(station.hearText()).isEqualTo("9014 ");
      server.gate.shut();
      station.send(report(2, 5)).send(report(3, 5)).send(report(2, 5));
      assertThat(station.hearFor(1_200)).isEmpty();

      server.gate.open();

      for (int i = 0; i < 3; i++) {
        assertThat(station.hearText()).isEqualTo("9014 ");
      }
      assertThat(server.rows()).hasSize(3);
    }
  }

  @Test
  void a_line_with_too_many_uncommitted_frames_is_read_no_further() {
    try (RawStation station = new RawStation(server.port)) {
      station.send(report(1, 5));
      assertThat(station.hearText()).isEqualTo("9014 ");
      server.gate.shut();
      for (int second = 2; second <= 6; second++) {
        station.send(report(second, 5));
      }
      until("paused", () -> line().getBoolean("paused", false));
      station.send(report(7, 5));
      assertThat(line().getInteger("waiting")).isEqualTo(StationServer.LIMITS.window());

      server.gate.open();

      for (int i = 0; i < 6; i++) {
        assertThat(station.hearText()).isEqualTo("9014 ");
      }
      assertThat(server.rows()).hasSize(7);
    }
  }

  private io.vertx.core.json.JsonObject line() {
    return server.get("/api/v1/stations/AQ-1/hj212/line");
  }

  @Test
  void what_asks_for_no_answer_outlives_the_process_in_a_bounded_spool_and_keeps_its_order() {
    try (RawStation station = new RawStation(server.port)) {
      server.gate.shut();
      for (int second = 10; second < 40; second++) {
        station.send(report(second, 4));
      }
      until("the spool is full", () -> spooled("windrose_hj212_spool_dropped") > 0);
    }
    double kept = spooled("windrose_hj212_spooled");
    assertThat(kept).isBetween(10.0, 29.0);

    server.gate.open();
    server.restartHj212();

    until("all that was kept is stored", () -> server.rows().size() >= (int) kept);
    until("the spool is empty", () -> spooled("windrose_hj212_spooled") == 0);
    assertThat(server.rows()).contains("AQ-1/pm25 2026-11-21T00:00:10Z 10.0 0");
  }

  private double spooled(String gauge) {
    return server.metrics.registry().get(gauge).gauge().value();
  }

  @Test
  void half_open_and_slow_lines_are_ended_and_starve_nobody() {
    List<RawStation> slow = new ArrayList<>();
    for (int i = 0; i < SLOW_LINES; i++) {
      slow.add(new RawStation(server.port).send(report(1, 5).substring(0, 40 + i)));
    }
    try (RawStation station = new RawStation(server.port)) {
      station.send(report(2, 5));
      assertThat(station.hearText()).isEqualTo("9014 ");
      for (RawStation one : slow) {
        assertThat(one.isHungUpWithin(5_000)).isTrue();
      }
      station.send(report(3, 5));
      assertThat(station.hearText()).isEqualTo("9014 ");
    } finally {
      slow.forEach(RawStation::close);
    }
    assertThat(server.count("windrose_hj212_refused_total", "expired")).isEqualTo(SLOW_LINES);
    assertThat(server.rows()).hasSize(2);
  }

  /** F18: a byte a second each, on 2,000 lines with {@code -Plong}. */
  @Test
  void writers_of_a_byte_now_and_then_are_ended_and_starve_nobody() throws InterruptedException {
    int writers = LONG ? 2_000 : 100;
    long betweenMs = LONG ? 1_000 : 50;
    server.restartHj212(patient(writers, LONG ? 20_000 : 3_000));
    byte[] bytes = report(1, 5).getBytes(StandardCharsets.US_ASCII);
    List<RawStation> slow = new ArrayList<>();
    try (RawStation station = new RawStation(server.port)) {
      for (int i = 0; i < writers; i++) {
        slow.add(new RawStation(server.port));
      }
      long slowestMs = 0;
      for (int at = 0; at < 5; at++) {
        for (RawStation one : slow) {
          one.send(new byte[] {bytes[at]});
        }
        long from = System.nanoTime();
        station.send(report(at + 2, 5));
        assertThat(station.hearText()).isEqualTo("9014 ");
        slowestMs = Math.max(slowestMs, (System.nanoTime() - from) / 1_000_000);
        Thread.sleep(betweenMs); // this is what a slow writer does
      }
      System.out.printf(
          "%d slow writers; the slowest answer to another took %d ms%n", writers, slowestMs);
      for (RawStation one : slow) {
        assertThat(one.isHungUpWithin(40_000)).isTrue();
      }
      station.send(report(50, 5));
      assertThat(station.hearText()).isEqualTo("9014 ");
    } finally {
      slow.forEach(RawStation::close);
      server.restartHj212(StationServer.LIMITS);
    }
    assertThat(server.rows()).hasSize(6);
  }

  /** So many lines of one address, each with so long to prove itself. */
  private static Hj212Limits patient(int lines, long firstFrameMs) {
    Hj212Limits usual = StationServer.LIMITS;
    return new Hj212Limits(
        usual.maxDataBytes(),
        lines + 10,
        lines + 10,
        usual.window(),
        firstFrameMs,
        60_000,
        60_000,
        usual.mostRefusals(),
        usual.partWaitMs(),
        usual.partAnswerMs(),
        usual.spoolAfterMs(),
        usual.spoolBytes(),
        usual.commands());
  }

  @Test
  void one_address_gets_so_many_lines_and_a_silent_one_is_closed() {
    List<RawStation> lines = new ArrayList<>();
    try {
      for (int i = 0; i <= StationServer.LIMITS.connectionsPerAddress(); i++) {
        lines.add(new RawStation(server.port));
      }
      assertThat(lines.get(lines.size() - 1).isHungUpWithin(1_000)).isTrue();
      assertThat(lines.get(0).isHungUpWithin(4_000)).isTrue();
      assertThat(server.count("windrose_hj212_refused_total", "connections-of-address"))
          .isEqualTo(1);
    } finally {
      lines.forEach(RawStation::close);
    }
  }

  @Test
  void whoever_is_refused_too_often_or_sends_only_noise_is_hung_up() {
    try (RawStation stranger = new RawStation(server.port);
        RawStation noise = new RawStation(server.port)) {
      for (int i = 0; i < StationServer.LIMITS.mostRefusals(); i++) {
        stranger.send(frame("ST=22;CN=2011;PW=%d;MN=JLYP01_AIR01_0001;CP=&&&&".formatted(i)));
      }
      noise.send("x".repeat(70_000));

      assertThat(stranger.isHungUpWithin(1_000)).isTrue();
      assertThat(noise.isHungUpWithin(1_000)).isTrue();
    }
    assertThat(server.count("windrose_hj212_refused_total", "password")).isEqualTo(4);
    assertThat(server.count("windrose_hj212_refused_total", "garbage")).isEqualTo(1);
  }

  @Test
  void the_same_value_by_hj_212_and_by_mqtt_gives_the_same_row() {
    String secret = server.onLoop(() -> server.registers.issueSecret("AQ-3", "tester"));
    server.put(
        "/api/v1/stations/AQ-3/hj212/mapping",
        "{\"factor\":\"a34006\",\"period\":\"hour\",\"sensor\":\"fine\",\"unit\":\"mg/m3\"}");
    Mqtt5BlockingClient device =
        Mqtt5Client.builder()
            .identifier("equal-rows")
            .serverHost("127.0.0.1")
            .serverPort(server.mqttPort)
            .buildBlocking();
    device
        .connectWith()
        .simpleAuth()
        .username("AQ-3")
        .password(secret.getBytes(StandardCharsets.UTF_8))
        .applySimpleAuth()
        .send();
    device
        .publishWith()
        .topic("windrose/AQ-3/readings")
        .qos(MqttQos.AT_LEAST_ONCE)
        .payload(
            "{\"ts\":\"2026-11-21T07:00:00+08:00\",\"values\":{\"fine\":{\"v\":2.697,\"q\":\"M\"}}}"
                .getBytes(StandardCharsets.UTF_8))
        .send();
    device.disconnect();
    List<String> byMqtt = server.rows();
    server.reset();
    server.put(
        "/api/v1/stations/AQ-3/hj212/mapping",
        "{\"factor\":\"a34006\",\"period\":\"hour\",\"sensor\":\"fine\",\"unit\":\"mg/m3\"}");
    try (RawStation station = new RawStation(server.port)) {
      station.send(
          frame(
              "QN=20261121080031464;ST=22;CN=2061;PW=BF470F88957588DE902D1A52;MN=Z13401000010301;Flag=5;"
                  + "CP=&&DataTime=20261121070000;a34006-Avg=2.69700,a34006-Flag=M&&"));
      assertThat(station.hearText()).isEqualTo("9014 ");
    }

    assertThat(server.rows())
        .isEqualTo(byMqtt)
        .containsExactly("AQ-3/fine 2026-11-20T23:00:00Z 2.697 128");
  }
}
