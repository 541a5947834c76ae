package windrose.feature.registers.editing;

import static org.assertj.core.api.Assertions.assertThat;
import static windrose.platform.db.TestDatabase.await;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.time.Instant;
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
import windrose.domain.geo.Datum;
import windrose.domain.geo.LocalFrame;
import windrose.domain.geo.LonLat;
import windrose.domain.mapping.Layer;
import windrose.domain.time.TimeRange;
import windrose.feature.basemap.TinyPark;
import windrose.feature.registers.ParkServer;

class EditingIT {
  @TempDir Path folder;
  private ParkServer server;
  private int parks;

  @BeforeEach
  void start() throws Exception {
    server = new ParkServer();
    load(new TinyPark());
  }

  private void load(TinyPark park) throws Exception {
    server.load(park.read(folder.resolve("park-" + ++parks)));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private static JsonObject box(String code) {
    return new JsonObject()
        .put("code", code)
        .put("kind", "gas_detector")
        .put("name_zh", "新探测器")
        .put("name_en", "New detector")
        .put("enterprise", "E1")
        .put("position", new JsonArray().add(116.004).add(35.004))
        .put("protocol", "mqtt");
  }

  private static JsonObject lel(String station) {
    return new JsonObject()
        .put("station", station)
        .put("sensor", "lel")
        .put("factor", "lel")
        .put("name_zh", "可燃气")
        .put("name_en", "Combustible")
        .put("unit", "%LEL")
        .put("interval_s", 10);
  }

  /** The body of a PUT from what GET answered. */
  private static JsonObject editable(JsonObject station) {
    JsonObject body = new JsonObject();
    for (String field :
        List.of(
            "kind",
            "name_zh",
            "name_en",
            "enterprise",
            "asset",
            "position",
            "height_m",
            "protocol",
            "gateway",
            "properties",
            "mn",
            "addresses",
            "by_broker")) {
      body.put(field, station.getValue(field));
    }
    return body;
  }

  private List<String> facts(String subject) {
    List<String> kinds = new ArrayList<>();
    await(
            server
                .testDatabase
                .openAsOwner(server.vertx, 1)
                .run("select kind from journal where subject = $1 order by seq", subject))
        .forEach(row -> kinds.add(row.getString("kind")));
    return kinds;
  }

  @Test
  void an_unknown_box_is_registered_gets_its_secret_a_sensor_and_its_wrong_unit_mended() {
    JsonObject added = server.write("POST", "/api/v1/stations", box("NEW-1"));
    assertThat(added.getInteger("http")).as(added.encode()).isEqualTo(201);
    assertThat(added.getString("origin")).isEqualTo("person");
    String secret =
        server.write("POST", "/api/v1/stations/NEW-1/secret", new JsonObject()).getString("secret");
    assertThat(server.registers.secretMatches("NEW-1", secret)).isTrue();
    JsonObject series =
        server.write(
            "POST",
            "/api/v1/series",
            lel("NEW-1").put("sensor", "h2s").put("factor", "h2s").put("unit", "ppm"));
    assertThat(series.getInteger("http")).as(series.encode()).isEqualTo(201);
    assertThat(server.registers.listSeries("NEW-1")).hasSize(1);
    server.withReadings.add(server.registers.findSeries("NEW-1/h2s").orElseThrow().key());

    JsonObject mended = lel("NEW-1").put("factor", "h2s").put("unit", "mg/m3");
    mended.remove("station");
    mended.remove("sensor");
    String address = "/api/v1/series/NEW-1/h2s";
    JsonObject refused = server.write("PUT", address, mended, "If-Match", series.getString("etag"));
    assertThat(refused.getInteger("http")).isEqualTo(409);
    assertThat(refused.getString("type")).endsWith("readings-exist");
    JsonObject done =
        server.write(
            "PUT",
            address,
            mended.put("unit_was_wrong", true).put("why", "the data sheet says mg/m3"),
            "If-Match",
            series.getString("etag"));
    assertThat(done.getInteger("http")).as(done.encode()).isEqualTo(200);
    assertThat(done.getString("unit")).isEqualTo("mg/m3");
    assertThat(facts("NEW-1")).containsExactly("station.added", "station.secret_issued");
    assertThat(facts("NEW-1/h2s")).containsExactly("series.added", "series.unit_relabelled");
  }

  @Test
  void a_position_from_a_chinese_map_lands_within_five_metres_of_the_truth() {
    LonLat truth = new LonLat(116.0042, 35.0041);
    LonLat shown = Datum.toGcj02(truth);
    JsonObject added =
        server.write(
            "POST",
            "/api/v1/stations",
            box("NEW-1")
                .put("datum", "GCJ-02")
                .put("position", new JsonArray().add(shown.lon()).add(shown.lat())));
    JsonArray kept = added.getJsonArray("position");
    LonLat there = new LonLat(kept.getDouble(0), kept.getDouble(1));
    assertThat(LocalFrame.around(truth).distanceM(truth, there)).isLessThan(5);
    assertThat(LocalFrame.around(truth).distanceM(truth, shown)).isGreaterThan(300);
  }

  @Test
  void a_change_needs_the_version_that_was_read() {
    JsonObject read = server.get("all", "/api/v1/stations/GD-1");
    JsonObject body = editable(read).put("name_zh", "换了名字");
    assertThat(server.write("PUT", "/api/v1/stations/GD-1", body).getInteger("http"))
        .isEqualTo(428);
    String version = "\"" + read.getLong("version") + "\"";
    JsonObject done = server.write("PUT", "/api/v1/stations/GD-1", body, "If-Match", version);
    assertThat(done.getInteger("http")).as(done.encode()).isEqualTo(200);
    assertThat(done.getJsonArray("edited").encode()).isEqualTo("[\"name_zh\"]");
    assertThat(
            server
                .write("PUT", "/api/v1/stations/GD-1", body, "If-Match", version)
                .getInteger("http"))
        .isEqualTo(412);
    assertThat(facts("GD-1")).containsExactly("station.changed");
  }

  @Test
  void an_import_keeps_what_a_person_set_and_lists_where_the_files_differ() throws Exception {
    JsonObject read = server.get("all", "/api/v1/stations/GD-1");
    server.write(
        "PUT",
        "/api/v1/stations/GD-1",
        editable(read).put("name_zh", "北侧氯气探测器").put("height_m", 0.6),
        "If-Match",
        "*");
    server.write("POST", "/api/v1/stations", box("NEW-1"));
    server.write("POST", "/api/v1/series", lel("NEW-1"));

    load(
        new TinyPark()
            .with("stations.geojson", "氯气探测器", "氯探测器")
            .with("stations.geojson", "Chlorine detector", "Cl2 detector"));

    JsonObject after = server.get("all", "/api/v1/stations/GD-1");
    assertThat(after.getString("name_zh")).isEqualTo("北侧氯气探测器");
    assertThat(after.getString("name_en")).as("nobody set it").isEqualTo("Cl2 detector");
    assertThat(server.registers.findStation("NEW-1")).as("not in the files").isPresent();
    assertThat(server.registers.listSeries("NEW-1")).hasSize(1);
    List<String> differences = new ArrayList<>();
    server
        .get("all", "/api/v1/register-differences")
        .getJsonArray("items")
        .forEach(item -> differences.add(((JsonObject) item).encode()));
    assertThat(differences)
        .containsExactlyInAnyOrder(
            "{\"what\":\"station\",\"id\":\"GD-1\",\"field\":\"name_zh\",\"file\":\"氯探测器\",\"person\":\"北侧氯气探测器\"}",
            "{\"what\":\"station\",\"id\":\"GD-1\",\"field\":\"height_m\",\"file\":0.4,\"person\":0.6}");

    JsonObject follows =
        server.write(
            "PUT",
            "/api/v1/stations/GD-1",
            editable(after).put("name_zh", "氯探测器").put("height_m", 0.4),
            "If-Match",
            "*");
    assertThat(follows.getJsonArray("edited")).as("follows the files again").isEmpty();
  }

  @Test
  void a_relabelled_unit_survives_the_next_import() throws Exception {
    JsonObject body =
        lel("GD-1")
            .put("sensor", "cl2")
            .put("factor", "cl2")
            .put("unit", "ppm")
            .put("range_high", 30);
    body.remove("station");
    body.remove("sensor");
    assertThat(
            server
                .write("PUT", "/api/v1/series/GD-1/cl2", body, "If-Match", "*")
                .getInteger("http"))
        .isEqualTo(200);
    load(new TinyPark().with("stations.geojson", "Mast", "Tower"));
    assertThat(server.registers.findSeries("GD-1/cl2").orElseThrow().series().unit())
        .isEqualTo("ppm");
  }

  @Test
  void what_cannot_stand_is_refused_with_every_reason() {
    JsonObject answer =
        server.write(
            "POST",
            "/api/v1/stations",
            box("NEW 1")
                .put("enterprise", "E99")
                .put("gateway", "GD-2")
                .put("name_en", "")
                .put("addresses", new JsonArray().add("10.0.0.0/33"))
                .put("position", new JsonArray().add(35.004).add(89.0)));
    assertThat(answer.getInteger("http")).isEqualTo(422);
    List<String> pointers = new ArrayList<>();
    answer
        .getJsonArray("errors")
        .forEach(error -> pointers.add(((JsonObject) error).getString("pointer")));
    assertThat(pointers)
        .containsExactlyInAnyOrder(
            "/code", "/enterprise", "/gateway", "/name_en", "/addresses", "/position");
    assertThat(server.write("POST", "/api/v1/stations", box("GD-1")).getInteger("http"))
        .as("the code is taken")
        .isEqualTo(409);
    assertThat(server.write("POST", "/api/v1/series", lel("GD-1").put("unit", "LEL")).encode())
        .contains("is '%LEL' meant?");
  }

  @Test
  void a_device_number_belongs_to_one_station() {
    JsonObject first = box("A-1").put("protocol", "hj212").put("mn", "010000A8900016F000169DC0");
    assertThat(server.write("POST", "/api/v1/stations", first).getInteger("http")).isEqualTo(201);
    assertThat(server.registers.findByMn("010000A8900016F000169DC0").orElseThrow().code())
        .isEqualTo("A-1");
    JsonObject twin = box("A-2").put("mn", "010000A8900016F000169DC0");
    assertThat(server.write("POST", "/api/v1/stations", twin).encode()).contains("A-1");
  }

  @Test
  void a_makers_short_password_opens_hj212_only_and_needs_a_note() {
    server.write("POST", "/api/v1/stations", box("A-1").put("protocol", "hj212"));
    String address = "/api/v1/stations/A-1/secret";
    JsonObject weak = new JsonObject().put("secret", "123456");
    assertThat(server.write("PUT", address, weak).getInteger("http")).isEqualTo(422);
    assertThat(
            server.write("PUT", address, weak.put("note", "fixed by the maker")).getBoolean("weak"))
        .isTrue();
    assertThat(server.registers.passwordMatches("A-1", "123456")).isTrue();
    assertThat(server.registers.secretMatches("A-1", "123456")).as("for MQTT, HTTP").isFalse();
    assertThat(server.write("PUT", "/api/v1/stations/GD-1/secret", weak).getInteger("http"))
        .as("speaks mqtt")
        .isEqualTo(422);
    JsonObject listed =
        server.get("all", "/api/v1/station-secrets").getJsonArray("items").getJsonObject(0);
    assertThat(listed.getString("code")).isEqualTo("A-1");
    assertThat(listed.encode()).doesNotContain("123456");
    assertThat(server.send("DELETE", "all", address).statusCode()).isEqualTo(204);
    assertThat(server.registers.passwordMatches("A-1", "123456")).isFalse();
    assertThat(server.send("DELETE", "all", address).statusCode()).isEqualTo(404);
  }

  @Test
  void a_retired_station_says_nothing_more_and_can_come_back_even_when_the_files_hold_it()
      throws Exception {
    JsonObject reason = new JsonObject().put("reason", "torn down");
    assertThat(
            server
                .write("POST", "/api/v1/stations/GD-2/retire", reason, "If-Match", "*")
                .getString("retired_at"))
        .isNotNull();
    load(new TinyPark().with("stations.geojson", "Mast", "Tower"));
    assertThat(server.registers.mayPublish("GD-2", "GD-2")).isFalse();
    assertThat(server.registers.listSeries("GD-2")).isEmpty();
    server.write("POST", "/api/v1/stations/GD-2/reinstate", new JsonObject().put("reason", "back"));
    assertThat(server.registers.mayPublish("GD-2", "GD-2")).isTrue();
    assertThat(server.registers.listSeries("GD-2")).hasSize(1);
  }

  @Test
  void maintenance_covers_its_time_and_can_be_ended_early() {
    Instant now = Instant.now();
    JsonObject plan =
        new JsonObject()
            .put("from", now.minusSeconds(60).toString())
            .put("to", now.plusSeconds(3600).toString())
            .put("reason", "cell change");
    JsonObject made = server.write("POST", "/api/v1/stations/GD-1/maintenance", plan);
    assertThat(made.getInteger("http")).as(made.encode()).isEqualTo(201);
    assertThat(server.registers.isInMaintenance("GD-1", now)).isTrue();
    assertThat(server.registers.isInMaintenance("GD-1", now.plusSeconds(3601))).isFalse();
    assertThat(server.registers.isInMaintenance("GD-2", now)).isFalse();
    server.write("POST", "/api/v1/stations/GD-1/maintenance/end", new JsonObject());
    assertThat(server.registers.isInMaintenance("GD-1", Instant.now().plusSeconds(1))).isFalse();
    assertThat(server.registers.isInMaintenance("GD-1", now.minusSeconds(30))).isTrue();
    assertThat(facts("GD-1"))
        .containsExactly("station.maintenance_set", "station.maintenance_ended");
  }

  @Test
  void a_replacement_is_kept_with_old_and_new_box() {
    JsonObject one =
        new JsonObject()
            .put("old_serial", "S-1")
            .put("new_serial", "S-2")
            .put("at", "2026-01-05T10:00:00+08:00")
            .put("who", "王工");
    assertThat(server.write("POST", "/api/v1/stations/GD-1/replace", one).getInteger("http"))
        .isEqualTo(201);
    assertThat(server.get("all", "/api/v1/stations/GD-1/replacements").encode())
        .contains("S-1", "S-2", "王工");
  }

  @Test
  void a_calibration_that_ends_soon_is_listed_most_urgent_first() {
    JsonObject old = new JsonObject().put("last", "2025-01-01").put("interval_days", 180);
    server.write("PUT", "/api/v1/series/GD-1/cl2/calibration", old.put("certificate", "C-7"));
    server.write(
        "PUT",
        "/api/v1/series/WX-1/wind_speed/calibration",
        new JsonObject().put("last", "2024-01-01").put("interval_days", 365));
    JsonArray due = server.get("all", "/api/v1/calibrations-due").getJsonArray("items");
    assertThat(due.getJsonObject(0).getString("id")).isEqualTo("WX-1/wind_speed");
    assertThat(due.getJsonObject(1).getString("due")).isEqualTo("2025-06-30"); // day 180 after
    assertThat(due.getJsonObject(1).getString("certificate")).isEqualTo("C-7");
    assertThat(due.getJsonObject(1).getLong("days_left")).isNegative();
  }

  @Test
  void only_with_the_right_and_only_where_one_may_look() {
    server.setScope(
        "plant-a",
        new ViewScope(
            Set.of(Layer.values()),
            new Area.OfEnterprises(Set.of("E1")),
            Set.of(FieldClass.GENERAL),
            TimeRange.ALWAYS,
            Set.of(Action.SEE_PARK)));
    assertThat(server.send("POST", "plant-a", "/api/v1/stations").statusCode()).isEqualTo(403);
    assertThat(
            server.send("POST", "plant-a", "/api/v1/series/GD-1/cl2/limits/confirm").statusCode())
        .isEqualTo(403);
    assertThat(server.send("GET", "plant-a", "/api/v1/series/GD-2/lel").statusCode())
        .isEqualTo(404);
  }
}
