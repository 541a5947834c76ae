package windrose.feature.ingest.mqtt;

import static org.assertj.core.api.Assertions.assertThat;
import static windrose.testing.Waiting.until;

import com.hivemq.client.mqtt.datatypes.MqttQos;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import windrose.feature.ingest.FieldServer;
import windrose.feature.ingest.StuckDatabase;

/** How much the listener takes, and that whoever sends more waits outside or is closed, while the others go on. */
class MqttLimitsIT {
  private static final boolean LONG = Boolean.getBoolean("windrose.long");
  private static final int WINDOW = 10;
  private static final byte[] HALF_CONNECT = {0x10, 0x7F, 0, 4, 'M', 'Q', 'T'};
  private static FieldServer server;
  private static int smallWindow;
  private static long nextMs = 1_795_300_000_000L;

  @BeforeAll
  static void start() {
    server = new FieldServer();
    smallWindow = server.listenMqtt(MqttLimits.USUAL.withWindow(WINDOW, 60_000));
    try (Mqtt5Device first = Mqtt5Device.connect(smallWindow, "WX-1", server.secret("WX-1"))) {
      assertThat(first.send("windrose/WX-1/readings", reading())).isEmpty();
    }
  }

  @BeforeEach
  void nothing_waits_from_before() {
    until("everything is stored", () -> held() == 0);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  /** Each of another instant, so that each is a row. */
  private static String reading() {
    return "{\"ts\":" + nextMs++ + ",\"values\":{\"wind_speed\":5}}";
  }

  private static RawMqtt connect(int port, String client) {
    RawMqtt raw = new RawMqtt(port);
    assertThat(raw.connect(client, "WX-1", server.secret("WX-1"))).isZero();
    return raw;
  }

  private static byte[] messages(int from, int to, int qos) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (int id = from; id <= to; id++) {
      all.writeBytes(RawMqtt.publish(qos == 0 ? 0 : id, "windrose/WX-1/readings", reading()));
    }
    return all.toByteArray();
  }

  private static int held() {
    return server.onLoop(() -> server.readings.writer().held());
  }

  @Test
  void an_old_client_over_its_window_is_not_read_until_commits_come() throws Exception {
    try (RawMqtt raw = connect(smallWindow, "window")) {
      try (StuckDatabase stuck = new StuckDatabase(server)) {
        stuck.holds();
        raw.send(messages(1, 60, 1));
        until("the window is full", () -> held() == WINDOW);
        Thread.sleep(300);
        assertThat(held()).isEqualTo(WINDOW);
      }
      List<Integer> acknowledged = new ArrayList<>();
      for (int i = 0; i < 60; i++) {
        acknowledged.add(raw.readAcknowledged());
      }
      assertThat(acknowledged)
          .containsExactlyElementsOf(IntStream.rangeClosed(1, 60).boxed().toList());
    }
    assertThat(server.refused("window")).isPositive();
  }

  @Test
  void an_old_client_that_stays_over_its_window_is_closed() {
    int impatient = server.listenMqtt(MqttLimits.USUAL.withWindow(WINDOW, 500));
    try (RawMqtt raw = connect(impatient, "stalled");
        StuckDatabase stuck = new StuckDatabase(server)) {
      stuck.holds();
      raw.send(messages(1, 60, 1));
      assertThat(raw.isClosedWithin(10_000)).isTrue();
    }
    assertThat(server.refused("stalled")).isEqualTo(1);
  }

  @Test
  void a_new_client_beyond_its_receive_maximum_is_told_so_and_closed() {
    try (RawMqtt raw = new RawMqtt(smallWindow)) {
      assertThat(raw.connect5("greedy", "WX-1", server.secret("WX-1"))).isZero();
      try (StuckDatabase stuck = new StuckDatabase(server)) {
        stuck.holds();
        for (int id = 1; id <= WINDOW + 1; id++) {
          raw.send(RawMqtt.publish5(id, "windrose/WX-1/readings", reading()));
        }
        assertThat(raw.read(3)).startsWith((byte) 0xE0).endsWith((byte) 0x93);
        assertThat(raw.isClosedWithin(5_000)).isTrue();
      }
    }
  }

  @Test
  void a_proper_new_client_keeps_its_window_and_gets_everything_acknowledged() {
    try (Mqtt5Device device = Mqtt5Device.connect(smallWindow, "WX-1", server.secret("WX-1"))) {
      List<CompletableFuture<?>> sent = new ArrayList<>();
      for (int i = 0; i < 500; i++) {
        sent.add(device.publish(MqttQos.AT_LEAST_ONCE, "windrose/WX-1/readings", reading()));
      }
      CompletableFuture.allOf(sent.toArray(CompletableFuture[]::new)).join();
    }
  }

  @Test
  void without_wish_for_an_answer_what_is_over_the_limit_is_dropped_and_counted() {
    double before = server.refused("dropped");
    try (RawMqtt raw = connect(smallWindow, "qos0");
        StuckDatabase stuck = new StuckDatabase(server)) {
      stuck.holds();
      raw.send(messages(1, WINDOW, 0));
      until("the window is full", () -> held() == WINDOW);
      raw.send(messages(1, 40, 0));
      until("the rest is dropped", () -> server.refused("dropped") == before + 40);
      assertThat(held()).isEqualTo(WINDOW);
    }
  }

  @Test
  void when_the_database_takes_nothing_everybody_waits_and_nothing_is_lost() {
    int port = server.listenMqtt(MqttLimits.USUAL);
    int clients = 8;
    int messages = 100;
    List<RawMqtt> devices = new ArrayList<>();
    try {
      try (StuckDatabase stuck = new StuckDatabase(server)) {
        stuck.holds();
        for (int i = 0; i < clients; i++) {
          RawMqtt raw = connect(port, "full-" + i);
          devices.add(raw);
          Thread sender = new Thread(() -> hundredfold(raw, messages));
          sender.setDaemon(true);
          sender.start();
        }
        until("everybody waits", () -> server.refused("database") >= 1);
        assertThat(held()).isLessThan(60_000);
      }
      for (RawMqtt device : devices) {
        for (int i = 1; i <= messages; i++) {
          assertThat(device.readAcknowledged()).isEqualTo(i);
        }
      }
    } finally {
      devices.forEach(RawMqtt::close);
    }
  }

  private static void hundredfold(RawMqtt raw, int messages) {
    for (int id = 1; id <= messages; id++) {
      StringBuilder many = new StringBuilder("[");
      for (int i = 0; i < 100; i++) {
        many.append(i == 0 ? "" : ",");
        synchronized (MqttLimitsIT.class) {
          many.append(reading());
        }
      }
      raw.send(RawMqtt.publish(id, "windrose/WX-1/readings", many.append(']').toString()));
    }
  }

  @Test
  void a_client_that_floods_is_slowed_down_and_the_others_get_all_their_answers() throws Exception {
    int port = server.listenMqtt(MqttLimits.USUAL.withRate(500, 1_000_000));
    double calm = p99Ms(port);
    try (RawMqtt flood = connect(port, "flood")) {
      byte[] load = messages(1, 5_000, 1);
      Thread flooding =
          new Thread(
              () -> {
                try {
                  flood.send(load);
                } catch (java.io.UncheckedIOException closed) {
                  // the end of the test
                }
              });
      flooding.setDaemon(true);
      flooding.start();
      until("the flood is slowed down", () -> server.refused("rate") > 0);
      double flooded = p99Ms(port);
      System.out.printf("acknowledged after p99 %.1f ms calm, %.1f ms flooded%n", calm, flooded);
      assertThat(flooded).isLessThan(2 * calm + 50);
    }
  }

  /** Ten devices, fifty messages each, one after the other; all are answered. */
  private static double p99Ms(int port) throws Exception {
    List<CompletableFuture<long[]>> all = new ArrayList<>();
    for (int d = 0; d < 10; d++) {
      RawMqtt device = connect(port, "calm-" + d);
      all.add(
          CompletableFuture.supplyAsync(
              () -> {
                long[] times = new long[50];
                for (int i = 0; i < times.length; i++) {
                  long from = System.nanoTime();
                  synchronized (MqttLimitsIT.class) {
                    device.send(messages(i + 1, i + 1, 1));
                  }
                  assertThat(device.readAcknowledged()).isEqualTo(i + 1);
                  times[i] = System.nanoTime() - from;
                }
                device.close();
                return times;
              },
              task -> new Thread(task).start()));
    }
    long[] sorted = all.stream().flatMapToLong(one -> Arrays.stream(one.join())).sorted().toArray();
    return sorted[(int) (sorted.length * 0.99)] / 1e6;
  }

  @Test
  void connections_that_say_nothing_or_half_a_connect_are_closed_and_do_not_keep_others_out()
      throws Exception {
    int idle = LONG ? 5_000 : 200;
    int port = server.listenMqtt(MqttLimits.USUAL.withHalfOpen(100, 2_000));
    List<Socket> silent = new ArrayList<>();
    try {
      for (int i = 0; i < idle; i++) {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        silent.add(socket);
        if (i % 2 == 0) {
          socket.getOutputStream().write(HALF_CONNECT);
        }
      }
      try (RawMqtt good = connect(port, "good")) {
        good.send(messages(1, 1, 1));
        assertThat(good.readAcknowledged()).isEqualTo(1);
        assertThat(half()).isLessThanOrEqualTo(100);
        for (Socket socket : silent) {
          socket.setSoTimeout(10_000);
          assertThat(isClosed(socket)).isTrue();
        }
        good.send(messages(2, 2, 1));
        assertThat(good.readAcknowledged()).isEqualTo(2);
      }
    } finally {
      for (Socket socket : silent) {
        socket.close();
      }
    }
  }

  private static double half() {
    return server.metrics.registry().find("windrose_mqtt_half_open").gauges().stream()
        .mapToDouble(io.micrometer.core.instrument.Gauge::value)
        .max()
        .orElseThrow();
  }

  private static boolean isClosed(Socket socket) {
    try {
      return socket.getInputStream().read() < 0;
    } catch (java.net.SocketTimeoutException open) {
      return false;
    } catch (IOException reset) {
      return true;
    }
  }

  @Test
  void half_a_connect_sent_byte_by_byte_is_closed_in_time_too() throws Exception {
    int port = server.listenMqtt(MqttLimits.USUAL.withHalfOpen(100, 1_000));
    try (Socket slow = new Socket(InetAddress.getLoopbackAddress(), port)) {
      long from = System.nanoTime();
      slow.setSoTimeout(200);
      byte[] connect = {0x10, 0x7F, 0, 4, 'M', 'Q', 'T', 'T', 4, 2, 0, 60, 0, 90};
      boolean closed = false;
      for (int i = 0; !closed && i < 60; i++) {
        try {
          slow.getOutputStream().write(i < connect.length ? connect[i] : 'x');
          closed = slow.getInputStream().read() < 0;
        } catch (java.net.SocketTimeoutException open) {
          // next byte
        } catch (IOException reset) {
          closed = true;
        }
      }
      assertThat(closed).isTrue();
      assertThat(System.nanoTime() - from).isLessThan(8_000_000_000L);
    }
  }

  @Test
  void more_connections_than_allowed_are_refused_with_their_reason() {
    int port = server.listenMqtt(MqttLimits.USUAL.withConnections(10, 2));
    try (RawMqtt one = connect(port, "1");
        RawMqtt two = connect(port, "2");
        RawMqtt three = new RawMqtt(port)) {
      assertThat(three.connect("3", "WX-1", server.secret("WX-1"))).isEqualTo(3);
      assertThat(two.isClosedWithin(100)).isFalse();
      one.hangUp();
      until("a place is free", () -> hasPlace(port));
    }
  }

  private static boolean hasPlace(int port) {
    try (RawMqtt again = new RawMqtt(port)) {
      return again.connect("again", "WX-1", server.secret("WX-1")) == 0;
    }
  }
}
