package windrose.feature.ingest.past;

import static org.assertj.core.api.Assertions.assertThat;
import static windrose.testing.Waiting.until;

import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import windrose.domain.measure.Quality;
import windrose.feature.ingest.FieldServer;
import windrose.feature.ingest.ReadingAccepted;
import windrose.feature.journal.Journal;
import windrose.feature.registers.ParkServer;

/** Tables of past readings over HTTP. */
class PastIT {
  private static FieldServer server;
  private static final List<ReadingAccepted> announced = new ArrayList<>();

  @BeforeAll
  static void start() {
    server = new FieldServer();
    server.ingest.readingAccepted().subscribe(announced::add);
    server.listenHttp(
        new PastFeature(
                server.park.database,
                Journal.of(ParkServer.PARK, Clock.systemUTC()),
                server.park.registers,
                server.readings,
                server.park.work,
                Clock.systemUTC())
            .routes());
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static HttpResponse<String> post(String query, String csv) {
    return server.http(
        "POST",
        "/api/v1/import/readings?" + query,
        csv,
        "X-Scope",
        "officer",
        "Content-Type",
        "text/csv");
  }

  private static JsonObject load(String query, String csv) {
    HttpResponse<String> answer = post("dry_run=false&" + query, csv);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
    String id = new JsonObject(answer.body()).getJsonObject("import").getString("id");
    until("the import is done", () -> !progress(id).getString("state").equals("running"));
    return progress(id);
  }

  private static JsonObject progress(String id) {
    return new JsonObject(
        server.http("GET", "/api/v1/import/readings/" + id, "", "X-Scope", "officer").body());
  }

  private static final String LONG_TABLE =
      """
      station,sensor,at,value,flag
      GD-1,cl2,2025-03-01T08:00:00+08:00,0.5,
      GD-1,cl2,2025-03-01 08:01,0.75,C
      WX-1,wind_speed,1740787200000,99,N
      """;

  @Test
  void a_dry_run_stores_nothing_and_the_table_twice_stores_it_once() {
    JsonObject dry = new JsonObject(post("zone=%2B08:00", LONG_TABLE).body());
    assertThat(dry.getInteger("readings")).isEqualTo(3);
    assertThat(dry.getString("first")).isEqualTo("2025-03-01T00:00:00Z");
    assertThat(server.stored("GD-1")).isEmpty();

    JsonObject first = load("zone=%2B08:00", LONG_TABLE);
    assertThat(first.getString("state")).isEqualTo("done");
    assertThat(first.getInteger("stored")).isEqualTo(3);
    JsonObject again = load("zone=%2B08:00", LONG_TABLE);
    assertThat(again.getInteger("stored")).isZero();
    assertThat(again.getInteger("known_before")).isEqualTo(3);

    assertThat(server.stored("GD-1")).containsExactly("cl2=0.5", "cl2=0.75");
    assertThat(server.count("select count(*) from reading where quality & 1 = 0")).isZero();
    assertThat(server.count("select quality::bigint from reading where value = 0.75"))
        .isEqualTo(Quality.GOOD.with(Quality.LATE).with(Quality.CALIBRATION).bits());
    assertThat(server.count("select quality::bigint from reading where value = 99"))
        .isEqualTo(Quality.GOOD.with(Quality.LATE).with(Quality.OUT_OF_RANGE).bits());
    assertThat(announced).as("no alarm and no map hears of the past").isEmpty();
    assertThat(server.count("select count(*) from journal where kind = 'readings.imported'"))
        .isGreaterThanOrEqualTo(2);
  }

  @Test
  void a_wide_table_of_one_station_maps_its_headings() {
    String wide =
        """
        时间,风速,备注
        2025/4/1 00:00,3.5,ok
        2025/4/1 00:10,,none
        2025/4/1 00:20,4.25,ok
        """;
    JsonObject done =
        load(
            "station=WX-1&zone=Asia/Shanghai&time=%E6%97%B6%E9%97%B4"
                + "&columns=%E9%A3%8E%E9%80%9F:wind_speed&ignore=%E5%A4%87%E6%B3%A8",
            wide);
    assertThat(done.getInteger("stored")).isEqualTo(2);
    assertThat(server.stored("WX-1")).contains("wind_speed=3.5", "wind_speed=4.25");
  }

  @Test
  void every_mistake_is_listed_by_its_line_and_nothing_is_stored() {
    String broken =
        """
        station,sensor,at,value
        GD-2,lel,2025-05-01 08:00,1
        GD-2,lel,2025-05-01T08:00:00+08:00,"12,3"
        GD-2,soup,2025-05-01T08:00:00+08:00,1
        GD-2,lel,yesterday,1
        GD-2,lel,2099-01-01T00:00:00Z,1
        GD-2,lel,2025-05-01T08:00:00+08:00
        GD-2,lel,2025-05-01T08:00:00+08:00,NaN
        GD-2,lel,2025-05-01T08:05:00+08:00,7
        """;
    JsonObject report = new JsonObject(post("dry_run=true", broken).body());
    assertThat(report.getInteger("rows")).isEqualTo(8);
    assertThat(report.getInteger("problem_count")).isEqualTo(7);
    assertThat(
            report.getJsonArray("problems").stream()
                .map(one -> ((JsonObject) one).getInteger("line")))
        .containsExactly(2, 3, 4, 5, 6, 7, 8);
    assertThat(report.getJsonArray("problems").encode()).contains("has no offset").contains("soup");

    HttpResponse<String> refused = post("dry_run=false", broken);
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("/lines/3/value");
    assertThat(server.stored("GD-2")).isEmpty();
  }

  @Test
  void an_hour_that_stands_twice_in_the_year_is_a_mistake() {
    String table =
        "station,sensor,at,value\nGD-2,lel,2025-11-02 01:30,1\nGD-2,lel,2025-03-09 02:30,1\n";
    assertThat(post("zone=America/New_York", table).body())
        .contains("exists twice")
        .contains("exists not");
  }

  @Test
  void strangers_may_not_and_other_encodings_are_told() {
    assertThat(server.http("POST", "/api/v1/import/readings", LONG_TABLE).statusCode())
        .isEqualTo(401);
    assertThat(post("zone=soup", LONG_TABLE).statusCode()).isEqualTo(422);
    assertThat(post("", "").body()).contains("the file is empty");
  }
}
