package windrose.feature.readings;

import static org.assertj.core.api.Assertions.assertThat;
import static windrose.testing.Waiting.await;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import windrose.domain.access.Action;
import windrose.domain.access.Area;
import windrose.domain.access.ViewScope;
import windrose.domain.measure.Quality;
import windrose.domain.time.TimeRange;
import windrose.feature.basemap.ParkRefused;
import windrose.feature.basemap.TinyPark;
import windrose.feature.journal.Journal;
import windrose.feature.people.Visitor;
import windrose.feature.readings.archive.Archive;
import windrose.feature.readings.packed.Spans;
import windrose.feature.registers.ParkServer;
import windrose.platform.db.Database;
import windrose.platform.web.PeerAddress;
import windrose.platform.web.WebFiles;
import windrose.platform.web.WebServer;
import windrose.platform.work.HeavyWork;
import windrose.testing.HandClock;

/** Newest and past readings as people ask for them, behind a real socket. */
class ReadingsIT {
  private static final ViewScope ONLY_E2 =
      new ViewScope(
          ViewScope.ALL.layers(),
          new Area.OfEnterprises(Set.of("E2")),
          ViewScope.ALL.fields(),
          TimeRange.ALWAYS,
          Set.of(Action.SEE_PARK, Action.SEE_HISTORY));

  @TempDir Path folder;
  private final ParkServer park = new ParkServer();
  private final HandClock clock = new HandClock();
  private final Database own = park.testDatabase.open(park.vertx, 2);
  private final HeavyWork work = new HeavyWork(park.vertx, "test-history", 2, 100, 30_000);
  private final HttpClient http = HttpClient.newHttpClient();
  private Map<String, ViewScope> scopes = Map.of("all", ViewScope.ALL, "e2", ONLY_E2);
  private ReadingsFeature readings;
  private WebServer web;

  @BeforeEach
  void start() throws ParkRefused {
    clock.advance(Duration.ofDays(-100));
    park.load(new TinyPark().read(folder));
    open();
  }

  private void open() {
    Archive archive =
        new Archive(
            park.database, own, work, Journal.of(ParkServer.PARK, clock), ParkServer.PARK, clock);
    readings =
        new ReadingsFeature(
            park.vertx,
            park.database,
            park.registers,
            archive,
            work,
            KeepPolicy.GENEROUS,
            ParkServer.PARK,
            clock);
    park.onLoop(readings::start);
    web =
        await(
            WebServer.listen(
                park.vertx,
                new WebServer.Options(
                    "127.0.0.1", 0, Optional.empty(), new PeerAddress(Set.of()), Set.of()),
                readings.routes(),
                request -> {
                  String name = request.getHeader("X-Scope");
                  return Future.succeededFuture(
                      new Visitor(name, true, scopes.get(name), "test-" + name));
                },
                WebFiles.fromClasspath("no-such-folder")));
  }

  @AfterEach
  void close() {
    await(web.close());
    await(own.close());
    await(work.close());
    park.close();
  }

  private HttpResponse<String> send(String scope, String path) {
    try {
      return http.send(
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + web.port() + path))
              .header("X-Scope", scope)
              .build(),
          HttpResponse.BodyHandlers.ofString());
    } catch (IOException failed) {
      throw new AssertionError(failed);
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }

  private JsonObject get(String scope, String path) {
    HttpResponse<String> response = send(scope, path);
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    return new JsonObject(response.body());
  }

  private void keep(String series, Instant at, double value) {
    long key = park.registers.findSeries(series).orElseThrow().key();
    park.onLoop(
        () ->
            readings.keepAll(
                series, List.of(new StoredReading(key, at, clock.instant(), value, Quality.GOOD))));
  }

  private void keepHour(String series, Instant from) {
    long key = park.registers.findSeries(series).orElseThrow().key();
    List<Future<Void>> kept = new ArrayList<>();
    park.onLoop(
        () -> {
          for (int i = 0; i < 360; i++) {
            kept.add(
                readings.keepAll(
                    series,
                    List.of(
                        new StoredReading(
                            key, from.plusSeconds(i * 10L), clock.instant(), i, Quality.GOOD))));
          }
          return Future.all(kept).mapEmpty();
        });
  }

  @Test
  void the_newest_of_all_stands_in_columns_and_late_data_does_not_move_it_back() {
    Instant now = clock.instant();
    keep("GD-1/cl2", now, 1.5);
    keep("GD-2/lel", now.minusSeconds(5), 20);
    keep("GD-1/cl2", now.minus(Duration.ofHours(30)), 9);
    keep("GD-1/cl2", now.minusSeconds(1), 8);

    JsonObject latest = get("all", "/api/v1/latest");
    assertThat(latest.getJsonArray("id")).containsExactlyInAnyOrder("GD-1/cl2", "GD-2/lel");
    JsonObject one = get("all", "/api/v1/latest?series=GD-1/cl2");
    assertThat(one.encode())
        .isEqualTo(
            "{\"id\":[\"GD-1/cl2\"],\"v\":[1.5],\"at\":[%d],\"received\":[%d],\"q\":[0]}"
                .formatted(now.toEpochMilli(), now.toEpochMilli()));
    assertThat(get("all", "/api/v1/latest?station=GD-2").getJsonArray("v")).containsExactly(20.0);
    assertThat(get("e2", "/api/v1/latest").getJsonArray("id")).containsExactly("GD-2/lel");
    assertThat(send("e2", "/api/v1/latest?series=GD-1/cl2").statusCode()).isEqualTo(404);
  }

  @Test
  void a_restart_knows_the_newest_again_also_what_came_after_the_last_upkeep() {
    Instant now = clock.instant();
    keep("GD-1/cl2", now, 1);
    park.onLoop(readings.upkeep()::runNow);
    keep("GD-1/cl2", now.plusSeconds(10), 2);
    keep("GD-2/lel", now, 3);
    keep("GD-2/lel", now, 4);
    await(web.close());
    open();
    assertThat(get("all", "/api/v1/latest?series=GD-1/cl2,GD-2/lel").getJsonArray("v"))
        .containsExactly(2.0, 4.0);
  }

  @Test
  void a_caller_whose_time_has_ended_sees_the_newest_of_then() {
    Instant now = clock.instant();
    Instant before = now.minus(Duration.ofDays(2));
    keepHour("GD-1/cl2", before);
    park.onLoop(readings.upkeep()::runNow);
    keep("GD-1/cl2", now, 99);
    ViewScope then =
        new ViewScope(
            ViewScope.ALL.layers(),
            ViewScope.ALL.area(),
            ViewScope.ALL.fields(),
            new TimeRange(Instant.EPOCH, before.plusSeconds(55)),
            ViewScope.ALL.actions());
    scopes = Map.of("then", then);
    assertThat(get("then", "/api/v1/latest").getJsonArray("v")).containsExactly(5.0);
    String range =
        "?from=" + before.toEpochMilli() + "&to=" + before.plusSeconds(3_600).toEpochMilli();
    assertThat(get("then", "/api/v1/series/GD-1/cl2/readings" + range).getJsonArray("v"))
        .hasSize(6);
    assertThat(
            get("then", "/api/v1/series/GD-1/cl2/readings" + range + "&step=60s")
                .getJsonArray("at"))
        .as("a minute that is seen in part only is not shown")
        .isEmpty();
  }

  @Test
  void the_park_at_a_moment_is_what_was_newest_then_and_no_older_than_a_day() {
    Instant now = clock.instant();
    Instant moment = now.minus(Duration.ofDays(2));
    keepHour("GD-1/cl2", moment.minusSeconds(1_800));
    keep("GD-2/lel", moment.minusSeconds(7), 20);
    keep("WX-1/wind_speed", moment.minus(Duration.ofHours(25)), 3);
    park.onLoop(readings.upkeep()::runNow);
    keep("GD-2/lel", moment, 21);
    keep("GD-2/lel", moment.plusSeconds(1), 22);
    keep("GD-1/cl2", now, 99);

    JsonObject then = get("all", "/api/v1/readings/at?at=" + moment.toEpochMilli());
    assertThat(then.getLong("at")).isEqualTo(moment.toEpochMilli());
    Map<String, Object> values = new HashMap<>();
    for (int i = 0; i < then.getJsonArray("series").size(); i++) {
      values.put(then.getJsonArray("series").getString(i), then.getJsonArray("v").getValue(i));
    }
    assertThat(values).isEqualTo(Map.of("GD-1/cl2", 180.0, "GD-2/lel", 21.0));
    assertThat(then.getJsonArray("t")).containsOnly(moment.toEpochMilli());
    assertThat(then.getJsonArray("q")).containsOnly(0);
    assertThat(get("e2", "/api/v1/readings/at?at=" + moment).getJsonArray("series"))
        .containsExactly("GD-2/lel");
    assertThat(
            get("all", "/api/v1/readings/at?at=" + moment.minus(Duration.ofDays(30)))
                .getJsonArray("series"))
        .isEmpty();
  }

  @Test
  void a_moment_shows_a_correction_and_is_refused_in_the_future_or_without_the_right() {
    Instant moment = clock.instant().minus(Duration.ofDays(2));
    keepHour("GD-1/cl2", moment.minusSeconds(60));
    park.onLoop(readings.upkeep()::runNow);
    keep("GD-1/cl2", moment, 777);
    assertThat(get("all", "/api/v1/readings/at?at=" + moment).getJsonArray("v"))
        .containsExactly(777.0);

    Instant future = clock.instant().plusSeconds(1);
    assertThat(send("all", "/api/v1/readings/at?at=" + future).statusCode()).isEqualTo(422);
    assertThat(send("all", "/api/v1/readings/at").statusCode()).isEqualTo(422);
    scopes = Map.of("today", ViewScope.ALL.limitedTo(Set.of(Action.SEE_PARK)));
    assertThat(send("today", "/api/v1/readings/at?at=" + moment).statusCode()).isEqualTo(403);
  }

  @Test
  void packed_and_fresh_readings_are_answered_as_one_with_corrections_flagged() {
    Instant from = clock.instant().minus(Duration.ofDays(2));
    keepHour("GD-1/cl2", from);
    park.onLoop(readings.upkeep()::runNow);
    Instant then = clock.instant();
    clock.advance(Duration.ofMinutes(1));
    keep("GD-1/cl2", from.plusSeconds(20), 777);
    keep("GD-1/cl2", from.plusSeconds(25), 3);

    String range = "?from=" + from.toEpochMilli() + "&to=" + from.plusSeconds(60).toEpochMilli();
    JsonObject raw = get("all", "/api/v1/series/GD-1/cl2/readings" + range);
    assertThat(raw.getJsonArray("v")).isEqualTo(new JsonArray("[0.0,1.0,777.0,3.0,3.0,4.0,5.0]"));
    assertThat(raw.getJsonArray("corrected")).containsExactly(2);
    assertThat(raw.getString("unit")).isEqualTo("mg/m3");

    JsonObject before =
        get("all", "/api/v1/series/GD-1/cl2/readings" + range + "&as_known=" + then.toEpochMilli());
    assertThat(before.getJsonArray("v")).isEqualTo(new JsonArray("[0.0,1.0,2.0,3.0,4.0,5.0]"));
    assertThat(before.getJsonArray("corrected")).isEmpty();

    JsonObject minute = get("all", "/api/v1/series/GD-1/cl2/readings" + range + "&step=60s");
    assertThat(minute.getJsonArray("max")).containsExactly(777.0);
    assertThat(minute.getJsonArray("count")).containsExactly(7);
  }

  @Test
  void a_long_time_is_down_sampled_by_itself_and_keeps_its_extremes() {
    Instant from = clock.instant().minus(Duration.ofDays(20));
    keepHour("GD-1/cl2", from);
    keep("GD-1/cl2", from.plusSeconds(61), 29.9);
    park.onLoop(readings.upkeep()::runNow);
    JsonObject year =
        get(
            "all",
            "/api/v1/series/GD-1/cl2/readings?step=auto&points=100&from="
                + from.minus(Duration.ofDays(300)).toEpochMilli());
    assertThat(year.getString("step")).isEqualTo("604800s");
    assertThat(year.getJsonArray("max")).containsExactly(359.0);
    JsonObject short_ =
        get(
            "all",
            "/api/v1/series/GD-1/cl2/readings?step=auto&from="
                + from.toEpochMilli()
                + "&to="
                + from.plusSeconds(600).toEpochMilli());
    assertThat(short_.getString("step")).isEqualTo("raw");
    assertThat(short_.getJsonArray("v")).contains(29.9);
  }

  @Test
  void many_series_are_answered_at_once() {
    Instant now = clock.instant();
    keep("GD-1/cl2", now.minusSeconds(3), 1);
    keep("GD-2/lel", now.minusSeconds(3), 2);
    JsonArray items =
        get("all", "/api/v1/readings?series=GD-1/cl2,GD-2/lel,WX-1/wind_speed&step=raw")
            .getJsonArray("items");
    assertThat(items).hasSize(3);
    assertThat(items.getJsonObject(0).getJsonArray("v")).containsExactly(1.0);
    assertThat(items.getJsonObject(1).getJsonArray("v")).containsExactly(2.0);
    assertThat(items.getJsonObject(2).getJsonArray("v")).isEmpty();
    assertThat(send("e2", "/api/v1/readings?series=GD-2/lel,GD-1/cl2").statusCode()).isEqualTo(404);
  }

  @Test
  void what_cannot_be_answered_says_why() {
    for (String wrong :
        List.of(
            "step=7s",
            "step=1w",
            "points=0",
            "from=yesterday",
            "as_known=1795219200000&step=1h",
            "step=60s&from=2010-01-01T00:00:00Z")) {
      HttpResponse<String> refused = send("all", "/api/v1/series/GD-1/cl2/readings?" + wrong);
      assertThat(refused.statusCode()).as(wrong).isEqualTo(422);
      assertThat(refused.body()).contains("urn:windrose:problem:invalid");
    }
    assertThat(send("all", "/api/v1/series/GD-1/cl2/hour-mean/readings").statusCode())
        .isEqualTo(404);
  }

  @Test
  void upkeep_makes_the_coming_days_and_drops_the_emptied_ones() {
    Instant old = clock.instant().minus(Duration.ofDays(9));
    keepHour("GD-1/cl2", old);
    park.onLoop(readings.upkeep()::runNow);
    assertThat(readings.upkeep().packedReadings()).isEqualTo(360);
    List<String> days = new ArrayList<>();
    await(
            park.database.run(
                "select inhrelid::regclass::text as name from pg_inherits"
                    + " where inhparent = 'reading'::regclass order by 1"))
        .forEach(row -> days.add(row.getString("name")));
    String today = Spans.dateOf(Spans.us(clock.instant())).toString().replace("-", "");
    assertThat(days).hasSize(4).first().isEqualTo("reading_" + today);
  }
}
