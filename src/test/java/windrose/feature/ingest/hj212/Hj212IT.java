package windrose.feature.ingest.hj212;

import static org.assertj.core.api.Assertions.assertThat;
import static windrose.domain.hj212.Vectors.frame;
import static windrose.testing.Waiting.until;

import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import windrose.domain.hj212.Header;
import windrose.domain.hj212.Packet;
import windrose.domain.hj212.Vectors;

/** Pasted frames against the real listener and database: what is stored, what is answered, what is refused. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class Hj212IT {
  private static final String AQ1 = "ST=22;PW=123456;MN=JLYP01_AIR01_0001;";

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
  void start() {
    server.reset();
    station = new RawStation(server.port);
    server.itIs("2026-11-21T00:00:30Z");
  }

  @AfterEach
  void stop() {
    station.close();
  }

  private static String report(String qn, int flag, String area) {
    return frame("QN=%s;CN=2011;%sFlag=%d;CP=&&%s&&".formatted(qn, AQ1, flag, area));
  }

  private static String now(String values) {
    return "DataTime=20261121080000;" + values;
  }

  @Test
  void real_time_values_become_rows_and_are_answered_after_the_commit() {
    station.send(
        report(
            "20261121080001000",
            5,
            now("a34004-Rtd=14,a34004-Flag=N;a21005-Rtd=0.427,a21005-Flag=C")));

    Packet answer = station.hear();

    assertThat(answer.header())
        .isEqualTo(
            new Header(
                "20261121080001000",
                "91",
                "9014",
                "123456",
                "JLYP01_AIR01_0001",
                4,
                null,
                null,
                false,
                java.util.Map.of()));
    assertThat(server.rows())
        .containsExactly(
            "AQ-1/co 2026-11-21T00:00:00Z 0.427 64", "AQ-1/pm25 2026-11-21T00:00:00Z 14.0 0");
  }

  @Test
  void byte_by_byte_glued_and_between_garbage_is_all_the_same() {
    String one = report("20261121080001000", 5, now("a34004-Rtd=1"));
    String two = report("20261121080002000", 5, "DataTime=20261121080010;a34004-Rtd=2");
    String three = report("20261121080003000", 5, "DataTime=20261121080020;a34004-Rtd=3");
    station.sendByteByByte(one + "\r\n").send("\r\nnoise" + two + three + one.substring(0, 30));
    station.send(report("20261121080004000", 5, "DataTime=20261121080030; a34004-Rtd=4 "));

    for (int i = 0; i < 4; i++) {
      assertThat(station.hearText()).isEqualTo("9014 ");
    }
    assertThat(server.rows()).hasSize(4);
    assertThat(server.count("windrose_hj212_refused_total", "cut")).isEqualTo(1);
  }

  @Test
  void what_has_no_series_goes_to_quarantine_and_its_neighbours_are_stored() {
    station.send(report("20261121080001000", 5, now("a05024-Rtd=63,a05024-Flag=N;a34004-Rtd=14")));

    assertThat(station.hearText()).isEqualTo("9014 ");
    assertThat(server.rows()).containsExactly("AQ-1/pm25 2026-11-21T00:00:00Z 14.0 0");
    assertThat(server.quarantined())
        .singleElement()
        .asString()
        .contains("no series for a05024 real-time", "AQ-1", "JLYP01_AIR01_0001")
        .contains("a05024-Rtd=63")
        .contains("PW=***")
        .doesNotContain("123456;");
  }

  @Test
  void minute_means_of_a_real_station_are_mapped_by_hand_in_the_unit_that_it_sends() {
    server.itIs("2022-05-13T08:27:00Z");
    String path = "/api/v1/stations/AQ-1/hj212/mapping";
    server.put(path, "{\"factor\":\"a34004\",\"period\":\"minute\",\"sensor\":\"pm25\"}");
    server.put(
        path,
        "{\"factor\":\"a21026\",\"period\":\"minute\",\"sensor\":\"co\",\"unit\":\"ug/m3\",\"range_high\":0.001}");
    server.put(path, "{\"factor\":\"a01001\",\"period\":\"minute\",\"leave_out\":true}");

    station.sendByteByByte(Vectors.AIR_MINUTE);
    until("stored", () -> server.rows().size() == 2 && !server.quarantined().isEmpty());

    assertThat(server.rows())
        .containsExactly(
            "AQ-1/co 2022-05-13T08:26:00Z 0.006 8", "AQ-1/pm25 2022-05-13T08:26:00Z 14.0 0");
    assertThat(server.quarantined())
        .singleElement()
        .asString()
        .contains("no series for a05024 minute mean", "a01006")
        .doesNotContain("a01001:");
    assertThat(server.journal()).contains("station.hj212_mapped AQ-1 tester");
  }

  @Test
  void hour_means_belong_to_the_series_whose_interval_is_an_hour() {
    String area =
        "DataTime=20261121070000;a34004-Min=1,a34004-Avg=2,a34004-Max=3,a34004-Cou=4,a34004-Flag=N";
    station.send(
        frame(
            "QN=20261121080005000;ST=22;CN=2061;PW=123456;MN=Y80110010000010;Flag=5;CP=&&"
                + area
                + "&&"));

    assertThat(station.hearText()).isEqualTo("9014 ");
    assertThat(server.rows())
        .containsExactly(
            "AQ-2/pm25 2026-11-20T23:00:00Z 2.0 0",
            "AQ-2/pm25/hour-max 2026-11-20T23:00:00Z 3.0 0");
    assertThat(server.quarantined()).isEmpty();
  }

  @Test
  void a_frame_sent_again_is_answered_again_and_stored_once() {
    String once = report("20261121080001000", 5, now("a34004-Rtd=14;a05024-Rtd=1"));
    for (int i = 0; i < 3; i++) {
      station.send(once);
      assertThat(station.hearText()).isEqualTo("9014 ");
    }
    try (RawStation another = new RawStation(server.port)) {
      another.send(once.replace("Flag=5", "Flag=5"));
      assertThat(another.hearText()).isEqualTo("9014 ");
    }

    assertThat(server.rows()).hasSize(1);
    assertThat(server.quarantined()).hasSize(1);
  }

  @Test
  void a_frame_of_2025_and_one_of_2005_are_answered_in_their_own_edition() {
    station.send(
        frame(
            "QN=20261121080001000;CN=2011;"
                + AQ1
                + "Flag=9;RF=1;CP=&&"
                + now("a34004-Rtd=1")
                + "&&"));
    assertThat(station.hear().header().flag()).isEqualTo(8);

    station.send(
        frame(
            "QN=20261121080002000;CN=2011;"
                + AQ1
                + "Flag=1;CP=&&DataTime=20261121080010;a34004-Rtd=1&&"));
    assertThat(station.hear().header().flag()).isEqualTo(0);

    station.send(frame("CN=2011;" + AQ1 + "CP=&&DataTime=20261121080020000;a34004-Rtd=1&&"));
    until("without QN and flag it is stored unanswered", () -> server.rows().size() == 3);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "PW=654321;MN=JLYP01_AIR01_0001; | 9011 QnRtn=3 | password",
        "MN=JLYP01_AIR01_0001;           | 9011 QnRtn=3 | password",
        "PW=123456;MN=NOBODY;            | 9011 QnRtn=4 | mn",
        "PW=123456;                      | 9011 QnRtn=4 | mn"
      })
  void a_wrong_device_is_refused_with_the_right_code_and_counted(
      String who, String answer, String reason) {
    station.send(
        frame(
            "QN=20261121080001000;ST=22;CN=2011;"
                + who
                + "Flag=5;CP=&&"
                + now("a34004-Rtd=1")
                + "&&"));

    assertThat(station.hearText()).isEqualTo(answer);
    assertThat(server.rows()).isEmpty();
    assertThat(server.quarantined()).isEmpty();
    assertThat(server.count("windrose_hj212_refused_total", reason)).isEqualTo(1);
    JsonObject refusal =
        server.get("/api/v1/hj212/refusals").getJsonArray("items").getJsonObject(0);
    assertThat(refusal.getString("reason")).isEqualTo(reason);
    assertThat(refusal.getString("raw")).doesNotContain("654321").doesNotContain("PW=1");
  }

  @Test
  void a_wrong_check_sum_is_refused_and_the_same_frame_mended_is_stored() {
    String good = report("20261121080001000", 5, now("a34004-Rtd=1"));
    String bad = good.substring(0, good.length() - 4) + (good.endsWith("0000") ? "0001" : "0000");
    station.send(bad);
    assertThat(station.hearText()).isEqualTo("9011 QnRtn=9");
    assertThat(server.rows()).isEmpty();

    station.send(good);
    assertThat(station.hearText()).isEqualTo("9014 ");
    assertThat(server.count("windrose_hj212_refused_total", "crc")).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "QN=20261121080001000;CN=201;Flag=5;CP=&&a34004-Rtd=1&&     | 9011 QnRtn=8 | not four digits",
        "QN=20261121080001000;CN=2011;Flag=X;CP=&&a34004-Rtd=1&&    | 9011 QnRtn=6 | flag",
        "QN=x;CN=2011;Flag=5;CP=&&a34004-Rtd=1&&                    | 9011 QnRtn=7 | QN",
        "QN=20261121080001000;CN=2011;Flag=5;CP=&&a34004-Rtd=1      | 9014         | not enclosed",
        "QN=20261121080001000;CN=2011;Flag=5;CP=&&681EDF34D206965E86B3E94F536E4246&& | 9014 | encrypted",
        "QN=20261121080001000;CN=2011;Flag=5;CP=&&DataTime=20261121080000;a34004-Rtd=1.2.3&& | 9014 | no number",
        "QN=20261121080001000;CN=7777;Flag=5;CP=&&x=1&&             | 9014         | carries no readings"
      })
  void what_an_admitted_station_says_unreadably_is_kept_raw_then_answered(
      String segment, String answer, String reason) {
    station.send(frame(AQ1 + segment));

    assertThat(station.hearText().strip()).isEqualTo(answer);
    assertThat(server.rows()).isEmpty();
    assertThat(server.quarantined()).singleElement().asString().contains(reason);
  }

  @Test
  void an_unknown_number_is_remembered_for_whoever_registers_it() {
    station.send(frame("ST=22;CN=2011;PW=1;MN=NEWBOX1;Flag=4;CP=&&&&"));
    station.send(frame("ST=22;CN=2011;PW=1;MN=NEWBOX1;Flag=4;CP=&&&&"));
    until(
        "noted twice",
        () -> server.get("/api/v1/unknown-devices").toString().contains("\"count\":2"));

    JsonObject seen = server.get("/api/v1/unknown-devices").getJsonArray("items").getJsonObject(0);
    assertThat(seen.getString("channel")).isEqualTo("hj212");
    assertThat(seen.getString("name")).isEqualTo("NEWBOX1");
    assertThat(seen.getString("address")).isEqualTo("127.0.0.1");
    assertThat(seen.getString("class")).isEqualTo("mn");

    server.put("/api/v1/stations/AQ-3/hj212", "{\"mn\":\"NEWBOX1\",\"sources\":[\"127.0.0.0/8\"]}");
    server.put("/api/v1/stations/AQ-3/hj212/password", "{\"password\":\"1\"}");
    station.send(frame("QN=20261121080001000;ST=22;CN=9015;PW=1;MN=NEWBOX1;Flag=5;CP=&&&&"));
    assertThat(station.hearText()).isEqualTo("9013 ");
  }

  @Test
  void a_station_may_come_from_its_own_addresses_only_and_two_may_not_have_one_number() {
    server.put("/api/v1/stations/AQ-1/hj212", "{\"sources\":[\"10.1.0.0/16\",\"192.168.3.4\"]}");
    station.send(report("20261121080001000", 5, now("a34004-Rtd=1")));
    assertThat(station.hearText()).isEqualTo("9011 QnRtn=2");
    assertThat(server.count("windrose_hj212_refused_total", "source")).isEqualTo(1);

    assertThat(
            server
                .send("PUT", "/api/v1/stations/AQ-3/hj212", "{\"mn\":\"JLYP01_AIR01_0001\"}")
                .statusCode())
        .isEqualTo(409);
    assertThat(
            server
                .send("PUT", "/api/v1/stations/AQ-1/hj212", "{\"sources\":[\"10.1.0.0/33\"]}")
                .statusCode())
        .isEqualTo(422);
  }

  @Test
  void a_unit_of_another_quantity_is_not_guessed() {
    var answer =
        server.send(
            "PUT",
            "/api/v1/stations/AQ-1/hj212/mapping",
            "{\"factor\":\"a21005\",\"sensor\":\"co\",\"unit\":\"ppm\"}");
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("ppm").contains("mg/m3");
  }

  @Test
  void a_restart_that_a_station_reports_stands_in_the_journal() {
    station.send(
        frame(
            "QN=20261121080001000;CN=2081;"
                + AQ1
                + "Flag=5;CP=&&DataTime=20261121080000;RestartTime=20261121075900&&"));
    assertThat(station.hearText()).isEqualTo("9014 ");
    assertThat(server.journal()).contains("station.restarted AQ-1 AQ-1");
  }

  @Test
  void parts_in_any_order_become_one_message_and_each_is_answered() {
    String head = "QN=20261121080001000;CN=2011;" + AQ1 + "Flag=7;PNUM=2;";
    station.send(frame(head + "PNO=2;CP=&&.5;a21005-Rtd=3&&"));
    station.send(frame(head + "PNO=1;CP=&&" + now("a34004-Rtd=12") + "&&"));

    assertThat(station.hearText()).isEqualTo("9014 ");
    assertThat(station.hearText()).isEqualTo("9014 ");
    assertThat(server.rows())
        .containsExactly(
            "AQ-1/co 2026-11-21T00:00:00Z 3.0 0", "AQ-1/pm25 2026-11-21T00:00:00Z 12.5 0");
  }

  @Test
  void a_part_whose_others_never_come_is_kept_raw_and_not_half_believed() {
    station.send(
        frame(
            "QN=20261121080001000;CN=2011;"
                + AQ1
                + "Flag=6;PNUM=2;PNO=1;CP=&&"
                + now("a34004-Rtd=12")
                + "&&"));
    until("expired", () -> server.quarantined().size() == 1);

    assertThat(server.rows()).isEmpty();
    assertThat(server.quarantined().get(0)).contains("part 1 of 2: part 2 never came");
  }
}
