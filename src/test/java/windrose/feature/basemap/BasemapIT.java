package windrose.feature.basemap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static windrose.platform.db.TestDatabase.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import windrose.domain.access.Action;
import windrose.domain.access.Area;
import windrose.domain.access.FieldClass;
import windrose.domain.access.ViewScope;
import windrose.domain.mapping.Layer;
import windrose.domain.time.TimeRange;
import windrose.feature.registers.ParkServer;
import windrose.platform.web.Problem;

class BasemapIT {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  @TempDir Path folder;
  private ParkServer server;

  @BeforeEach
  void start() {
    server = new ParkServer();
    server.setScope(
        "plant-a",
        new ViewScope(
            Set.of(Layer.values()),
            new Area.OfEnterprises(Set.of("E1")),
            Set.of(FieldClass.GENERAL),
            TimeRange.ALWAYS,
            Set.of(Action.SEE_PARK)));
    server.setScope(
        "west-end",
        new ViewScope(
            Set.of(Layer.STATIONS, Layer.TANKS),
            new Area.Inside(
                new GeometryFactory().toGeometry(new Envelope(116.0, 116.01, 35.0, 35.01))),
            Set.of(FieldClass.GENERAL, FieldClass.INTERNAL),
            TimeRange.ALWAYS,
            Set.of(Action.SEE_PARK)));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private Set<String> ids(String scope, String layer) {
    return ids(server.get(scope, "/api/v1/park/layers/" + layer));
  }

  private static Set<String> ids(JsonObject collection) {
    Set<String> ids = new java.util.TreeSet<>();
    for (Object feature : collection.getJsonArray("features")) {
      ids.add(((JsonObject) feature).getString("id"));
    }
    return ids;
  }

  private static JsonObject propertiesOf(JsonObject collection, String id) {
    for (Object one : collection.getJsonArray("features")) {
      if (((JsonObject) one).getString("id").equals(id)) {
        return ((JsonObject) one).getJsonObject("properties");
      }
    }
    throw new AssertionError("no " + id);
  }

  @Test
  void every_layer_of_the_demo_park_comes_back_as_its_file_drew_it() throws Exception {
    server.load(ParkFolder.readFromClasspath("gis-data/demo-park"));
    for (Layer layer : Layer.values()) {
      if (layer.isLive()) {
        continue;
      }
      List<JsonNode> drawn = new ArrayList<>(featuresOf("gis-data/demo-park/", layer));
      drawn.addAll(featuresOf("gis-data/demo-park/second-area/", layer));
      List<JsonNode> served = new ArrayList<>();
      MAPPER
          .readTree(server.get("all", "/api/v1/park/layers/" + layer.code()).encode())
          .get("features")
          .forEach(served::add);
      assertThat(served).as(layer.code()).isEqualTo(drawn);
    }
  }

  private static List<JsonNode> featuresOf(String folder, Layer layer) throws IOException {
    List<JsonNode> features = new ArrayList<>();
    Path file = Path.of(folder + layer.code() + ".geojson");
    if (java.nio.file.Files.exists(file)) {
      // as plain numbers: 12 and 12.0 are the same height
      MAPPER
          .readTree(new JsonObject(java.nio.file.Files.readString(file)).encode())
          .get("features")
          .forEach(features::add);
    }
    return features;
  }

  @Test
  void the_summary_tells_names_areas_bounds_and_layers() throws Exception {
    server.load(new TinyPark().read(folder));
    JsonObject park = server.get("all", "/api/v1/park");
    assertThat(park.getString("id")).isEqualTo("TINY");
    assertThat(park.getString("name_zh")).isEqualTo("小园区");
    assertThat(park.getBoolean("fictional")).isTrue();
    assertThat(park.getJsonArray("bounds")).isEqualTo(new JsonArray("[116.0,35.0,116.04,35.02]"));
    assertThat(park.getString("datum")).isEqualTo("WGS-84");
    assertThat(park.getJsonArray("areas").size()).isEqualTo(2);
    assertThat(park.getJsonArray("layers"))
        .contains(new JsonObject("{\"code\":\"stations\",\"features\":4}"));
    assertThat(park.containsKey("tiles")).isFalse();
  }

  @Test
  void before_the_first_import_it_says_how_to_make_one() {
    HttpResponse<byte[]> response = server.send("GET", "all", "/api/v1/park");
    assertThat(response.statusCode()).isEqualTo(404);
    assertThat(ParkServer.text(response)).contains("windrose import <folder>");
  }

  @Test
  void a_scope_of_one_enterprise_sees_nothing_of_another() throws Exception {
    server.load(new TinyPark().read(folder));
    assertThat(ids("all", "stations")).containsExactly("GD-1", "GD-2", "GW-E1", "WX-1");
    assertThat(ids("plant-a", "stations")).containsExactly("GD-1", "GW-E1");
    assertThat(ids("plant-a", "enterprises")).containsExactly("E1");
    JsonObject park = server.get("plant-a", "/api/v1/park");
    assertThat(park.getJsonArray("areas").size()).isEqualTo(1);
    assertThat(park.getJsonArray("layers"))
        .contains(new JsonObject("{\"code\":\"stations\",\"features\":2}"));
    assertThat(park.encode()).doesNotContain("SITE-3");
  }

  @Test
  void a_scope_of_an_outline_sees_what_stands_inside_and_only_its_layers() throws Exception {
    server.load(new TinyPark().read(folder));
    assertThat(ids("west-end", "stations")).containsExactly("GD-1", "GW-E1");
    assertThat(server.send("GET", "west-end", "/api/v1/park/layers/people").statusCode())
        .isEqualTo(403);
    assertThat(server.get("west-end", "/api/v1/park").getJsonArray("layers").size()).isEqualTo(2);
  }

  @Test
  void people_and_internal_fields_stay_out_unless_shown() throws Exception {
    server.load(new TinyPark().read(folder));
    JsonObject general = server.get("plant-a", "/api/v1/park/layers/enterprises");
    assertThat(propertiesOf(general, "E1").fieldNames())
        .doesNotContain("phone_24h", "headcount_day");
    JsonObject tanks = server.get("plant-a", "/api/v1/park/layers/tanks");
    assertThat(propertiesOf(tanks, "T1").fieldNames())
        .contains("medium", "name_zh")
        .doesNotContain("volume_m3", "fill_percent");
    JsonObject internal = server.get("west-end", "/api/v1/park/layers/tanks");
    assertThat(propertiesOf(internal, "T1").fieldNames()).contains("volume_m3", "fill_percent");
    JsonObject all = server.get("all", "/api/v1/park/layers/enterprises");
    assertThat(propertiesOf(all, "E1").fieldNames()).contains("phone_24h", "headcount_day");
  }

  @Test
  void a_stranger_and_an_unknown_layer_get_nothing() throws Exception {
    server.load(new TinyPark().read(folder));
    server.setScope("nobody", ViewScope.NOTHING);
    assertThat(server.send("GET", "nobody", "/api/v1/park/layers/tanks").statusCode())
        .isEqualTo(403);
    assertThat(server.send("GET", "all", "/api/v1/park/layers/dragons").statusCode())
        .isEqualTo(404);
    assertThat(server.send("GET", "all", "/api/v1/park/layers/readings").statusCode())
        .isEqualTo(404);
  }

  @Test
  void an_answer_carries_a_tag_is_zipped_on_wish_and_not_sent_twice() throws Exception {
    server.load(new TinyPark().read(folder));
    String path = "/api/v1/park/layers/tanks";
    HttpResponse<byte[]> plain = server.send("GET", "all", path);
    String tag = plain.headers().firstValue("ETag").orElseThrow();
    assertThat(plain.headers().firstValue("Cache-Control")).contains("private, no-cache");
    assertThat(plain.headers().firstValue("Content-Encoding")).isEmpty();
    HttpResponse<byte[]> again = server.send("GET", "all", path, "If-None-Match", tag);
    assertThat(again.statusCode()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
    HttpResponse<byte[]> zipped = server.send("GET", "all", path, "Accept-Encoding", "gzip, br");
    assertThat(zipped.headers().firstValue("Content-Encoding")).contains("gzip");
    assertThat(zipped.headers().firstValue("ETag"))
        .isNotEqualTo(plain.headers().firstValue("ETag"));
    assertThat(ParkServer.text(zipped)).isEqualTo(ParkServer.text(plain));
    assertThat(server.send("GET", "all", path, "Accept-Encoding", "gzip;q=0").headers().map())
        .doesNotContainKey("content-encoding");

    server.load(new TinyPark().with("tanks.geojson", "78.2", "12.5").read(folder.resolve("b")));
    assertThat(server.send("GET", "all", path, "If-None-Match", tag).statusCode()).isEqualTo(200);
  }

  @Test
  void the_same_files_a_second_time_change_nothing() throws Exception {
    List<ParkImported> heard = new ArrayList<>();
    server.basemap.parkImported().subscribe(heard::add);
    assertThat(server.load(new TinyPark().read(folder)).changed()).isTrue();
    assertThat(server.load(new TinyPark().read(folder)).changed()).isFalse();
    assertThat(heard).hasSize(1);
    assertThat(journalKinds()).containsExactly("park.imported");
  }

  private List<String> journalKinds() {
    List<String> kinds = new ArrayList<>();
    await(server.database.run("select kind from journal order by seq"))
        .forEach(row -> kinds.add(row.getString("kind")));
    return kinds;
  }

  @Test
  void an_import_that_fails_at_its_last_step_leaves_the_old_park_whole() throws Exception {
    server.load(new TinyPark().read(folder));
    server.basemap.addImportStep(
        (tx, park, at) -> Future.failedFuture(Problem.conflict("no room for this park")));
    var smaller =
        new TinyPark().with("roads.geojson", "\"R2\"", "\"R9\"").read(folder.resolve("b"));
    assertThatThrownBy(() -> server.load(smaller)).hasMessage("no room for this park");
    assertThat(ids("all", "roads")).containsExactly("R1", "R2");
    assertThat(journalKinds()).hasSize(1);
    assertThat(server.onLoop(server.basemap::findPark).orElseThrow().importedBy())
        .isEqualTo("tester");
  }

  @Test
  void the_journal_tells_who_imported_what() throws Exception {
    var park = new TinyPark().read(folder);
    server.load(park);
    var row =
        await(server.database.run("select subject, who, body::text as body from journal"))
            .iterator()
            .next();
    assertThat(row.getString("subject")).isEqualTo("TINY");
    assertThat(row.getString("who")).isEqualTo("tester");
    JsonObject body = new JsonObject(row.getString("body"));
    assertThat(body.getString("fingerprint")).isEqualTo(park.fingerprint());
    assertThat(body.getInteger("series")).isEqualTo(3);
    assertThat(body.getJsonObject("layers").getInteger("stations")).isEqualTo(4);
  }

  @Test
  void external_tiles_are_named_with_their_datum_and_an_unknown_datum_is_refused()
      throws Exception {
    server.close();
    server =
        new ParkServer(
            Optional.of(
                new ExternalTiles(
                    "天地图", "https://t0.tianditu.gov.cn/{z}/{x}/{y}", "CGCS2000", "天地图")));
    server.load(new TinyPark().read(folder));
    assertThat(server.get("all", "/api/v1/park").getJsonObject("tiles").getString("datum"))
        .isEqualTo("CGCS2000");
    assertThatThrownBy(() -> new ExternalTiles("x", "https://x/{z}/{x}/{y}", "BD-09", ""))
        .hasMessageContaining("write WGS-84, CGCS2000 or GCJ-02");
    assertThatThrownBy(() -> new ExternalTiles("x", "https://x/{z}", "WGS-84", ""))
        .hasMessageContaining("is not a tile address");
  }
}
