package windrose.feature.tickets;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import windrose.domain.measure.Quality;
import windrose.domain.measure.Reading;
import windrose.domain.upkeep.SilenceRule;
import windrose.feature.basemap.TinyPark;
import windrose.feature.ingest.ReadingAccepted;
import windrose.feature.journal.Journal;
import windrose.feature.registers.ParkServer;
import windrose.feature.stations.StationsFeature;
import windrose.platform.topics.Topic;
import windrose.platform.web.Route;
import windrose.testing.HandClock;

class TicketsIT {
  @TempDir Path folder;
  private final HandClock clock = new HandClock();
  private final Topic<ReadingAccepted> accepted = new Topic<>("accepted");
  private ParkServer server;
  private StationsFeature stations;
  private TicketsFeature tickets;

  @BeforeEach
  void start() throws Exception {
    server =
        new ParkServer(
            Optional.empty(),
            clock,
            park -> {
              wire(park);
              List<Route> routes = new ArrayList<>(stations.routes());
              routes.addAll(tickets.routes());
              return routes;
            });
    server.load(new TinyPark().read(folder.resolve("park")));
    server.onLoop(() -> stations.start().compose(done -> tickets.start()));
  }

  private void wire(ParkServer park) {
    Clock time = clock;
    stations =
        new StationsFeature(
            park.vertx,
            park.database,
            park.registers,
            park.basemap,
            accepted,
            park.work,
            "p1",
            time,
            ZoneId.of("Asia/Shanghai"),
            SilenceRule.USUAL);
    tickets =
        new TicketsFeature(
            park.vertx,
            park.database,
            Journal.of("p1", time),
            park.registers,
            stations,
            "p1",
            time);
  }

  @AfterEach
  void stop() {
    tickets.stop();
    server.close();
  }

  private void say(String series) {
    Instant now = clock.instant();
    accepted.announce(
        new ReadingAccepted(
            server.registers.findSeries(series).orElseThrow(),
            new Reading(series, now, now, 1, Quality.GOOD)));
  }

  private void pass(int seconds, String... speaking) {
    for (int i = 0; i < seconds / 20; i++) {
      clock.advance(Duration.ofSeconds(20));
      for (String series : speaking) {
        say(series);
      }
    }
    server.onLoop(tickets::round);
  }

  private JsonArray listed(String query) {
    return server.get("all", "/api/v1/tickets" + query).getJsonArray("items");
  }

  @Test
  void a_silent_device_opens_one_ticket_and_its_return_times_the_repair() {
    say("WX-1/wind_speed");
    pass(280);
    assertThat(listed("")).isEmpty();
    pass(40);
    pass(600);
    JsonArray open = listed("?state=active");
    assertThat(open.size()).as(open.encode()).isEqualTo(1);
    JsonObject ticket = open.getJsonObject(0);
    assertThat(ticket.getString("station")).isEqualTo("WX-1");
    assertThat(ticket.getString("cause")).isEqualTo("silent");
    assertThat(ticket.getString("opened_by")).isEqualTo("windrose");
    String address = "/api/v1/tickets/" + ticket.getString("id");
    assertThat(
            server
                .write("POST", address + "/assign", new JsonObject().put("assignee", "li"))
                .getString("state"))
        .isEqualTo("acknowledged");

    pass(120, "WX-1/wind_speed");
    JsonObject repaired = server.get("all", address);
    assertThat(repaired.getString("state")).as(repaired.encode()).isEqualTo("repaired");
    assertThat(repaired.getDouble("minutes_to_repair")).isBetween(10.0, 11.0);
    JsonObject closed =
        server.write("POST", address + "/close", new JsonObject().put("measure", "换电池"));
    assertThat(closed.getString("state")).isEqualTo("closed");
    assertThat(
            server
                .write("POST", address + "/close", new JsonObject().put("measure", "x"))
                .getInteger("http"))
        .isEqualTo(409);
    assertThat(server.get("all", "/api/v1/tickets").getDouble("mttr_minutes"))
        .isBetween(10.0, 11.0);
    assertThat(server.get("all", address).getJsonArray("events").size()).isEqualTo(4);
  }

  @Test
  void a_dead_gateway_has_one_ticket_for_itself_and_none_for_its_stations() {
    server.write(
        "POST",
        "/api/v1/stations",
        new JsonObject(
            "{\"code\":\"GD-9\",\"kind\":\"gas_detector\",\"name_zh\":\"九\",\"name_en\":\"Nine\",\"enterprise\":\"E1\",\"gateway\":\"GW-E1\",\"position\":[116.004,35.004]}"));
    server.write(
        "POST",
        "/api/v1/series",
        new JsonObject(
            "{\"station\":\"GD-9\",\"sensor\":\"lel\",\"factor\":\"lel\",\"name_zh\":\"可燃\",\"name_en\":\"LEL\",\"unit\":\"%LEL\",\"interval_s\":10}"));
    pass(400, "GD-1/cl2", "GD-9/lel");
    pass(400);
    JsonArray open = listed("?state=active");
    assertThat(open.size()).as(open.encode()).isEqualTo(1);
    assertThat(open.getJsonObject(0).getString("station")).isEqualTo("GW-E1");
    assertThat(open.getJsonObject(0).getString("cause")).isEqualTo("gateway_silent");
    assertThat(open.getJsonObject(0).getJsonArray("children").encode())
        .isEqualTo("[\"GD-1\",\"GD-9\"]");
  }

  @Test
  void a_restart_and_a_clock_step_open_no_storm_and_forget_no_ticket() {
    say("WX-1/wind_speed");
    say("GD-2/lel");
    pass(400, "GD-2/lel");
    assertThat(listed("?state=active").size()).isEqualTo(1);
    server.onLoop(stations::write);
    clock.advance(Duration.ofHours(2));
    tickets.stop();
    wire(server);
    server.onLoop(() -> stations.start().compose(done -> tickets.start()));
    server.onLoop(tickets::round);
    assertThat(listed("?state=active").size())
        .as("GD-2 gets its time after the start")
        .isEqualTo(1);
    pass(320);
    assertThat(listed("?state=active").size()).as("now it is silent").isEqualTo(2);
  }

  @Test
  void people_open_tickets_one_per_station_and_cause() {
    JsonObject fault =
        new JsonObject().put("station", "GD-1").put("cause", "fault").put("title", "显示屏碎裂");
    JsonObject opened = server.write("POST", "/api/v1/tickets", fault);
    assertThat(opened.getInteger("http")).as(opened.encode()).isEqualTo(201);
    assertThat(server.write("POST", "/api/v1/tickets", fault).getInteger("http")).isEqualTo(409);
    String address = "/api/v1/tickets/" + opened.getString("id");
    server.write("POST", address + "/comment", new JsonObject().put("text", "已订货"));
    server.write("POST", address + "/close", new JsonObject().put("measure", "已更换"));
    assertThat(
            server
                .write("POST", address + "/reopen", new JsonObject().put("why", "又坏了"))
                .getString("state"))
        .isEqualTo("open");
  }
}
