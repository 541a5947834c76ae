package windrose.app;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import windrose.app.load.Latencies;
import windrose.platform.work.OffLoop;

/** One open map: how old each value is when it arrives, by the time that its device gave it. */
@OffLoop("main thread and the HTTP client's threads")
final class MapWatch implements WebSocket.Listener {
  private final StringBuilder text = new StringBuilder();
  private Latencies latencies = new Latencies();
  private @Nullable WebSocket socket;

  static MapWatch open(int httpPort, String password) throws IOException, InterruptedException {
    HttpClient client = HttpClient.newHttpClient();
    String address = "127.0.0.1:" + httpPort;
    String cookie = signIn(client, address, password);
    MapWatch watch = new MapWatch();
    watch.socket =
        client
            .newWebSocketBuilder()
            .header("Cookie", cookie)
            .buildAsync(URI.create("ws://" + address + "/api/v1/live"), watch)
            .join();
    JsonObject subscribe =
        new JsonObject().put("type", "subscribe").put("layers", new JsonArray().add("readings"));
    watch.socket.sendText(subscribe.encode(), true).join();
    return watch;
  }

  /** The cookie of a fresh session of the administrator. */
  static String signIn(HttpClient client, String address, String password)
      throws IOException, InterruptedException {
    HttpResponse<String> signedIn =
        client.send(
            HttpRequest.newBuilder(URI.create("http://" + address + "/api/v1/session"))
                .POST(
                    HttpRequest.BodyPublishers.ofString(
                        new JsonObject().put("user", "admin").put("password", password).encode()))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    return signedIn.headers().firstValue("Set-Cookie").orElse("").split(";", 2)[0];
  }

  /** Forgets what was measured so far. */
  synchronized void restart() {
    latencies = new Latencies();
  }

  synchronized Latencies latencies() {
    return latencies;
  }

  @Override
  public @Nullable CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
    text.append(data);
    if (last) {
      note(new JsonObject(text.toString()), System.currentTimeMillis());
      text.setLength(0);
    }
    webSocket.request(1);
    return null;
  }

  private synchronized void note(JsonObject frame, long nowMs) {
    if ("patch".equals(frame.getString("type"))) {
      for (Object at : frame.getJsonObject("upserts").getJsonArray("at")) {
        latencies.note((nowMs - ((Number) at).longValue()) * 1_000_000);
      }
    }
  }

  void close() {
    if (socket != null) {
      socket.abort();
    }
  }
}
