package windrose.feature.ingest.hj212;

import static org.assertj.core.api.Assertions.assertThat;
import static windrose.domain.hj212.Vectors.frame;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import windrose.domain.hj212.Packet;

/** What we ask of a station, how it may answer, and what people are told. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class Hj212CommandsIT {
  private StationServer server;
  private RawStation station;

  @BeforeAll
  void startServer(@TempDir Path folder) {
    server = new StationServer(folder);
  }

  @AfterAll
  void stopServer() {
    server.close();
  }

  @BeforeEach
  void connect() {
    server.reset();
    server.itIs("2026-11-21T00:00:30Z");
    station = new RawStation(server.port);
  }

  @AfterEach
  void hangUp() {
    station.close();
  }

  private void sayHello() {
    say("20261121080000000", "22", "9015", 4, "");
    assertThat(station.hearText()).isEqualTo("9013 ");
  }

  private void say(String qn, String st, String cn, int flag, String area) {
    station.send(
        frame(
            "QN=%s;ST=%s;CN=%s;PW=123456;MN=JLYP01_AIR01_0001;Flag=%d;CP=&&%s&&"
                .formatted(qn, st, cn, flag, area)));
  }

  private CompletableFuture<HttpResponse<String>> ask(String body) {
    return CompletableFuture.supplyAsync(
        () -> server.send("POST", "/api/v1/stations/AQ-1/commands", body));
  }

  private static List<String> steps(JsonObject result) {
    JsonArray steps = result.getJsonArray("steps");
    return steps.stream()
        .map(JsonObject.class::cast)
        .map(step -> step.getString("what") + " " + step.getString("meaning", ""))
        .map(String::strip)
        .toList();
  }

  private static JsonObject result(CompletableFuture<HttpResponse<String>> asked) {
    HttpResponse<String> answer = asked.join();
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return new JsonObject(answer.body());
  }

  @Test
  void an_interval_is_set_with_the_stations_own_password_and_number() {
    sayHello();
    var asked = ask("{\"command\":\"real-time-interval\",\"interval_s\":30}");

    Packet request = station.hear();
    assertThat(request.header().cn()).isEqualTo("1062");
    assertThat(request.header().flag()).isEqualTo(5);
    assertThat(request.header().st()).isEqualTo("22");
    assertThat(request.header().pw()).isEqualTo("123456");
    assertThat(request.dataArea()).isEqualTo("RtdInterval=30");
    String qn = String.valueOf(request.header().qn());
    say("19990101000000000", "91", "9011", 4, "QnRtn=2"); // somebody else's number
    say(qn, "91", "9011", 4, "QnRtn=1");
    say(qn, "91", "9012", 4, "ExeRtn=1");

    JsonObject result = result(asked);
    assertThat(result.getString("outcome")).isEqualTo("done");
    assertThat(steps(result)).containsExactly("sent", "request-answer ready", "result done");
    assertThat(server.journal())
        .contains("station.command_sent AQ-1 tester", "station.command_ended AQ-1 tester");
  }

  @Test
  void a_refusal_and_a_failure_come_with_their_meaning() {
    sayHello();
    var asked = ask("{\"command\":\"take-sample\",\"factor\":\"w01018\"}");
    Packet request = station.hear();
    assertThat(request.header().cn() + " " + request.dataArea()).isEqualTo("3012 PolId=w01018");
    say(String.valueOf(request.header().qn()), "91", "9011", 4, "QnRtn=8");
    JsonObject refused = result(asked);
    assertThat(refused.getString("outcome")).isEqualTo("refused");
    assertThat(refused.getJsonArray("steps").getJsonObject(1).getString("meaning_zh"))
        .isEqualTo("CN 错误");

    var again = ask("{\"command\":\"clean\",\"factor\":\"w01018\"}");
    String qn = String.valueOf(station.hear().header().qn());
    say(qn, "91", "9011", 4, "QnRtn=1");
    say(qn, "91", "9012", 4, "ExeRtn=5");
    assertThat(steps(result(again))).endsWith("result busy");
  }

  @Test
  void an_unanswered_request_is_sent_again_with_its_number_and_then_given_up() {
    sayHello();
    var asked = ask("{\"command\":\"get-time\"}");

    String first = String.valueOf(station.hear().header().qn());
    for (int retry = 1; retry <= 3; retry++) {
      assertThat(station.hear().header().qn()).isEqualTo(first);
    }
    JsonObject result = result(asked);
    assertThat(result.getString("outcome")).isEqualTo("no-answer");
    assertThat(steps(result)).containsExactly("sent", "sent-again", "sent-again", "sent-again");
  }

  @Test
  void fetched_hours_are_stored_like_any_others_and_stand_in_the_result() {
    server.put(
        "/api/v1/stations/AQ-1/hj212/mapping",
        "{\"factor\":\"a34004\",\"period\":\"hour\",\"sensor\":\"pm25\"}");
    sayHello();
    var asked =
        ask(
            "{\"command\":\"fetch-hour-data\",\"from\":\"2026-11-21T00:00:00+08:00\",\"to\":\"2026-11-20T18:00:00Z\"}");
    Packet request = station.hear();
    assertThat(request.dataArea()).isEqualTo("BeginTime=20261121000000;EndTime=20261121020000");
    String qn = String.valueOf(request.header().qn());
    say(qn, "91", "9011", 4, "QnRtn=1");
    say(qn, "22", "2061", 5, "DataTime=20261121000000;a34004-Avg=7");
    say(qn, "22", "2061", 5, "DataTime=20261121010000;a34004-Avg=8");
    assertThat(station.hearText()).isEqualTo("9014 ");
    assertThat(station.hearText()).isEqualTo("9014 ");
    say(qn, "91", "9012", 4, "ExeRtn=1");

    assertThat(steps(result(asked)))
        .containsExactly("sent", "request-answer ready", "data", "data", "result done");
    assertThat(server.rows()).hasSize(2);
  }

  @Test
  void a_station_that_asks_for_the_time_gets_it() {
    say("20261121080000000", "22", "1013", 5, "");
    assertThat(station.hearText()).isEqualTo("9013 ");
    Packet order = station.hear();
    assertThat(order.header().cn()).isEqualTo("1012");
    assertThat(order.dataArea()).isEqualTo("SystemTime=20261121080030");
  }

  @Test
  void a_station_is_told_its_settings_when_it_connects() {
    server.put(
        "/api/v1/stations/AQ-1/hj212",
        "{\"set_time\":true,\"overtime_s\":10,\"retry_count\":3,\"minute_interval_min\":10}");
    say("20261121080000000", "22", "9015", 4, "");
    assertThat(station.hearText()).isEqualTo("9013 ");
    for (String expected :
        List.of(
            "1012 SystemTime=20261121080030",
            "1000 OverTime=10;ReCount=3",
            "1064 MinInterval=10")) {
      Packet order = station.hear();
      assertThat(order.header().cn() + " " + order.dataArea()).isEqualTo(expected);
      String qn = String.valueOf(order.header().qn());
      say(qn, "91", "9011", 4, "QnRtn=1");
      say(qn, "91", "9012", 4, "ExeRtn=1");
    }
  }

  @Test
  void who_is_not_connected_or_is_busy_gets_no_command_and_nonsense_is_refused() {
    assertThat(ask("{\"command\":\"set-time\"}").join().statusCode()).isEqualTo(409);
    assertThat(ask("{\"command\":\"fly\"}").join().statusCode()).isEqualTo(422);
    assertThat(ask("{\"command\":\"real-time-interval\",\"interval_s\":5}").join().statusCode())
        .isEqualTo(422);
    sayHello();
    var first = ask("{\"command\":\"set-time\"}");
    station.hear();
    assertThat(ask("{\"command\":\"get-time\"}").join().statusCode()).isEqualTo(409);
    station.close();
    assertThat(result(first).getString("outcome")).isEqualTo("disconnected");
  }
}
