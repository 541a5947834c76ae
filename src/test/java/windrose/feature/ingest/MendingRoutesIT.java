package windrose.feature.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static windrose.testing.Waiting.until;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import windrose.domain.access.Action;
import windrose.domain.access.Area;
import windrose.domain.access.ViewScope;
import windrose.feature.journal.JournalFeature;
import windrose.feature.registers.ParkServer;
import windrose.feature.registers.history.HistoryFeature;
import windrose.platform.web.Route;

/** Quarantine, aliases and a station's history over HTTP, as the page asks for them: rights, and what is whose. */
class MendingRoutesIT {
  private static final String SUMMARY = "/api/v1/quarantine/summary";
  private static final String REPLAY = "/api/v1/quarantine/replay";
  private static final String DISMISS = "/api/v1/quarantine/dismiss";
  private static final String ALIASES = "/api/v1/stations/GD-1/aliases";

  private static FieldServer server;

  @BeforeAll
  static void start() {
    server = new FieldServer();
    List<Route> routes = new ArrayList<>(server.ingest.routes());
    routes.addAll(
        new HistoryFeature(
                new JournalFeature(server.park.database, ParkServer.PARK, Clock.systemUTC()),
                server.park.registers)
            .routes());
    server.listenHttp(routes);
    server.setScope("e1", ofEnterprise("E1", EnumSet.allOf(Action.class)));
    server.setScope("other", ofEnterprise("E9", EnumSet.allOf(Action.class)));
    server.setScope("reader", ofEnterprise("E1", EnumSet.of(Action.SEE_PARK, Action.SEE_HISTORY)));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @BeforeEach
  void nothing_is_kept_from_before() {
    JsonArray ids = new JsonArray();
    items(get("all", "/api/v1/quarantine")).forEach(item -> ids.add(item.getLong("id")));
    if (!ids.isEmpty()) {
      JsonObject all = new JsonObject().put("ids", ids).put("reason", "the test before");
      assertThat(send("POST", "all", DISMISS, all).statusCode()).isEqualTo(200);
    }
  }

  private static ViewScope ofEnterprise(String code, Set<Action> actions) {
    return new ViewScope(
        ViewScope.ALL.layers(),
        new Area.OfEnterprises(Set.of(code)),
        ViewScope.ALL.fields(),
        ViewScope.ALL.time(),
        actions);
  }

  private static HttpResponse<String> send(
      String method, String scope, String path, JsonObject body) {
    return server.http(
        method, path, body.encode(), "X-Scope", scope, "Content-Type", "application/json");
  }

  private static JsonObject get(String scope, String path) {
    HttpResponse<String> response = server.http("GET", path, "", "X-Scope", scope);
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    return new JsonObject(response.body());
  }

  private static List<JsonObject> items(JsonObject page) {
    return page.getJsonArray("items").stream().map(JsonObject.class::cast).toList();
  }

  /** What a device sends, as a listener hands it to the pipeline. */
  private static void publish(String station, String payload) {
    server.park.onLoop(
        () ->
            server
                .ingest
                .pipeline()
                .take(
                    new DeviceMessage(
                        Channels.MQTT, station, station, Instant.now(), Buffer.buffer(payload))));
  }

  private static JsonObject alias(String sent, String sensor, double factor) {
    return new JsonObject().put("sent", sent).put("sensor", sensor).put("factor", factor);
  }

  @Test
  void a_name_is_mended_over_http_and_what_waited_appears_as_rows_of_its_own_time() {
    publish("GD-1", "{\"ts\":1795219200000,\"values\":{\"CHLOR\":3000}}");
    publish("GD-1", "{\"ts\":1795219210000,\"values\":{\"CHLOR\":4000}}");
    JsonObject group = items(get("e1", SUMMARY)).get(0);
    assertThat(group.getString("class")).isEqualTo("no-sensor");
    assertThat(group.getString("sensor")).isEqualTo("CHLOR");
    assertThat(group.getInteger("count")).isEqualTo(2);
    JsonObject kept = items(get("e1", "/api/v1/quarantine?station=GD-1&sensor=CHLOR")).get(0);
    JsonObject fault = kept.getJsonArray("faults").getJsonObject(0);
    assertThat(fault.getString("class")).isEqualTo("no-sensor");
    assertThat(fault.getString("sensor")).isEqualTo("CHLOR");
    assertThat(kept.getString("payload")).contains("4000");

    HttpResponse<String> put = send("PUT", "e1", ALIASES, alias("CHLOR", "cl2", 0.001));
    assertThat(put.statusCode()).as(put.body()).isEqualTo(200);
    assertThat(items(get("e1", ALIASES)))
        .extracting(one -> one.getString("sent"), one -> one.getDouble("factor"))
        .containsExactly(org.assertj.core.groups.Tuple.tuple("CHLOR", 0.001));
    JsonObject what = new JsonObject().put("station", "GD-1").put("sensor", "CHLOR");
    JsonObject report = new JsonObject(send("POST", "e1", REPLAY, what).body());

    assertThat(report.getInteger("replayed")).isEqualTo(2);
    assertThat(report.getJsonArray("still")).isEmpty();
    assertThat(items(get("e1", SUMMARY))).isEmpty();
    until("the rows are there", () -> server.stored("GD-1").contains("cl2=4.0"));
    assertThat(server.stored("GD-1")).contains("cl2=3.0");
    assertThat(
            server.count(
                "select count(*) from reading where value = 3 and at = '2026-11-21T00:00:00Z'"))
        .isEqualTo(1);

    HttpResponse<String> gone = server.http("DELETE", ALIASES + "?sent=CHLOR", "", "X-Scope", "e1");
    assertThat(gone.statusCode()).isEqualTo(200);
    assertThat(items(get("e1", ALIASES))).isEmpty();
  }

  @Test
  void another_enterprise_sees_nothing_and_mends_nothing() {
    publish("GD-1", "{\"values\":{\"CHLOR\":1}}");
    long id = items(get("all", "/api/v1/quarantine")).get(0).getLong("id");

    assertThat(items(get("other", "/api/v1/quarantine"))).isEmpty();
    assertThat(items(get("other", SUMMARY))).isEmpty();
    JsonObject one = new JsonObject().put("ids", new JsonArray().add(id));
    assertThat(new JsonObject(send("POST", "other", REPLAY, one).body()).getInteger("replayed"))
        .isZero();
    assertThat(
            new JsonObject(send("POST", "other", DISMISS, one.copy().put("reason", "mine?")).body())
                .getInteger("dismissed"))
        .isZero();
    assertThat(server.http("GET", ALIASES, "", "X-Scope", "other").statusCode()).isEqualTo(404);
    assertThat(send("PUT", "other", ALIASES, alias("CHLOR", "cl2", 1)).statusCode()).isEqualTo(404);
    assertThat(history("other").statusCode()).isEqualTo(404);
    assertThat(items(get("all", "/api/v1/quarantine"))).hasSize(1);
  }

  @Test
  void who_may_only_read_mends_and_puts_nothing_away() {
    publish("GD-1", "{\"values\":{\"CHLOR\":1}}");
    JsonObject item = items(get("reader", "/api/v1/quarantine")).get(0);
    JsonObject one = new JsonObject().put("ids", new JsonArray().add(item.getLong("id")));

    assertThat(send("POST", "reader", REPLAY, one).statusCode()).isEqualTo(403);
    assertThat(send("POST", "reader", DISMISS, one.copy().put("reason", "x")).statusCode())
        .isEqualTo(403);
    assertThat(send("PUT", "reader", ALIASES, alias("CHLOR", "cl2", 1)).statusCode())
        .isEqualTo(403);
    assertThat(history("reader").statusCode()).isEqualTo(403);
    assertThat(server.http("GET", SUMMARY, "").statusCode()).isEqualTo(401);
  }

  @Test
  void what_cannot_be_meant_is_refused_with_the_field_that_is_wrong() {
    assertThat(send("PUT", "all", ALIASES, alias("x", "nosuch", 1)).body()).contains("/sensor");
    assertThat(send("PUT", "all", ALIASES, alias("x", "cl2", 0)).body()).contains("/factor");
    assertThat(send("PUT", "all", ALIASES, alias("x", "cl2", 1).put("why", "")).statusCode())
        .isEqualTo(422);
    assertThat(send("POST", "all", REPLAY, new JsonObject()).body()).contains("/ids");
    JsonObject without = new JsonObject().put("ids", new JsonArray().add(1)).put("reason", " ");
    assertThat(send("POST", "all", DISMISS, without).body()).contains("/reason");
    assertThat(server.http("GET", "/api/v1/quarantine?cursor=~", "", "X-Scope", "all").body())
        .contains("cursor");
  }

  @Test
  void the_history_of_a_station_tells_who_changed_what_page_by_page() {
    send("PUT", "all", "/api/v1/stations/WX-1/aliases", alias("SPEED", "wind_speed", 1));
    send("PUT", "all", "/api/v1/stations/WX-1/aliases", alias("SPEED", "wind_speed", 0.1));
    server.http("DELETE", "/api/v1/stations/WX-1/aliases?sent=SPEED", "", "X-Scope", "all");

    JsonObject first = get("all", "/api/v1/stations/WX-1/history?limit=2");
    assertThat(items(first))
        .extracting(one -> one.getString("kind"), one -> one.getString("who"))
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("station.alias_removed", "all"),
            org.assertj.core.groups.Tuple.tuple("station.alias_set", "all"));
    JsonObject changed = items(first).get(1).getJsonObject("body");
    assertThat(changed.getDouble("factor")).isEqualTo(0.1);
    assertThat(changed.getJsonObject("before").getDouble("factor")).isEqualTo(1.0);
    JsonObject second =
        get("all", "/api/v1/stations/WX-1/history?limit=50&cursor=" + first.getString("next"));
    assertThat(items(second).get(0).getString("kind")).isEqualTo("station.alias_set");
    assertThat(items(second))
        .allMatch(one -> one.getString("subject").startsWith("WX-1"), "only of this station");
    assertThat(second.getString("next")).isNull();
    assertThat(
            server.http("GET", "/api/v1/stations/NONE/history", "", "X-Scope", "all").statusCode())
        .isEqualTo(404);
  }

  private static HttpResponse<String> history(String scope) {
    return server.http("GET", "/api/v1/stations/GD-1/history", "", "X-Scope", scope);
  }
}
