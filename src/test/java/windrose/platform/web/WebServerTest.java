package windrose.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The route table behind a real socket. */
class WebServerTest {
  private enum Right {
    LOOK,
    TOUCH
  }

  private record Somebody(String name, boolean isSignedIn, Set<Right> rights) implements Caller {
    @Override
    public boolean may(Enum<?> right) {
      return rights.contains(right);
    }
  }

  private final Vertx vertx = Vertx.vertx();
  private final HttpClient client = HttpClient.newHttpClient();
  private WebServer server;

  @BeforeEach
  void start() throws Exception {
    List<Route> routes =
        List.of(
            Route.get("/api/v1/open")
                .needsNothing("a test")
                .says("open")
                .query("limit")
                .answers(request -> answer(request.query("limit").orElse("none"))),
            Route.get("/api/v1/things/:code")
                .needs(Right.LOOK)
                .says("look")
                .answers(request -> answer(request.path("code"))),
            Route.post("/api/v1/things")
                .needs(Right.TOUCH)
                .says("touch")
                .answers(
                    request -> {
                      Fields body = request.json();
                      String name = body.getString("name");
                      body.refuseOthers();
                      return answer(name);
                    }),
            Route.get("/api/v1/broken")
                .needsNothing("a test")
                .says("broken")
                .answers(
                    request -> {
                      throw new IllegalStateException("secret detail of ours");
                    }));
    Gatekeeper byHeader =
        request -> {
          String name = request.getHeader("X-Who");
          return Future.succeededFuture(
              new Somebody(
                  String.valueOf(name),
                  name != null,
                  "keeper".equals(name) ? Set.of(Right.LOOK, Right.TOUCH) : Set.of()));
        };
    server =
        WebServer.listen(
                vertx,
                new WebServer.Options(
                    "127.0.0.1", 0, Optional.empty(), new PeerAddress(Set.of()), Set.of()),
                routes,
                byHeader,
                WebFiles.fromClasspath("no-such-folder"))
            .toCompletionStage()
            .toCompletableFuture()
            .get(10, TimeUnit.SECONDS);
  }

  @AfterEach
  void stop() throws Exception {
    vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
  }

  private static Future<Answer> answer(String text) {
    return Future.succeededFuture(Answer.json(new JsonObject().put("answer", text)));
  }

  private HttpResponse<String> send(String method, String path, String body, String... headers)
      throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
            .method(method, HttpRequest.BodyPublishers.ofString(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  @Test
  void a_stranger_is_refused_where_a_right_is_needed() throws Exception {
    var response = send("GET", "/api/v1/things/a", "");
    assertThat(response.statusCode()).isEqualTo(401);
    assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
  }

  @Test
  void a_known_caller_without_the_right_is_refused_too() throws Exception {
    assertThat(send("GET", "/api/v1/things/a", "", "X-Who", "visitor").statusCode()).isEqualTo(403);
    assertThat(send("GET", "/api/v1/things/a", "", "X-Who", "keeper").body())
        .isEqualTo("{\"answer\":\"a\"}");
  }

  @Test
  void an_address_in_no_route_does_not_exist() throws Exception {
    assertThat(send("GET", "/api/v1/other", "", "X-Who", "keeper").statusCode()).isEqualTo(404);
    assertThat(send("DELETE", "/api/v1/things", "", "X-Who", "keeper").statusCode()).isEqualTo(404);
  }

  @Test
  void an_unknown_parameter_is_named_with_a_pointer() throws Exception {
    var response = send("GET", "/api/v1/open?limt=5", "");
    assertThat(response.statusCode()).isEqualTo(422);
    JsonObject error = new JsonObject(response.body()).getJsonArray("errors").getJsonObject(0);
    assertThat(error.getString("pointer")).isEqualTo("?limt");
    assertThat(error.getString("detail")).contains("[limit]");
    assertThat(send("GET", "/api/v1/open?limit=5", "").body()).contains("\"5\"");
  }

  @Test
  void an_unknown_or_missing_field_is_named_with_a_pointer() throws Exception {
    var unknown = send("POST", "/api/v1/things", "{\"name\":\"a\",\"nme\":1}", "X-Who", "keeper");
    assertThat(unknown.statusCode()).isEqualTo(422);
    assertThat(unknown.body()).contains("\"/nme\"");
    var missing = send("POST", "/api/v1/things", "{}", "X-Who", "keeper");
    assertThat(missing.body()).contains("\"/name\"");
    var noJson = send("POST", "/api/v1/things", "[1", "X-Who", "keeper");
    assertThat(noJson.statusCode()).isEqualTo(400);
  }

  @Test
  void a_body_over_one_megabyte_is_refused() throws Exception {
    var response = send("POST", "/api/v1/things", "x".repeat(1_100_000), "X-Who", "keeper");
    assertThat(response.statusCode()).isEqualTo(413);
  }

  @Test
  void a_mistake_of_ours_shows_a_reference_and_nothing_of_its_inside() throws Exception {
    var response = send("GET", "/api/v1/broken", "");
    assertThat(response.statusCode()).isEqualTo(500);
    assertThat(response.body()).contains("logged under").doesNotContain("secret detail");
  }

  @Test
  void every_answer_carries_the_security_headers() throws Exception {
    for (String path : List.of("/api/v1/open", "/api/v1/none", "/nowhere")) {
      var headers = send("GET", path, "").headers();
      assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
          .contains("default-src 'self'")
          .doesNotContain("unsafe");
      assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
    }
  }

  @Test
  void two_routes_for_one_address_stop_the_start() {
    Route route =
        Route.get("/api/v1/a").needsNothing("a test").says("a").answers(request -> answer("a"));
    assertThatThrownBy(
            () -> new RouteTable(List.of(route, route), request -> null, new PeerAddress(Set.of())))
        .hasMessageContaining("two routes for GET /api/v1/a");
  }

  @Test
  void the_openapi_document_tells_the_right_of_each_route() {
    Route route =
        Route.get("/api/v1/things/:code")
            .needs(Right.LOOK)
            .says("look")
            .query("limit")
            .answers(request -> answer("a"));
    JsonObject operation =
        OpenApi.document("1", List.of(route))
            .getJsonObject("paths")
            .getJsonObject("/api/v1/things/{code}")
            .getJsonObject("get");
    assertThat(operation.getString("x-windrose-right")).isEqualTo("LOOK");
    assertThat(operation.getJsonArray("parameters")).hasSize(2);
  }
}
