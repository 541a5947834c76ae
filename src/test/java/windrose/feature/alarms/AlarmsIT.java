package windrose.feature.alarms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static windrose.testing.Waiting.await;
import static windrose.testing.Waiting.until;

import io.vertx.core.http.ClientWebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketConnectOptions;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From a device's message to the page: real sockets, a real database, two detectors of two enterprises. */
class AlarmsIT {
  private static final long LIMIT_S = 15;
  private static AlarmServer server;

  @BeforeAll
  static void start() {
    server = new AlarmServer();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  /** Both detectors are calm and what was before has ended. */
  @BeforeEach
  void calm() {
    server.publish("GD-1", "cl2", 0.1);
    server.publish("GD-2", "lel", 1);
    server.lookAfter(Duration.ofMinutes(31));
  }

  private static final class Channel {
    final List<JsonObject> messages = new CopyOnWriteArrayList<>();
    final WebSocketClient client = server.field.park.vertx.createWebSocketClient();
    final ClientWebSocket socket = client.webSocket();

    Channel(String scope, String since) {
      socket.textMessageHandler(text -> messages.add(new JsonObject(text)));
      await(
          socket.connect(
              new WebSocketConnectOptions()
                  .setHost("127.0.0.1")
                  .setPort(server.port())
                  .setURI("/api/v1/live")
                  .addHeader("X-Scope", scope)));
      JsonObject subscribe =
          new JsonObject().put("type", "subscribe").put("layers", new JsonArray().add("alarms"));
      if (!since.isEmpty()) {
        subscribe.put("since", new JsonObject().put("alarms", since));
      }
      await(socket.writeTextMessage(subscribe.encode()));
      until("an answer", LIMIT_S, () -> !of("snapshot").isEmpty() || !of("patch").isEmpty());
    }

    List<JsonObject> of(String type) {
      return messages.stream().filter(one -> type.equals(one.getString("type"))).toList();
    }

    /** What happened to a series. */
    List<String> kinds(String series) {
      return of("alarm").stream()
          .filter(one -> series.equals(one.getString("series")))
          .map(one -> one.getString("kind"))
          .toList();
    }

    void awaitKinds(String series, String... kinds) {
      until(
          series + " " + List.of(kinds) + " but " + messages,
          LIMIT_S,
          () -> kinds(series).size() >= kinds.length);
      assertThat(kinds(series)).containsExactly(kinds);
    }

    String cursor() {
      JsonObject last = messages.get(messages.size() - 1);
      return last.getString("cursor");
    }

    void cut() {
      await(client.close());
    }
  }

  private static JsonObject get(String scope, String path) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
            .header("X-Scope", scope)
            .build();
    try {
      HttpResponse<String> response =
          HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
      assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
      return new JsonObject(response.body());
    } catch (IOException failed) {
      throw new AssertionError(failed);
    } catch (InterruptedException interrupted) {
      throw new AssertionError(interrupted);
    }
  }

  private static List<JsonObject> listed(String scope, String query) {
    return get(scope, "/api/v1/alarms" + query).getJsonArray("items").stream()
        .map(JsonObject.class::cast)
        .toList();
  }

  private static long standing(String series) {
    return server.field.count(
        "select count(*) from alarm where state = 'active' and series = '" + series + "'");
  }

  @Test
  void a_value_beyond_the_limit_is_told_to_the_page_and_each_step_once() {
    Channel page = new Channel("all", "");
    Channel stranger = new Channel("e2", "");

    server.publish("GD-1", "cl2", 0.9);
    server.publish("GD-1", "cl2", 1.5);
    server.publish("GD-1", "cl2", 1.6);
    server.publish("GD-1", "cl2", 2.5);
    server.publish("GD-1", "cl2", 0.2);
    server.publish("GD-2", "lel", 60);

    page.awaitKinds("GD-1/cl2", "opened", "raised", "returned");
    JsonObject opened = page.of("alarm").get(0);
    JsonObject raised = page.of("alarm").get(1);
    assertThat(raised.getString("id")).isEqualTo(opened.getString("id"));
    assertThat(opened.getInteger("priority")).isEqualTo(3);
    assertThat(raised.getInteger("priority")).isEqualTo(1);
    assertThat(raised.getDouble("limit")).isEqualTo(2.0);
    assertThat(raised.getString("unit")).isEqualTo("mg/m3");
    assertThat(raised.getBoolean("limit_confirmed")).isFalse();
    assertThat(raised.getValue("drill")).isNull();
    assertThat(opened.fieldNames()).containsAll(AlarmJson.FIELDS);

    stranger.awaitKinds("GD-2/lel", "opened");
    assertThat(stranger.kinds("GD-1/cl2")).isEmpty();
    assertThat(stranger.messages.toString()).doesNotContain("GD-1");
    assertThat(listed("e2", ""))
        .isNotEmpty()
        .allMatch(one -> one.getString("station").equals("GD-2"));
    assertThat(get("e2", "/api/v1/alarms/density?buckets=1").encode()).contains("\"1\":[0]");
    page.cut();
    stranger.cut();
  }

  @Test
  void who_was_cut_off_gets_every_event_it_missed_and_no_snapshot() {
    Channel before = new Channel("all", "");
    String cursor = before.cursor();
    before.cut();

    server.publish("GD-1", "cl2", 1.5);
    server.publish("GD-1", "cl2", 2.5);
    server.publish("GD-1", "cl2", 0.1);

    Channel after = new Channel("all", cursor);
    after.awaitKinds("GD-1/cl2", "opened", "raised", "returned");
    assertThat(after.of("snapshot")).isEmpty();
    after.cut();
  }

  @Test
  void an_alarm_outlives_a_restart_and_stays_one() {
    server.publish("GD-1", "cl2", 1.5);
    until("the alarm is on the disk", LIMIT_S, () -> standing("GD-1/cl2") == 1);

    server.restart();
    Channel page = new Channel("all", "");
    JsonObject rows = page.of("snapshot").get(0).getJsonObject("upserts");
    assertThat(rows.getJsonArray("series").encode()).isEqualTo("[\"GD-1/cl2\"]");
    server.publish("GD-1", "cl2", 2.5);

    page.awaitKinds("GD-1/cl2", "raised");
    assertThat(page.of("alarm").get(0).getString("id"))
        .isEqualTo(rows.getJsonArray("id").getString(0));
    assertThat(standing("GD-1/cl2")).isEqualTo(1);
    page.cut();
  }

  @Test
  void a_silent_sensor_stays_in_alarm_until_it_says_otherwise() {
    Channel page = new Channel("all", "");
    server.publish("GD-1", "cl2", 1.5);
    server.lookAfter(Duration.ofMinutes(6));
    page.awaitKinds("GD-1/cl2", "opened", "lost");
    server.lookAfter(Duration.ofHours(5));
    server.publish("GD-1", "cl2", 1.5);
    server.publish("GD-1", "cl2", 0.1);
    page.awaitKinds("GD-1/cl2", "opened", "lost", "regained", "returned");
    page.cut();
  }

  @Test
  void the_database_takes_no_second_open_alarm_of_a_series_and_side() {
    server.publish("GD-1", "cl2", 1.5);
    until("the alarm is on the disk", LIMIT_S, () -> standing("GD-1/cl2") == 1);
    assertThatThrownBy(
            () ->
                server.field.count(
                    """
                    with twin as (insert into alarm select park_id,
                      '00000000-0000-7000-8000-000000000000', series, station, side, level, priority,
                      state, first_at, last_at, value, at, peak, peak_at, limit_value, unit,
                      limit_source, limit_confirmed, count, received_at, returned_at, ended_at, drill
                      from alarm where state = 'active' returning 1) select count(*) from twin"""))
        .hasMessageContaining("alarm_one_at_a_time");
  }

  @Test
  void the_list_goes_on_by_cursor_and_the_density_counts_what_stands() {
    server.publish("GD-1", "cl2", 2.5);
    server.publish("GD-2", "lel", 30);
    until(
        "both are on the disk",
        LIMIT_S,
        () -> standing("GD-1/cl2") == 1 && standing("GD-2/lel") == 1);

    JsonObject first = get("all", "/api/v1/alarms?state=standing&limit=1");
    JsonObject second =
        get("all", "/api/v1/alarms?state=standing&limit=1&cursor=" + first.getString("next"));
    assertThat(first.getJsonArray("items").getJsonObject(0).getString("series"))
        .isEqualTo("GD-2/lel");
    assertThat(second.getJsonArray("items").getJsonObject(0).getString("series"))
        .isEqualTo("GD-1/cl2");
    assertThat(second.getJsonArray("items").getJsonObject(0).getValue("ended_at")).isNull();

    JsonObject density = get("all", "/api/v1/alarms/density?buckets=4");
    JsonObject priorities = density.getJsonObject("priority");
    for (String priority : List.of("1", "2", "3")) {
      assertThat(priorities.getJsonArray(priority)).hasSize(4);
    }
    assertThat(priorities.getJsonArray("1").getInteger(3)).isPositive();
    assertThat(priorities.getJsonArray("3").getInteger(3)).isPositive();
  }
}
