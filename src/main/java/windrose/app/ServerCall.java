package windrose.app;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import windrose.platform.work.OffLoop;
import windrose.platform.work.StartRefused;

/** Asks the server that runs on this data folder, with the key that only its user can read. */
@OffLoop("main thread of a command")
final class ServerCall {
  private final LocalDoor door;
  private final HttpClient client = HttpClient.newHttpClient();

  private ServerCall(LocalDoor door) {
    this.door = door;
  }

  static ServerCall to(Path dataDir) {
    return new ServerCall(LocalDoor.read(dataDir));
  }

  JsonObject call(String method, String path) {
    return call(method, path, HttpRequest.BodyPublishers.noBody());
  }

  JsonObject call(String method, String path, HttpRequest.BodyPublisher sent) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(door.address() + path))
            .timeout(Duration.ofSeconds(30))
            .header("Authorization", "Bearer " + door.key())
            .method(method, sent)
            .build();
    try {
      HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
      JsonObject body =
          response.body().isEmpty() ? new JsonObject() : new JsonObject(response.body());
      if (response.statusCode() >= 400) {
        throw new StartRefused(
            body.getString("detail", "the server answered " + response.statusCode()));
      }
      return body;
    } catch (IOException | DecodeException unreachable) {
      throw new StartRefused(
          "The server at " + door.address() + " does not answer; is it still running?",
          unreachable);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new StartRefused("Interrupted.", interrupted);
    }
  }
}
