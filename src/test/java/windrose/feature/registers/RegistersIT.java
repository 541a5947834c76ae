package windrose.feature.registers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static windrose.platform.db.TestDatabase.await;

import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import windrose.domain.access.Action;
import windrose.domain.access.Area;
import windrose.domain.access.FieldClass;
import windrose.domain.access.ViewScope;
import windrose.domain.mapping.Layer;
import windrose.domain.time.TimeRange;
import windrose.feature.basemap.TinyPark;
import windrose.platform.secret.Secret;

class RegistersIT {
  @TempDir Path folder;
  private ParkServer server;
  private int parks;

  @BeforeEach
  void start() throws Exception {
    server = new ParkServer();
    server.setScope(
        "plant-a",
        new ViewScope(
            Set.of(Layer.values()),
            new Area.OfEnterprises(Set.of("E1")),
            Set.of(FieldClass.GENERAL),
            TimeRange.ALWAYS,
            Set.of(Action.SEE_PARK)));
    load(new TinyPark());
  }

  private void load(TinyPark park) throws Exception {
    server.load(park.read(folder.resolve("park-" + ++parks)));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private List<String> listed(String scope, String path, String key) {
    List<String> keys = new ArrayList<>();
    server
        .get(scope, path)
        .getJsonArray("items")
        .forEach(item -> keys.add(((JsonObject) item).getString(key)));
    return keys;
  }

  @Test
  void lists_by_code_and_filters_by_kind_and_enterprise() {
    assertThat(listed("all", "/api/v1/enterprises", "code")).containsExactly("E1", "E2", "E3");
    assertThat(listed("all", "/api/v1/stations", "code"))
        .containsExactly("GD-1", "GD-2", "GW-E1", "WX-1");
    assertThat(listed("all", "/api/v1/stations?kind=gas_detector", "code"))
        .containsExactly("GD-1", "GD-2");
    assertThat(listed("all", "/api/v1/stations?kind=gas_detector&enterprise=E2", "code"))
        .containsExactly("GD-2");
    assertThat(listed("all", "/api/v1/sensors", "id"))
        .containsExactly("GD-1/cl2", "GD-2/lel", "WX-1/wind_speed");
  }

  @Test
  void pages_by_cursor_until_there_is_no_next() {
    List<String> all = new ArrayList<>();
    String cursor = null;
    int pages = 0;
    do {
      JsonObject page =
          server.get(
              "all", "/api/v1/stations?limit=3" + (cursor == null ? "" : "&cursor=" + cursor));
      page.getJsonArray("items").forEach(item -> all.add(((JsonObject) item).getString("code")));
      cursor = page.getString("next");
      pages++;
    } while (cursor != null);
    assertThat(pages).isEqualTo(2);
    assertThat(all).containsExactly("GD-1", "GD-2", "GW-E1", "WX-1");
    assertThat(server.send("GET", "all", "/api/v1/stations?cursor=%25%25").statusCode())
        .isEqualTo(422);
    assertThat(server.send("GET", "all", "/api/v1/stations?limit=0").statusCode()).isEqualTo(422);
  }

  @Test
  void a_series_shows_range_limits_and_unit_and_no_limit_is_null() {
    JsonObject mast = server.get("all", "/api/v1/stations/WX-1");
    JsonObject wind = mast.getJsonArray("series").getJsonObject(0);
    assertThat(wind.getString("unit")).isEqualTo("m/s");
    assertThat(wind.containsKey("alarm_high1")).isTrue();
    assertThat(wind.getValue("alarm_high1")).isNull();
    assertThat(wind.containsKey("key")).as("the inner key stays inside").isFalse();
    JsonObject chlorine =
        server.get("all", "/api/v1/series?limit=1").getJsonArray("items").getJsonObject(0);
    assertThat(chlorine.getString("id")).isEqualTo("GD-1/cl2");
    assertThat(chlorine.getDouble("alarm_high2")).isEqualTo(2.0);
    assertThat(chlorine.getInteger("interval_s")).isEqualTo(10);
  }

  @Test
  void a_scope_of_one_enterprise_sees_nothing_of_another_and_nobody_s_phone() {
    assertThat(listed("plant-a", "/api/v1/enterprises", "code")).containsExactly("E1");
    assertThat(listed("plant-a", "/api/v1/stations", "code")).containsExactly("GD-1", "GW-E1");
    assertThat(listed("plant-a", "/api/v1/series", "id")).containsExactly("GD-1/cl2");
    for (String hidden : List.of("enterprises/E2", "stations/GD-2", "stations/WX-1")) {
      assertThat(server.send("GET", "plant-a", "/api/v1/" + hidden).statusCode())
          .as(hidden)
          .isEqualTo(404);
    }
    assertThat(server.get("plant-a", "/api/v1/enterprises/E1").encode()).doesNotContain("000-1");
    assertThat(server.get("plant-a", "/api/v1/stations/GD-1").encode()).doesNotContain("GW-E1");
    assertThat(server.get("all", "/api/v1/enterprises/E1").encode()).contains("000-1");
  }

  @Test
  void what_leaves_the_files_is_retired_and_keeps_its_identity() throws Exception {
    long key = server.registers.findSeries("GD-2/lel").orElseThrow().key();
    String row = "GD-2,lel,lel,可燃气,Combustible,,%LEL,0,100,25,50,10\n";
    load(new TinyPark().with("sensors.csv", row, ""));
    assertThat(server.registers.listSeries("GD-2")).isEmpty();
    RegisteredSeries retired = server.registers.findSeries("GD-2/lel").orElseThrow();
    assertThat(retired.isInUse()).isFalse();
    assertThat(retired.key()).isEqualTo(key);
    assertThat(listed("all", "/api/v1/series", "id")).doesNotContain("GD-2/lel");

    load(new TinyPark().with("sensors.csv", "0,100,25,50", "0,100,20,40"));
    RegisteredSeries back = server.registers.findSeries("GD-2/lel").orElseThrow();
    assertThat(back.isInUse()).isTrue();
    assertThat(back.key()).isEqualTo(key);
    assertThat(back.series().alarmHigh1()).isEqualTo(20.0);
  }

  @Test
  void a_retired_station_is_out_of_the_lists_but_can_be_looked_up() throws Exception {
    load(
        new TinyPark()
            .with("stations.geojson", "\"id\":\"WX-1\"", "\"id\":\"WX-2\"")
            .with("sensors.csv", "WX-1", "WX-2"));
    assertThat(server.registers.findStation("WX-1")).isEmpty();
    assertThat(listed("all", "/api/v1/stations?kind=weather_mast", "code")).containsExactly("WX-2");
    assertThat(server.get("all", "/api/v1/stations/WX-1").getString("retired_at")).isNotNull();
  }

  @Test
  void a_series_that_would_change_its_unit_is_refused_with_the_whole_import() throws Exception {
    TinyPark changed =
        new TinyPark()
            .with("sensors.csv", "mg/m3", "ppm")
            .with("stations.geojson", "\"id\":\"WX-1\"", "\"id\":\"WX-2\"")
            .with("sensors.csv", "WX-1", "WX-2");
    assertThatThrownBy(() -> load(changed))
        .hasMessageContaining("GD-1/cl2 (cl2 in mg/m3, now cl2 in ppm)");
    assertThat(server.registers.findSeries("GD-1/cl2").orElseThrow().series().unit())
        .isEqualTo("mg/m3");
    assertThat(server.registers.findStation("WX-1")).isPresent();
  }

  @Test
  void only_the_station_itself_and_its_gateway_may_publish_for_it() throws Exception {
    assertThat(server.registers.mayPublish("GD-1", "GD-1")).isTrue();
    assertThat(server.registers.mayPublish("GW-E1", "GD-1")).isTrue();
    assertThat(server.registers.mayPublish("GW-E1", "GD-2")).isFalse();
    assertThat(server.registers.mayPublish("GD-1", "GW-E1")).isFalse();
    assertThat(server.registers.mayPublish("GW-E1", "GD-99")).isFalse();
    load(
        new TinyPark()
            .with("stations.geojson", "\"id\":\"GD-2\"", "\"id\":\"GD-3\"")
            .with("sensors.csv", "GD-2", "GD-3"));
    assertThat(server.registers.mayPublish("GD-2", "GD-2")).as("retired").isFalse();
  }

  @Test
  void a_secret_is_shown_once_kept_as_a_hash_and_ends_the_one_before() {
    HttpResponse<byte[]> answer = server.send("POST", "all", "/api/v1/stations/GW-E1/secret");
    assertThat(answer.statusCode()).isEqualTo(201);
    assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
    String first = new JsonObject(ParkServer.text(answer)).getString("secret");
    assertThat(first).hasSizeGreaterThanOrEqualTo(22);
    assertThat(server.registers.secretMatches("GW-E1", first)).isTrue();
    assertThat(server.registers.secretMatches("GD-1", first)).isFalse();
    assertThat(server.registers.secretMatches("GW-E1", first + "x")).isFalse();

    String second = server.onLoop(() -> server.registers.issueSecret("GW-E1", "admin"));
    assertThat(server.registers.secretMatches("GW-E1", second)).isTrue();
    assertThat(server.registers.secretMatches("GW-E1", first)).isFalse();

    var stored = await(server.database.run("select sha256 from device_secret")).iterator().next();
    assertThat(stored.getBuffer("sha256").getBytes()).isEqualTo(Secret.hash(second));
    var facts =
        await(
            server.database.run(
                "select kind, subject, who, body::text from journal where seq > 1"));
    assertThat(facts.size()).isEqualTo(2);
    facts.forEach(
        fact -> {
          assertThat(fact.getString("kind")).isEqualTo("station.secret_issued");
          assertThat(fact.getString("subject")).isEqualTo("GW-E1");
          assertThat(fact.getString("body")).doesNotContain(second);
        });
  }

  @Test
  void a_secret_needs_the_right_and_a_station() {
    assertThat(server.send("POST", "plant-a", "/api/v1/stations/GW-E1/secret").statusCode())
        .isEqualTo(403);
    assertThat(server.send("POST", "all", "/api/v1/stations/NOBODY/secret").statusCode())
        .isEqualTo(404);
    assertThat(server.registers.secretMatches("NOBODY", "")).isFalse();
  }

  @Test
  void a_fresh_start_reads_everything_from_the_database() {
    String secret = server.onLoop(() -> server.registers.issueSecret("GD-1", "admin"));
    RegistersFeature restarted =
        new RegistersFeature(
            server.database,
            windrose.feature.journal.Journal.of(ParkServer.PARK, java.time.Clock.systemUTC()),
            ParkServer.PARK,
            java.time.Clock.systemUTC(),
            server.basemap,
            SubstanceFiles.read());
    assertThat(restarted.findStation("GD-1")).isEmpty();
    server.onLoop(restarted::load);
    assertThat(restarted.findStation("GD-1")).isEqualTo(server.registers.findStation("GD-1"));
    assertThat(restarted.listSeries("GD-1")).isEqualTo(server.registers.listSeries("GD-1"));
    assertThat(restarted.secretMatches("GD-1", secret)).isTrue();
  }

  @Test
  void the_application_may_not_delete_a_station_or_series() {
    assertThatThrownBy(() -> await(server.database.run("delete from series")))
        .hasMessageContaining("permission denied");
    assertThatThrownBy(() -> await(server.database.run("delete from station")))
        .hasMessageContaining("permission denied");
  }

  @Test
  void a_substance_tells_source_and_confidence_of_each_value() {
    JsonObject chlorine = server.get("all", "/api/v1/substances/7782-50-5");
    JsonObject boils = chlorine.getJsonObject("values").getJsonObject("boiling_point_k");
    assertThat(boils.getDouble("value")).isEqualTo(239.198);
    assertThat(boils.getString("unit")).isEqualTo("K");
    assertThat(boils.getString("confidence")).isEqualTo("sourced");
    assertThat(chlorine.getJsonObject("sources").fieldNames()).contains(boils.getString("source"));
    assertThat(chlorine.getJsonObject("values").containsKey("lel_vol_percent")).isFalse();
    assertThat(listed("all", "/api/v1/substances?name=%E6%B6%B2%E6%B0%AF", "cas"))
        .containsExactly("7782-50-5");
    assertThat(server.send("GET", "all", "/api/v1/substances/1-1-1").statusCode()).isEqualTo(404);
    assertThat(listed("all", "/api/v1/substances?limit=200", "cas")).hasSize(109);
    assertThat(chlorine.getJsonObject("values").getJsonObject("gb18218_beta").getString("source"))
        .isEqualTo("gb-18218-2018");
    assertThat(chlorine.getJsonArray("toxic_levels").encode())
        .contains("IDLH (NIOSH)")
        .contains("IDLH (GB/T 50493)");
  }
}
