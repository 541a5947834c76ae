package windrose.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static windrose.testing.Waiting.await;
import static windrose.testing.Waiting.until;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ClientWebSocket;
import io.vertx.core.http.UpgradeRejectedException;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketConnectOptions;
import io.vertx.core.http.WebSocketFrame;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import windrose.app.Application;

/** The live channel of a running demo park, spoken to by a client that is not our page. */
class LiveChannelIT {

  @TempDir static Path folder;
  private static final Vertx VERTX = Vertx.vertx();
  private static Application application;

  @BeforeAll
  static void start() {
    application = DemoPark.start(folder);
  }

  @AfterAll
  static void stop() {
    application.close();
    await(VERTX.close());
  }

  /** An open channel that keeps all it was sent. */
  private static final class Channel {
    final List<JsonObject> messages = new CopyOnWriteArrayList<>();
    // listens before it connects: what the server says at once must not pass unheard
    final WebSocketClient client = VERTX.createWebSocketClient();
    final ClientWebSocket socket = client.webSocket();
    volatile int closeCode;

    Channel(String cookie, String origin) {
      WebSocketConnectOptions options =
          new WebSocketConnectOptions()
              .setHost("127.0.0.1")
              .setPort(URI.create(application.address()).getPort())
              .setURI("/api/v1/live")
              .setAllowOriginHeader(!origin.isEmpty());
      if (!cookie.isEmpty()) {
        options.addHeader("Cookie", cookie);
      }
      if (!origin.isEmpty()) {
        options.addHeader("Origin", origin);
      }
      socket.textMessageHandler(text -> messages.add(new JsonObject(text)));
      socket.closeHandler(
          closed -> closeCode = socket.closeStatusCode() == null ? -1 : socket.closeStatusCode());
      await(socket.connect(options));
    }

    void send(JsonObject command) {
      await(socket.writeTextMessage(command.encode()));
    }

    JsonObject first(String type) {
      until(
          "a message of type " + type,
          () -> messages.stream().anyMatch(message -> type.equals(message.getString("type"))));
      return messages.stream()
          .filter(message -> type.equals(message.getString("type")))
          .findFirst()
          .orElseThrow();
    }
  }

  private static Channel open() {
    return new Channel(ApiClient.signedIn(application.address(), DemoPark.PASSWORD).cookie(), "");
  }

  private static JsonObject subscribe(String... layers) {
    return new JsonObject().put("type", "subscribe").put("layers", new JsonArray(List.of(layers)));
  }

  @Test
  void a_subscriber_gets_a_snapshot_and_then_patches_of_what_changed() {
    Channel channel = open();
    channel.send(subscribe("readings"));
    JsonObject snapshot = channel.first("snapshot");
    JsonObject patch = channel.first("patch");

    assertThat(snapshot.getJsonObject("upserts").fieldNames())
        .containsExactly("id", "v", "at", "q");
    int rows = patch.getJsonObject("upserts").getJsonArray("id").size();
    assertThat(rows).isPositive();
    for (String column : List.of("v", "at", "q")) {
      assertThat(patch.getJsonObject("upserts").getJsonArray(column)).hasSize(rows);
    }
  }

  @Test
  void who_comes_back_with_a_cursor_gets_only_what_changed_meanwhile() {
    Channel before = open();
    before.send(subscribe("readings"));
    String cursor = before.first("snapshot").getString("cursor");
    await(before.socket.close());

    Channel after = open();
    after.send(subscribe("readings").put("since", new JsonObject().put("readings", cursor)));
    assertThat(after.first("patch").getString("layer")).isEqualTo("readings");
    assertThat(after.messages).noneMatch(message -> "snapshot".equals(message.getString("type")));
  }

  @Test
  void a_cursor_of_another_server_gets_a_snapshot() {
    Channel channel = open();
    channel.send(
        subscribe("readings").put("since", new JsonObject().put("readings", "deadbeef-7")));
    assertThat(channel.first("snapshot").getString("layer")).isEqualTo("readings");
  }

  @Test
  void viewers_that_vanish_without_a_word_keep_nobody_from_seeing() {
    Channel faithful = open();
    faithful.send(subscribe("readings"));
    faithful.first("snapshot");
    for (int i = 0; i < 25; i++) {
      Channel vanishing = open();
      vanishing.send(subscribe("readings"));
      await(vanishing.client.close());
    }
    int seen = faithful.messages.size();
    until("patches go on", () -> faithful.messages.size() > seen + 5);
    assertThat(faithful.closeCode).isZero();
  }

  @Test
  void the_heart_beats() {
    assertThat(open().first("heartbeat").getLong("at")).isPositive();
  }

  @Test
  void an_unknown_layer_gets_an_error_and_the_channel_stays_open() {
    Channel channel = open();
    channel.send(subscribe("nosuch", "readings"));
    assertThat(channel.first("error").getString("detail")).contains("nosuch");
    assertThat(channel.first("snapshot")).isNotNull();
  }

  @Test
  void what_a_newer_page_adds_to_a_command_is_passed_over() {
    Channel channel = open();
    channel.send(subscribe("readings").put("compression", "later").put("area", new JsonObject()));
    assertThat(channel.first("snapshot").getString("layer")).isEqualTo("readings");

    channel.send(new JsonObject().put("type", "later"));
    assertThat(channel.first("error").getString("detail")).contains("unknown command");
    assertThat(channel.closeCode).isZero();
  }

  @Test
  void what_is_no_command_closes_with_1007_and_too_much_with_1009() {
    Channel broken = open();
    broken.socket.writeTextMessage("{not json");
    until("the channel is closed", () -> broken.closeCode == 1007);

    Channel wrongBytes = open();
    wrongBytes.socket.writeFrame(
        WebSocketFrame.binaryFrame(Buffer.buffer(new byte[] {1, 2, 3}), true));
    until("the channel is closed", () -> wrongBytes.closeCode == 1003);

    Channel large = open();
    large.socket.writeTextMessage("x".repeat(1_000_000));
    until("the channel is closed", () -> large.closeCode == 1009);
  }

  @Test
  void nobody_opens_it_without_sign_in_or_from_a_foreign_page() {
    assertThatThrownBy(() -> new Channel("", "")).isInstanceOf(UpgradeRejectedException.class);
    String cookie = ApiClient.signedIn(application.address(), DemoPark.PASSWORD).cookie();
    assertThatThrownBy(() -> new Channel(cookie, "https://evil.example"))
        .isInstanceOf(UpgradeRejectedException.class);
  }

  @Test
  void signing_out_closes_the_channel_with_4401() {
    ApiClient person = ApiClient.signedIn(application.address(), DemoPark.PASSWORD);
    Channel channel = new Channel(person.cookie(), "");
    channel.send(subscribe("readings"));
    channel.first("snapshot");

    person.delete("/api/v1/session");

    until("the channel is closed", () -> channel.closeCode == 4401);
  }
}
