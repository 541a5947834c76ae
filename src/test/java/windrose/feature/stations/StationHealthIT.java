package windrose.feature.stations;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
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
import windrose.feature.registers.ParkServer;
import windrose.platform.db.TestDatabase;
import windrose.platform.topics.Topic;
import windrose.testing.HandClock;

class StationHealthIT {
  @TempDir Path folder;
  private final HandClock clock = new HandClock();
  private final Topic<ReadingAccepted> accepted = new Topic<>("accepted");
  private ParkServer server;
  private StationsFeature stations;

  @BeforeEach
  void start() throws Exception {
    server =
        new ParkServer(
            Optional.empty(),
            clock,
            park -> {
              stations = feature(park, accepted);
              return stations.routes();
            });
    server.load(new TinyPark().read(folder.resolve("park")));
    TestDatabase.await(
        server
            .testDatabase
            .openAsOwner(server.vertx, 1)
            .run("update station set registered_at = '2026-11-21T12:00:00Z'"));
    server.onLoop(server.registers::load);
  }

  private StationsFeature feature(ParkServer park, Topic<ReadingAccepted> topic) {
    return new StationsFeature(
        park.vertx,
        park.database,
        park.registers,
        park.basemap,
        topic,
        park.work,
        "p1",
        clock,
        ZoneId.of("Asia/Shanghai"),
        SilenceRule.USUAL);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private void reading(Instant at, Instant received, int quality) {
    var series = server.registers.findSeries("GD-1/cl2").orElseThrow();
    accepted.announce(
        new ReadingAccepted(
            series, new Reading("GD-1/cl2", at, received, 0.1, new Quality(quality))));
  }

  /** One reading every 10 s for so many minutes, each arriving a second after it was measured. */
  private void run(int minutes, boolean device) {
    for (int i = 0; i < minutes * 6; i++) {
      clock.advance(Duration.ofSeconds(10));
      stations.tick();
      if (device) {
        Instant now = clock.instant();
        reading(now.minusSeconds(1), now, i % 60 == 0 ? Quality.OUT_OF_RANGE : 0);
      }
    }
  }

  private JsonObject detector() {
    return server.get("all", "/api/v1/station-health/GD-1?window=hour");
  }

  /** 30 minutes on, 10 off, 10 on; due up to 70 s ago: 48 minutes, of which 12:31 to 12:39 are silent: 39 ÷ 48. */
  @Test
  void online_minutes_gaps_and_bad_data_are_counted_and_survive_a_restart() {
    server.onLoop(stations::start);
    run(30, true);
    run(10, false);
    run(10, true);
    JsonObject health = detector();
    assertThat(health.getString("state")).isEqualTo("online");
    assertThat(health.getInteger("due_minutes")).as(health.encode()).isEqualTo(48);
    assertThat(health.getInteger("gap_minutes")).isEqualTo(9);
    assertThat(health.getDouble("online_rate")).isEqualTo(0.8125);
    assertThat(health.getInteger("readings")).isEqualTo(240);
    assertThat(health.getInteger("bad")).isEqualTo(4);
    assertThat(health.getDouble("delay_p95_s")).isBetween(0.8, 1.3);
    server.onLoop(stations::write);

    StationsFeature restarted = feature(server, new Topic<>("another"));
    server.onLoop(restarted::start);
    assertThat(
            restarted.listPulses().stream()
                .filter(one -> one.station().equals("GD-1"))
                .findFirst()
                .orElseThrow()
                .lastReceived())
        .isEqualTo(clock.instant());
    server.onLoop(restarted::write);
    assertThat(detector().getInteger("readings")).isEqualTo(240);
  }

  /** The device kept its data while the line was down and sends it ten minutes later. */
  @Test
  void late_data_fills_the_gap_but_not_the_online_rate_and_twice_is_once() {
    server.onLoop(stations::start);
    run(20, true);
    Instant lost = clock.instant();
    run(10, false);
    for (int round = 0; round < 2; round++) {
      for (int i = 1; i <= 60; i++) {
        reading(lost.plusSeconds(10L * i - 1), clock.instant(), Quality.LATE);
      }
    }
    run(10, true);
    JsonObject health = detector();
    assertThat(health.getInteger("gap_minutes")).as(health.encode()).isZero();
    assertThat(health.getDouble("online_rate")).isLessThan(0.80);
    assertThat(health.getInteger("received")).isLessThanOrEqualTo(health.getInteger("expected"));
    assertThat(health.getDouble("data_rate")).isGreaterThan(0.97);
  }

  @Test
  void maintenance_is_not_due_and_lines_and_enterprises_add_up() {
    server.onLoop(stations::start);
    run(10, true);
    server.write(
        "POST",
        "/api/v1/stations/GD-1/maintenance",
        new JsonObject().put("from", clock.instant().toString()).put("reason", "new cell"));
    // what the change counts anew is counted at this minute, not at one of the next
    server.onLoop(stations::write);
    run(20, false);
    JsonObject health = detector();
    assertThat(health.getString("state")).isEqualTo("maintenance");
    assertThat(health.getInteger("due_minutes")).isEqualTo(10);
    assertThat(health.getInteger("gap_minutes")).as(health.encode()).isLessThanOrEqualTo(1);
    JsonObject lines = server.get("all", "/api/v1/station-health?window=hour&by=line");
    assertThat(lines.getJsonArray("items").encode()).contains("gateway/GW-E1", "\"id\":\"mqtt\"");
    JsonObject all = server.get("all", "/api/v1/station-health?window=day&by=enterprise");
    assertThat(all.getJsonObject("total").getInteger("stations")).isEqualTo(3);
    assertThat(all.getJsonObject("formulas").getJsonObject("online_rate").getString("zh"))
        .contains("在线率");
  }

  @Test
  void access_counts_who_is_connected_and_names_who_is_not() {
    server.onLoop(stations::start);
    run(3, true);
    JsonObject access = server.get("all", "/api/v1/figures/access");
    assertThat(access.getInteger("numerator")).as(access.encode()).isEqualTo(1);
    assertThat(access.getInteger("denominator")).isEqualTo(3);
    assertThat(access.getDouble("value")).isEqualTo(0.333333);
    assertThat(access.getJsonArray("missing").encode()).contains("GD-2", "WX-1");
    assertThat(access.getJsonObject("enterprises").getInteger("numerator")).isEqualTo(1);
    assertThat(access.getJsonObject("enterprises").getInteger("denominator")).isEqualTo(2);
  }

  @Test
  void coverage_answers_its_ground_as_a_map() {
    server.write(
        "POST",
        "/api/v1/stations",
        new JsonObject(
            "{\"code\":\"P-1\",\"kind\":\"gas_detector\",\"name_zh\":\"公共\",\"name_en\":\"Public\",\"position\":[116.015,35.015],\"properties\":{\"cover_radius_m\":30}}"));
    JsonObject coverage = server.get("all", "/api/v1/figures/coverage");
    assertThat(coverage.getDouble("numerator_m2")).as("π · 30²").isBetween(2815.0, 2828.0);
    assertThat(coverage.getDouble("value")).isPositive();
    assertThat(coverage.getJsonArray("detectors").size())
        .as("not those inside a parcel")
        .isEqualTo(1);
    assertThat(coverage.getJsonObject("map").getJsonArray("features").size()).isEqualTo(3);
  }
}
