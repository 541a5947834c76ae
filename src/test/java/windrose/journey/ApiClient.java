package windrose.journey;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** A signed-in person's HTTP, with cookie and CSRF header. */
final class ApiClient {
  private final String address;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private String cookie = "";
  private String csrf = "";

  ApiClient(String address) {
    this.address = address;
  }

  /** Status and body as they came. */
  record Reply(int status, String body) {
    JsonObject json() {
      return new JsonObject(body);
    }
  }

  static ApiClient signedIn(String address, String password) {
    ApiClient client = new ApiClient(address);
    HttpResponse<String> in =
        client.send(
            "POST",
            "/api/v1/session",
            new JsonObject().put("user", "admin").put("password", password).encode());
    if (in.statusCode() != 200) {
      throw new AssertionError("sign-in failed: " + in.body());
    }
    String set = in.headers().firstValue("Set-Cookie").orElseThrow();
    client.cookie = set.substring(0, set.indexOf(';'));
    client.csrf = new JsonObject(in.body()).getString("csrf");
    return client;
  }

  String cookie() {
    return cookie;
  }

  Reply get(String path) {
    return reply(send("GET", path, ""));
  }

  Reply post(String path, String body) {
    return reply(send("POST", path, body));
  }

  Reply delete(String path) {
    return reply(send("DELETE", path, ""));
  }

  Reply call(String method, String path) {
    return reply(send(method, path, method.equals("GET") ? "" : "{}"));
  }

  private static Reply reply(HttpResponse<String> response) {
    return new Reply(response.statusCode(), response.body());
  }

  private HttpResponse<String> send(String method, String path, String body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(address + path))
            .method(method, HttpRequest.BodyPublishers.ofString(body));
    if (!cookie.isEmpty()) {
      request.header("Cookie", cookie).header("X-CSRF-Token", csrf);
    }
    try {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException failed) {
      throw new AssertionError(method + " " + path, failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new AssertionError(interrupted);
    }
  }
}
