package windrose.feature.registers.limits;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import windrose.domain.park.Series;
import windrose.feature.basemap.TinyPark;
import windrose.feature.registers.ParkServer;

class LimitsIT {
  private static final String LIMITS = "/api/v1/series/GD-1/cl2/limits";
  @TempDir Path folder;
  private ParkServer server;

  @BeforeEach
  void start() throws Exception {
    server = new ParkServer();
    server.load(new TinyPark().read(folder.resolve("park")));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private Series chlorine() {
    return server.registers.findSeries("GD-1/cl2").orElseThrow().series();
  }

  private JsonObject propose(double high1, double high2) {
    return server.write(
        "PUT",
        LIMITS,
        new JsonObject()
            .put("high1", high1)
            .put("high2", high2)
            .put("unit", "mg/m3")
            .put("source", "GB/T 50493-2019")
            .put("why", "set after the risk review"));
  }

  @Test
  void the_standards_default_needs_a_person() {
    JsonObject suggested = server.get("all", LIMITS + "/default");
    assertThat(suggested.getDouble("high1")).isEqualTo(1.0);
    assertThat(suggested.getDouble("high2")).isEqualTo(2.0);
    assertThat(suggested.getBoolean("needs_confirmation")).isTrue();
    assertThat(suggested.getString("source")).contains("GB/T 50493-2019", "MAC");
    assertThat(suggested.getString("confidence")).isEqualTo("memory");
    assertThat(
            server.send("GET", "all", "/api/v1/series/WX-1/wind_speed/limits/default").statusCode())
        .isEqualTo(404);
  }

  @Test
  void a_proposal_is_not_in_force_until_a_named_person_confirms_it() {
    JsonObject proposed = propose(0.8, 1.6);
    assertThat(proposed.getInteger("http")).as(proposed.encode()).isEqualTo(201);
    assertThat(chlorine().alarmHigh1()).as("still the file's").isEqualTo(1.0);
    JsonObject confirmed =
        server.write("POST", LIMITS + "/confirm", new JsonObject().put("version", 1));
    assertThat(confirmed.getString("confirmed_by")).isEqualTo("all");
    assertThat(chlorine().alarmHigh1()).isEqualTo(0.8);
    assertThat(chlorine().alarmHigh2()).isEqualTo(1.6);
    assertThat(chlorine().basis()).isEqualTo("GB/T 50493-2019");
    JsonObject all = server.get("all", LIMITS);
    assertThat(all.getJsonObject("in_force").getBoolean("confirmed")).isTrue();
  }

  @Test
  void every_version_stays_with_who_when_and_why() {
    propose(0.8, 1.6);
    server.write("POST", LIMITS + "/confirm", new JsonObject().put("version", 1));
    propose(0.5, 1.0);
    server.write("POST", LIMITS + "/confirm", new JsonObject().put("version", 2));
    var versions = server.get("all", LIMITS).getJsonArray("versions");
    assertThat(versions.getJsonObject(0).getString("state")).isEqualTo("confirmed");
    assertThat(versions.getJsonObject(1).getString("state")).isEqualTo("superseded");
    assertThat(versions.getJsonObject(1).getDouble("high1")).isEqualTo(0.8);
    assertThat(versions.getJsonObject(1).getString("why")).isEqualTo("set after the risk review");
    assertThat(
            server
                .write("POST", LIMITS + "/confirm", new JsonObject().put("version", 1))
                .getInteger("http"))
        .as("what was superseded does not come back by itself")
        .isEqualTo(409);
  }

  @Test
  void limits_from_the_files_can_be_confirmed_as_they_stand() {
    JsonObject confirmed = server.write("POST", LIMITS + "/confirm", new JsonObject());
    assertThat(confirmed.getDouble("high2")).as(confirmed.encode()).isEqualTo(2.0);
    assertThat(server.get("all", "/api/v1/series/GD-1/cl2").getBoolean("limits_confirmed"))
        .isTrue();
  }

  @Test
  void an_import_does_not_undo_confirmed_limits() throws Exception {
    propose(0.8, 1.6);
    server.write("POST", LIMITS + "/confirm", new JsonObject().put("version", 1));
    server.load(
        new TinyPark()
            .with("sensors.csv", "0,30,1,2,10", "0,30,1.5,3,10")
            .read(folder.resolve("b")));
    assertThat(chlorine().alarmHigh1()).isEqualTo(0.8);
    assertThat(server.get("all", "/api/v1/register-differences").encode())
        .contains("\"field\":\"limits\"", "1.5");
  }

  @Test
  void limits_that_would_never_come_or_in_another_unit_are_refused() {
    assertThat(propose(2, 1).getInteger("http")).isEqualTo(422);
    assertThat(propose(20, 40).encode()).as("beyond the range").contains("alarm_high2 40.0");
    JsonObject ppm =
        server.write(
            "PUT",
            LIMITS,
            new JsonObject().put("high1", 1).put("unit", "ppm").put("source", "x").put("why", "y"));
    assertThat(ppm.encode()).contains("/unit");
  }

  @Test
  void a_relabelled_unit_takes_the_confirmation_back() {
    server.write("POST", LIMITS + "/confirm", new JsonObject());
    server.withReadings.add(server.registers.findSeries("GD-1/cl2").orElseThrow().key());
    JsonObject body =
        new JsonObject()
            .put("factor", "cl2")
            .put("name_zh", "氯")
            .put("name_en", "Chlorine")
            .put("cas", "7782-50-5")
            .put("unit", "ppm")
            .put("range_low", 0)
            .put("range_high", 30)
            .put("interval_s", 10)
            .put("unit_was_wrong", true)
            .put("why", "data sheet");
    JsonObject done = server.write("PUT", "/api/v1/series/GD-1/cl2", body, "If-Match", "*");
    assertThat(done.getBoolean("limits_confirmed")).as(done.encode()).isFalse();
    assertThat(
            server.get("all", LIMITS).getJsonArray("versions").getJsonObject(0).getString("state"))
        .isEqualTo("withdrawn");
  }
}
