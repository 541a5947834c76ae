package windrose.platform.live;

import static org.assertj.core.api.Assertions.assertThat;
import static windrose.testing.Waiting.await;
import static windrose.testing.Waiting.until;

import io.vertx.core.Context;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.ClientWebSocket;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.core.net.impl.ConnectionBase;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import windrose.testing.HandClock;

/** The hub on real sockets, with a clock that is moved by hand. */
class LiveHubIT {
  private static final int ROWS = 2_000;
  private static final int LIMIT = 60;
  private static final int LARGEST_BYTES = 1 << 20;

  private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
  private final HandClock clock = new HandClock();
  private final LayerState layer = new LayerState("readings", List.of("v"));
  private final AtomicInteger looks = new AtomicInteger();
  private final AtomicBoolean mayLook = new AtomicBoolean(true);
  private final WebSocketClient client =
      vertx.createWebSocketClient(
          new WebSocketClientOptions()
              .setMaxConnections(2 * LIMIT)
              .setMaxFrameSize(LARGEST_BYTES)
              .setMaxMessageSize(LARGEST_BYTES));
  private LiveHub hub;
  private int port;

  /** One pair of eyes for all, so that they share a channel. */
  private final Viewer viewer =
      (layerCode, tag) -> {
        if (tag != Viewer.THE_LAYER_ITSELF) {
          looks.incrementAndGet();
        }
        return mayLook.get();
      };

  @BeforeEach
  void start() {
    hub = onLoop(() -> new LiveHub(vertx, clock, LIMIT));
    onLoop(
        () -> {
          hub.add(layer);
          return null;
        });
    HttpServer server =
        vertx
            .createHttpServer(
                new HttpServerOptions()
                    .setHost("127.0.0.1")
                    .setPort(0)
                    .setSendBufferSize(8 * 1024)
                    .setPerMessageWebSocketCompressionSupported(false))
            .requestHandler(
                request ->
                    request
                        .toWebSocket()
                        .onSuccess(
                            socket ->
                                hub.accept(
                                    socket,
                                    ((ConnectionBase) request.connection()).channel(),
                                    viewer,
                                    "somebody")));
    port = await(server.listen()).actualPort();
  }

  @AfterEach
  void stop() {
    await(vertx.close());
  }

  /** The hub and its layers live on the event loop that made them. */
  private final Context loop = vertx.getOrCreateContext();

  private <T> T onLoop(Callable<T> work) {
    Promise<T> done = Promise.promise();
    loop.runOnContext(
        go -> {
          try {
            done.complete(work.call());
          } catch (Exception failed) {
            done.fail(failed);
          }
        });
    return await(done.future());
  }

  private void change(double value) {
    onLoop(
        () -> {
          for (int i = 0; i < ROWS; i++) {
            layer.upsert("row-with-a-name-of-some-length-" + i, "tag", value);
          }
          return null;
        });
  }

  private final class Reader {
    final List<JsonObject> messages = new CopyOnWriteArrayList<>();
    // listens before it connects: what the server says at once must not pass unheard
    final ClientWebSocket socket = client.webSocket();
    volatile int closeCode;

    Reader() {
      socket.textMessageHandler(
          text -> {
            JsonObject message = new JsonObject(text);
            if (!"heartbeat".equals(message.getString("type"))) {
              messages.add(message);
            }
          });
      socket.closeHandler(
          closed -> closeCode = socket.closeStatusCode() == null ? -1 : socket.closeStatusCode());
      await(socket.connect(port, "127.0.0.1", "/"));
    }

    Reader subscribed() {
      await(socket.writeTextMessage(subscribe()));
      return this;
    }

    double newestValue() {
      return messages.isEmpty()
          ? Double.NaN
          : messages
              .get(messages.size() - 1)
              .getJsonObject("upserts")
              .getJsonArray("v")
              .getDouble(0);
    }
  }

  private static String subscribe() {
    return new JsonObject()
        .put("type", "subscribe")
        .put("layers", new JsonArray().add("readings"))
        .encode();
  }

  /** A connection that asks for everything and then reads nothing. */
  private Socket stoppedReader() throws IOException {
    Socket socket = new Socket();
    socket.setReceiveBufferSize(4 * 1024);
    socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    OutputStream out = socket.getOutputStream();
    out.write(
        """
        GET / HTTP/1.1\r
        Host: 127.0.0.1\r
        Upgrade: websocket\r
        Connection: Upgrade\r
        Sec-WebSocket-Version: 13\r
        Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r
        \r
        """
            .getBytes(StandardCharsets.US_ASCII));
    awaitUpgrade(socket.getInputStream());
    byte[] text = subscribe().getBytes(StandardCharsets.US_ASCII);
    // a masked text frame under 126 bytes, with a mask of zeros
    out.write(new byte[] {(byte) 0x81, (byte) (0x80 | text.length), 0, 0, 0, 0});
    out.write(text);
    out.flush();
    return socket;
  }

  private static void awaitUpgrade(InputStream in) throws IOException {
    StringBuilder answer = new StringBuilder();
    while (answer.indexOf("\r\n\r\n") < 0) {
      answer.append((char) in.read());
    }
    assertThat(answer).startsWith("HTTP/1.1 101");
  }

  /** Whether the other side still takes bytes, asked without reading any. */
  private static boolean takesAnother(Socket socket) {
    try {
      byte[] maskedPong = {(byte) 0x8a, (byte) 0x80, 0, 0, 0, 0};
      socket.getOutputStream().write(maskedPong);
      return true;
    } catch (IOException ended) {
      return false;
    }
  }

  @Test
  void a_reader_that_stops_holds_up_nobody_and_is_cut_off_after_thirty_seconds() throws Exception {
    change(0);
    Reader faithful = new Reader().subscribed();
    try (Socket stopped = stoppedReader()) {
      until("both are here", () -> onLoop(() -> hub.viewers()) == 2);
      for (int i = 1; i <= 15; i++) {
        double value = i;
        change(value);
        until("the other one goes on", () -> faithful.newestValue() == value);
      }
      assertThat(onLoop(() -> hub.viewers())).as("slow is not yet gone").isEqualTo(2);
      assertThat(takesAnother(stopped)).isTrue();

      clock.advance(Duration.ofMillis(LiveHub.TOO_SLOW_MS + 1_000));

      until("it is given up", () -> onLoop(() -> hub.viewers()) == 1);
      until("and its connection is ended by the server", () -> !takesAnother(stopped));
    }
    change(99);
    until("the other one goes on", () -> faithful.newestValue() == 99);
    assertThat(faithful.closeCode).isZero();
  }

  @Test
  void who_comes_at_once_shares_one_snapshot_and_misses_nothing_after_it() {
    change(1);
    looks.set(0);
    List<Reader> crowd = new ArrayList<>();
    for (int i = 0; i < LIMIT; i++) {
      crowd.add(new Reader());
    }
    crowd.forEach(Reader::subscribed);
    until("all have a snapshot", () -> crowd.stream().noneMatch(one -> one.messages.isEmpty()));
    // the clock stands still: one snapshot for everybody
    assertThat(looks).hasValue(ROWS);

    change(2);
    until("all have the change", () -> crowd.stream().allMatch(one -> one.newestValue() == 2));
    assertThat(looks).as("looked through once more for all").hasValue(2 * ROWS);
    assertThat(crowd).allSatisfy(one -> assertThat(one.messages).hasSize(2));
  }

  @Test
  void one_viewer_too_many_is_told_so_with_1013() {
    List<Reader> crowd = new ArrayList<>();
    for (int i = 0; i < LIMIT; i++) {
      crowd.add(new Reader());
    }
    Reader late = new Reader();
    until("the last one is sent away", () -> late.closeCode == 1013);
    assertThat(late.socket.closeReason()).contains("30 s");
    assertThat(crowd).allSatisfy(one -> assertThat(one.closeCode).isZero());
  }

  @Test
  void a_right_that_is_lost_ends_what_is_pushed_and_what_can_be_subscribed() {
    change(1);
    Reader reader = new Reader().subscribed();
    until("it sees", () -> reader.newestValue() == 1);

    mayLook.set(false);
    change(2);
    Reader second = new Reader().subscribed();
    until("a subscription is refused", () -> !second.messages.isEmpty());
    assertThat(second.messages.get(0).getString("detail")).contains("not in your scope");
    mayLook.set(true);
    change(3);
    until("it sees again", () -> reader.newestValue() == 3);
    assertThat(reader.messages)
        .as("what changed while it had no right was never sent")
        .noneMatch(message -> message.encode().contains("2.0"));
  }

  @Test
  void a_stop_of_the_server_ends_each_channel_with_1001() {
    Reader reader = new Reader().subscribed();
    until("it is here", () -> !reader.messages.isEmpty());
    onLoop(
        () -> {
          hub.close();
          return null;
        });
    until("it is told", () -> reader.closeCode == 1001);
  }
}
