package windrose.feature.ingest.push;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import windrose.feature.ingest.FieldServer;
import windrose.feature.ingest.StuckDatabase;
import windrose.feature.ingest.WhyUnknown;
import windrose.platform.web.Route;

/** Devices that push their readings over HTTP. */
class PushIT {
  private static FieldServer server;

  @BeforeAll
  static void start() {
    server = new FieldServer();
    List<Route> routes = new ArrayList<>(server.ingest.routes());
    routes.addAll(
        new PushFeature(
                server.park.registers,
                server.readings,
                server.ingest,
                server.metrics,
                Clock.systemUTC(),
                2_000)
            .routes());
    server.listenHttp(routes);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static HttpResponse<String> push(String station, String secret, String body) {
    return server.http(
        "POST",
        "/api/v1/stations/" + station + "/readings",
        body,
        "Authorization",
        "Bearer " + secret);
  }

  @Test
  void answers_after_the_commit_and_stores_a_resent_reading_once() {
    String body = "{\"ts\":1795219200000,\"values\":{\"cl2\":0.375}}";
    for (int i = 0; i < 2; i++) {
      HttpResponse<String> answer = push("GD-1", server.secret("GD-1"), body);
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(new JsonObject(answer.body()).getInteger("accepted")).isEqualTo(1);
    }
    assertThat(server.stored("GD-1").stream().filter("cl2=0.375"::equals)).hasSize(1);
  }

  @Test
  void a_gateway_and_a_token_with_the_right_may_push_and_nobody_else() {
    String body = "{\"values\":{\"cl2\":0.5}}";
    assertThat(push("GD-1", server.secret("GW-E1"), body).statusCode()).isEqualTo(200);
    assertThat(
            server
                .http("POST", "/api/v1/stations/GD-1/readings", body, "X-Scope", "machine")
                .statusCode())
        .isEqualTo(200);
    assertThat(push("GD-2", server.secret("GW-E1"), body).statusCode()).isEqualTo(403);
    assertThat(push("GD-1", server.secret("GD-2"), body).statusCode()).isEqualTo(403);
    assertThat(push("GD-1", "nobody's secret, long enough to be one", body).statusCode())
        .isEqualTo(401);
    assertThat(server.http("POST", "/api/v1/stations/GD-1/readings", body).statusCode())
        .isEqualTo(401);
    assertThat(push("NO-1", server.secret("GD-1"), body).statusCode()).isEqualTo(403);
  }

  @Test
  void values_that_are_not_taken_are_named_and_kept_for_review() {
    HttpResponse<String> partly =
        push(
            "GD-1",
            server.secret("GD-1"),
            "{\"values\":{\"cl2\":0.625,\"soup\":3,\"door\":\"open\"}}");
    assertThat(partly.statusCode()).isEqualTo(200);
    JsonObject answer = new JsonObject(partly.body());
    assertThat(answer.getInteger("accepted")).isEqualTo(1);
    assertThat(answer.getJsonArray("refused").encode()).contains("soup").contains("door");

    HttpResponse<String> nothing =
        push("GD-1", server.secret("GD-1"), "{\"values\":{\"cl2\":\"12,3\"}}");
    assertThat(nothing.statusCode()).isEqualTo(422);
    assertThat(nothing.body()).contains("/values/cl2").contains("12,3");
    assertThat(server.count("select count(*) from quarantine where channel = 'http'")).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "soup", "{\"values\":{\"cl2\":NaN}}", "[1]", "{\"ts\":1}"})
  void what_cannot_be_read_is_told_and_counted(String body) {
    HttpResponse<String> answer = push("GD-1", server.secret("GD-1"), body);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("urn:windrose:problem:bad-request");
    assertThat(refused("unreadable")).isPositive();
  }

  private static double refused(String reason) {
    return server
        .metrics
        .registry()
        .get("windrose_push_refused_total")
        .tag("reason", reason)
        .counter()
        .count();
  }

  @Test
  void a_body_over_the_limit_is_too_large() {
    assertThat(push("GD-1", server.secret("GD-1"), " ".repeat(1_100_000)).statusCode())
        .isEqualTo(413);
  }

  @Test
  void too_many_requests_are_told_when_to_come_again() {
    String secret = server.secret("WX-1");
    HttpResponse<String> answer = null;
    for (int i = 0; i < 300 && (answer == null || answer.statusCode() != 429); i++) {
      answer = push("WX-1", secret, "soup");
    }
    assertThat(answer.statusCode()).isEqualTo(429);
    assertThat(answer.headers().firstValue("Retry-After")).contains("1");
  }

  @Test
  void without_a_commit_there_is_no_promise() {
    try (StuckDatabase stuck = new StuckDatabase(server)) {
      stuck.holds();
      HttpResponse<String> answer =
          push("GD-2", server.secret("GD-2"), "{\"ts\":1795219200000,\"values\":{\"lel\":7.5}}");
      assertThat(answer.statusCode()).isEqualTo(503);
      assertThat(answer.headers().firstValue("Retry-After")).contains("10");
    }
    HttpResponse<String> again =
        push("GD-2", server.secret("GD-2"), "{\"ts\":1795219200000,\"values\":{\"lel\":7.5}}");
    assertThat(again.statusCode()).isEqualTo(200);
    assertThat(server.stored("GD-2").stream().filter("lel=7.5"::equals)).hasSize(1);
  }

  @Test
  void raw_frames_and_unknown_devices_are_shown_to_those_who_may() {
    push("GD-1", server.secret("GD-1"), "{\"values\":{\"cl2\":0.875}}");
    HttpResponse<String> frames =
        server.http("GET", "/api/v1/stations/GD-1/frames?limit=200", "", "X-Scope", "officer");
    assertThat(frames.statusCode()).isEqualTo(200);
    assertThat(frames.body()).contains("0.875").contains("\"channel\":\"http\"");
    assertThat(server.http("GET", "/api/v1/stations/GD-1/frames", "").statusCode()).isEqualTo(401);
    server.onLoop(
        () -> {
          server
              .ingest
              .unknownDevices()
              .note("mqtt", "BOX-1", "10.0.0.9", WhyUnknown.NOT_REGISTERED, "not registered");
          return true;
        });
    assertThat(server.http("GET", "/api/v1/unknown-devices", "", "X-Scope", "officer").body())
        .contains("BOX-1")
        .contains("10.0.0.9");
  }
}
