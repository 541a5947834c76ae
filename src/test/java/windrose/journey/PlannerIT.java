package windrose.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static windrose.testing.Waiting.until;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import windrose.app.Application;

/** The planner as a commander's page and a careless program meet it over HTTP. */
class PlannerIT {
  private static final String RUNS = "/api/v1/consequence/runs";

  @TempDir static Path folder;
  private static Application application;
  private static ApiClient admin;

  @BeforeAll
  static void start() {
    application = DemoPark.start(folder);
    admin = ApiClient.signedIn(application.address(), DemoPark.PASSWORD);
  }

  @AfterAll
  static void stop() {
    application.close();
  }

  private static JsonObject chlorine() {
    return new JsonObject(
        """
        {"substance": "7782-50-5", "at": [116.0045, 35.0242], "tank": "E01-TK-101",
         "source": {"type": "direct", "rate_kg_s": 1.5, "duration_s": 1200},
         "weather": {"mode": "typed", "wind_from_deg": 200, "wind_mps": 3, "temperature_c": 20}}\
        """);
  }

  private static JsonObject tank() {
    return new JsonObject(
        """
        {"type": "tank", "shape": "horizontal", "diameter_m": 2.6, "length_m": 11.3, "phase": "liquid",
         "fill_percent": 70, "temperature_c": 18, "pressure_kpa": 720, "hole_mm": 25}\
        """);
  }

  /** The body with one value put at a pointer. */
  private static JsonObject with(JsonObject body, String pointer, Object value) {
    JsonObject part = body;
    String[] names = pointer.substring(1).split("/", -1);
    for (int i = 0; i < names.length - 1; i++) {
      if (part.getJsonObject(names[i]) == null) {
        part.put(names[i], new JsonObject());
      }
      part = part.getJsonObject(names[i]);
    }
    part.put(names[names.length - 1], value);
    return body;
  }

  @ParameterizedTest
  @CsvSource({
    "/consequence, /weather/wind_mps, 61, /weather/wind_mps, 60",
    "/consequence, /weather/wind_mps, -1, /weather/wind_mps, 60",
    "/consequence, /source/rate_kg_s, -5, /source/rate_kg_s, 1000000",
    "/consequence, /source/rate_kg_s, 1e400, ?, ?",
    "/consequence, /weather/temperature_c, -300, /weather/temperature_c, -60",
    "/consequence/ensemble, /ensemble/columns, 40000, /ensemble/columns, 400",
    "/consequence/ensemble, /ensemble/members, 1000000, /ensemble/members, 1000",
    "/consequence/runs, /ensemble/rows, 40000, /ensemble/rows, 400",
    "/consequence/runs, /ensemble/until_s, 1e9, /ensemble/until_s, 14400"
  })
  void a_number_outside_its_range_is_refused_with_its_field_and_range(
      String route, String pointer, String number, String field, String range) {
    String body = with(chlorine(), pointer, "@@").encode().replace("\"@@\"", number);
    ApiClient.Reply reply = admin.post("/api/v1" + route, body);
    if (field.equals("?")) {
      assertThat(reply.status()).isBetween(400, 422);
      return;
    }
    assertThat(reply.status()).isEqualTo(422);
    JsonObject error = reply.json().getJsonArray("errors").getJsonObject(0);
    assertThat(error.getString("pointer")).isEqualTo(field);
    assertThat(error.getString("detail")).contains(range);
    assertThat(error.getString("detail_zh")).contains(range);
  }

  @Test
  void a_body_with_nan_is_no_json() {
    String body = chlorine().encode().replace("1.5", "NaN");
    assertThat(admin.post("/api/v1/consequence", body).status()).isEqualTo(400);
  }

  @Test
  void a_substance_that_nobody_entered_is_named() {
    ApiClient.Reply reply =
        admin.post("/api/v1/consequence", chlorine().put("substance", "0-00-0").encode());
    assertThat(reply.status()).isEqualTo(422);
    assertThat(reply.body()).contains("0-00-0").contains("/substance");
  }

  @Test
  void a_negative_stock_a_hole_larger_than_the_tank_and_ice_are_refused_by_field() {
    JsonObject stock = chlorine().put("source", tank().put("fill_percent", -20));
    assertThat(admin.post("/api/v1/consequence", stock.encode()).body()).contains("fill_percent");
    assertThat(refusal(chlorine().put("source", tank().put("hole_mm", 4_000))))
        .containsIgnoringCase("hole");
    JsonObject ice =
        chlorine().put("source", tank().put("temperature_c", -120).put("pressure_kpa", 101.3));
    assertThat(refusal(ice)).contains("solid below");
  }

  /** The sentence by which all hazards of a run are refused, wherever it stands. */
  private static String refusal(JsonObject body) {
    ApiClient.Reply reply = admin.post("/api/v1/consequence", body.encode());
    if (reply.status() == 422) {
      return reply.json().getString("detail");
    }
    JsonObject hazard =
        reply
            .json()
            .getJsonArray("cases")
            .getJsonObject(0)
            .getJsonArray("hazards")
            .getJsonObject(0);
    assertThat(hazard.containsKey("zones")).as(reply.body()).isFalse();
    return hazard.getJsonObject("refused").getString("en");
  }

  @Test
  void a_calm_is_refused_by_name_and_never_becomes_a_plume() {
    assertThat(refusal(with(chlorine(), "/weather/wind_mps", 0))).contains("0.1 and 50 m/s");
    ApiClient.Reply ensemble =
        admin.post(
            "/api/v1/consequence/ensemble", with(chlorine(), "/weather/wind_mps", 0).encode());
    assertThat(ensemble.status()).isEqualTo(422);
    assertThat(ensemble.body())
        .contains("/weather/wind_mps", "0.1 and 50 m/s")
        .doesNotContain("probabilities");
  }

  @Test
  void a_run_tells_of_neighbours_and_warnings_and_what_no_model_answers() {
    JsonObject answer = admin.post("/api/v1/consequence", chlorine().encode()).json();
    assertThat(answer.getJsonArray("cases").getJsonObject(0).getInteger("neighbours_checked"))
        .isPositive();
    JsonObject warnings = answer.getJsonObject("warnings");
    assertThat(warnings.getJsonArray("incompatible").encode()).contains("E01-TK-50");
    assertThat(warnings.getJsonArray("not_modelled")).hasSize(3);
    assertThat(answer.encode()).doesNotContain("NaN");
  }

  @Test
  void a_burning_tank_names_the_neighbours_that_it_heats() {
    JsonObject body =
        new JsonObject(
            """
            {"substance": "71-43-2", "at": [116.0045, 35.0242], "hazards": ["pool_fire"],
             "source": {"type": "pool", "mass_kg": 200000, "area_m2": 1200},
             "weather": {"mode": "typed", "wind_from_deg": 200, "wind_mps": 5, "temperature_c": 20}}\
            """);
    JsonArray found =
        admin
            .post("/api/v1/consequence", body.encode())
            .json()
            .getJsonArray("cases")
            .getJsonObject(0)
            .getJsonArray("neighbours");
    assertThat(found).isNotEmpty();
    assertThat(found.getJsonObject(0).getString("zh")).contains("池火").doesNotContain("{");
    assertThat(found.getJsonObject(0).getDouble("distance_m"))
        .isLessThanOrEqualTo(found.getJsonObject(found.size() - 1).getDouble("distance_m"));
  }

  @Test
  void what_nobody_typed_of_the_weather_is_said_to_be_assumed() {
    JsonObject answer = admin.post("/api/v1/consequence", chlorine().encode()).json();
    assertThat(howOf(answer, "cloudShare")).isEqualTo("assumed");
    assertThat(howOf(answer, "windMps")).isEqualTo("typed");
    assertThat(answer.getJsonObject("weather").encode())
        .contains("is not measured and taken as 50 %");
    JsonObject told =
        admin
            .post("/api/v1/consequence", with(chlorine(), "/weather/cloud_percent", 20).encode())
            .json();
    assertThat(howOf(told, "cloudShare")).isEqualTo("typed");
  }

  private static String howOf(JsonObject answer, String field) {
    return answer.getJsonObject("weather").getJsonArray("derivations").stream()
        .map(JsonObject.class::cast)
        .filter(one -> one.getString("field").equals(field))
        .findFirst()
        .orElseThrow()
        .getString("how");
  }

  /** Whichever way the wind turns: small zones near the source must not fold over themselves when their corners are rounded. */
  @Test
  void all_zones_are_valid_and_counted_in_every_wind() {
    JsonObject propane =
        new JsonObject(
            """
            {"substance": "74-98-6", "at": [116.0045, 35.0242],
             "source": {"type": "tank", "shape": "sphere", "diameter_m": 12.4, "phase": "liquid",
               "fill_percent": 80, "temperature_c": 20, "pressure_kpa": 840, "hole_height_m": 0.5,
               "largest_nozzle_mm": 150, "bund_area_m2": 900},
             "weather": {"mode": "typed", "wind_from_deg": 0, "wind_mps": 3, "temperature_c": 20}}\
            """);
    for (int deg = 0; deg < 360; deg += 30) {
      ApiClient.Reply reply =
          admin.post(
              "/api/v1/consequence", with(propane, "/weather/wind_from_deg", deg + 10).encode());
      assertThat(reply.status()).as(reply.body()).isEqualTo(200);
      for (Object run : reply.json().getJsonArray("cases")) {
        for (Object hazard : ((JsonObject) run).getJsonArray("hazards")) {
          for (Object zone : ((JsonObject) hazard).getJsonArray("zones", new JsonArray())) {
            JsonObject geometry = ((JsonObject) zone).getJsonObject("geometry");
            assertThat(shape(geometry).isValid()).as(geometry.encode()).isTrue();
          }
        }
      }
    }
  }

  @Test
  void zones_of_probability_are_valid_and_nested() {
    ApiClient.Reply reply = admin.post("/api/v1/consequence/ensemble", chlorine().encode());
    assertThat(reply.status()).as(reply.body()).isEqualTo(200);
    JsonObject answer = reply.json();
    assertThat(answer.getInteger("members")).isEqualTo(200);
    assertThat(answer.getJsonArray("spreads")).hasSize(4);
    JsonObject toxic = answer.getJsonArray("hazards").getJsonObject(0);
    for (Object each : toxic.getJsonArray("levels")) {
      JsonArray zones = ((JsonObject) each).getJsonArray("probabilities");
      List<Geometry> shapes = new ArrayList<>();
      for (int i = 0; i < zones.size(); i++) {
        shapes.add(shape(zones.getJsonObject(i).getJsonObject("geometry")));
        assertThat(shapes.get(i).isValid()).isTrue();
      }
      assertThat(shapes.get(0).difference(shapes.get(1)).getArea()).isLessThan(1e-9);
      assertThat(shapes.get(1).difference(shapes.get(2)).getArea()).isLessThan(1e-9);
    }
  }

  private static Geometry shape(JsonObject multiPolygon) {
    GeometryFactory geometry = new GeometryFactory();
    List<Polygon> polygons = new ArrayList<>();
    for (Object one : multiPolygon.getJsonArray("coordinates")) {
      List<LinearRing> rings = new ArrayList<>();
      for (Object ring : (JsonArray) one) {
        rings.add(
            geometry.createLinearRing(
                ((JsonArray) ring)
                    .stream()
                        .map(JsonArray.class::cast)
                        .map(at -> new Coordinate(at.getDouble(0), at.getDouble(1)))
                        .toArray(Coordinate[]::new)));
      }
      polygons.add(
          geometry.createPolygon(
              rings.get(0), rings.subList(1, rings.size()).toArray(LinearRing[]::new)));
    }
    return geometry.createMultiPolygon(polygons.toArray(Polygon[]::new));
  }

  @Test
  void a_background_run_can_be_watched_to_its_end_and_stopped_and_has_a_limit() {
    JsonObject body =
        with(with(chlorine(), "/ensemble/members", 20), "/ensemble/until_s", 600)
            .put("times", new JsonArray().add(new JsonObject().put("s", 300)));
    ApiClient.Reply started = admin.post(RUNS, body.encode());
    assertThat(started.status()).isEqualTo(202);
    String first = RUNS + "/" + started.json().getString("id");
    JsonObject endless =
        with(with(chlorine(), "/ensemble/members", 50), "/ensemble/until_s", 14_400);
    String second = RUNS + "/" + admin.post(RUNS, endless.encode()).json().getString("id");
    ApiClient.Reply third = admin.post(RUNS, endless.encode());
    assertThat(third.status()).isEqualTo(409);
    assertThat(third.json().getString("detail_zh")).contains("长时推演");
    assertThat(admin.delete(second).status()).isEqualTo(204);
    until("it stopped", () -> state(second).equals("cancelled"));
    until("it is done", 60, () -> state(first).equals("done"));
    JsonObject result = admin.get(first).json().getJsonObject("result");
    JsonObject toxic = result.getJsonArray("hazards").getJsonObject(0);
    assertThat(toxic.getJsonArray("slices")).hasSize(1);
    assertThat(toxic.getJsonArray("levels").getJsonObject(0).getDouble("highest_probability"))
        .isGreaterThan(0.5);
    assertThat(admin.delete(first).status()).isEqualTo(204);
    assertThat(admin.get(first).status()).isEqualTo(404);
  }

  private static String state(String run) {
    return admin.get(run).json().getString("state");
  }

  @Test
  void a_hundred_runs_at_once_of_one_person_are_answered_or_replaced_and_health_goes_on() {
    String body = chlorine().put("detail", "drag").encode();
    List<CompletableFuture<Integer>> replies = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      replies.add(
          CompletableFuture.supplyAsync(() -> admin.post("/api/v1/consequence", body).status()));
    }
    assertThat(admin.get("/health/live").status()).isEqualTo(200);
    List<Integer> statuses = replies.stream().map(CompletableFuture::join).toList();
    assertThat(statuses).contains(200).containsOnly(200, 409);
  }

  @Test
  void a_tank_is_filled_in_from_its_sensors_with_the_age_of_each_value() {
    until("the tank has spoken", () -> input("fill_percent").getString("how").equals("measured"));
    JsonObject level = input("fill_percent");
    assertThat(level.getString("series")).isEqualTo("TI-E01-TK-101/level");
    assertThat(level.getLong("age_s")).isBetween(0L, 300L);
    assertThat(level.getString("zh")).contains("液位");
  }

  private static JsonObject input(String field) {
    return admin.get("/api/v1/tanks/E01-TK-101/release").json().getJsonArray("inputs").stream()
        .map(JsonObject.class::cast)
        .filter(one -> one.getString("field").equals(field))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void first_minute_distances_are_computed_and_say_so() {
    JsonObject answer =
        admin
            .get("/api/v1/protective-distances?cas=7782-50-5&spill=small&time=day&lon=116&lat=35")
            .json();
    assertThat(answer.getBoolean("official")).isFalse();
    assertThat(answer.getDouble("isolate_m")).isGreaterThanOrEqualTo(30);
    assertThat(answer.getJsonObject("protect").getJsonObject("geometry").getString("type"))
        .isEqualTo("MultiPolygon");
  }
}
