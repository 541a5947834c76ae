package windrose.feature.registers.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import windrose.feature.basemap.TinyPark;
import windrose.feature.registers.ParkServer;

class BulkIT {
  private static final String HEAD =
      "code,kind,name_zh,name_en,enterprise,lon,lat,sensor,sensor_name_zh,sensor_name_en,unit,interval_s\n";
  @TempDir Path folder;
  private ParkServer server;

  @BeforeEach
  void start() throws Exception {
    server =
        new ParkServer(
            Optional.empty(),
            Clock.systemUTC(),
            park -> new BulkFeature(park.registers, park.editing, park.work).routes());
    server.load(new TinyPark().read(folder.resolve("park")));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private JsonObject send(String query, byte[] file) {
    HttpResponse<byte[]> response =
        server.send(
            "POST",
            "all",
            "/api/v1/import/stations" + query,
            HttpRequest.BodyPublishers.ofByteArray(file));
    return new JsonObject(ParkServer.text(response)).put("http", response.statusCode());
  }

  private JsonObject dry(String csv) {
    return send("?dry_run=true", csv.getBytes(StandardCharsets.UTF_8));
  }

  private static final String GOOD =
      HEAD
          + "N-1,gas_detector,一号,One,E1,116.004,35.004,lel,可燃气,Combustible,%LEL,10\n"
          + "N-1,,,,,,,h2s,硫化氢,H2S,mg/m3,10\n"
          + "GD-1,,新名字,,,,,,,,,\n"
          + "GD-2,,,,,,,,,,,\n";

  @Test
  void a_dry_run_says_what_would_happen_and_changes_nothing() {
    JsonObject plan = dry(GOOD);
    assertThat(plan.getBoolean("ok")).as(plan.encode()).isTrue();
    assertThat(plan.getJsonArray("created").encode())
        .isEqualTo("[\"N-1\",\"N-1/lel\",\"N-1/h2s\"]");
    assertThat(plan.getJsonArray("changed").encode())
        .isEqualTo("[{\"id\":\"GD-1\",\"fields\":[\"name_zh\"]}]");
    assertThat(plan.getInteger("unchanged")).isEqualTo(1);
    assertThat(server.registers.findStation("N-1")).isEmpty();
  }

  @Test
  void the_same_file_with_its_fingerprint_is_taken_whole() {
    byte[] file = GOOD.getBytes(StandardCharsets.UTF_8);
    String fingerprint = dry(GOOD).getString("fingerprint");
    assertThat(send("?dry_run=false&fingerprint=0", file).getInteger("http")).isEqualTo(409);
    JsonObject done = send("?dry_run=false&fingerprint=" + fingerprint, file);
    assertThat(done.getInteger("http")).as(done.encode()).isEqualTo(200);
    assertThat(server.registers.listSeries("N-1")).hasSize(2);
    assertThat(server.registers.findStation("GD-1").orElseThrow().nameZh()).isEqualTo("新名字");
    assertThat(send("?dry_run=false&fingerprint=" + fingerprint, file).getInteger("http"))
        .as("the register is another one now")
        .isEqualTo(409);
  }

  @Test
  void every_problem_is_named_by_row_and_column() {
    JsonObject plan =
        dry(
            HEAD
                + "N-1,gas_detector,一号,One,E99,116.004,north,lel,可燃气,Combustible,LEL,10\n"
                + "N 2,gas_detector,,Two,,116.004,35.004,,,,,\n"
                + "N-3,gas_detector,三号,Three,,35.004,116.004,,,,,\n"
                + "GD-1,,,,,,,cl2,,,ppm,\n"
                + "N-4,gas_detector,四号,=cmd(),,116.004,35.004,,,,,\n");
    List<String> found =
        plan.getJsonArray("problems").stream()
            .map(JsonObject.class::cast)
            .map(one -> one.getInteger("row") + " " + one.getString("column"))
            .toList();
    assertThat(found)
        .contains("2 lat", "2 unit", "3 code", "3 name_zh", "4 lon", "5 unit", "6 name_en");
    assertThat(plan.encode()).contains("detail_zh");
    byte[] file =
        (HEAD + "N 2,gas_detector,,Two,,116.004,35.004,,,,,\n").getBytes(StandardCharsets.UTF_8);
    assertThat(send("?dry_run=false&fingerprint=0", file).getInteger("http")).isEqualTo(422);
  }

  @Test
  void the_xlsx_template_comes_back_in_and_the_export_is_harmless_and_unchanged() {
    HttpResponse<byte[]> template =
        server.send("GET", "all", "/api/v1/import/stations/template.xlsx");
    JsonObject plan = send("?dry_run=true", template.body());
    assertThat(plan.getBoolean("ok")).as(plan.encode()).isTrue();
    assertThat(plan.getJsonArray("created").size()).isEqualTo(4);
    server.write(
        "POST",
        "/api/v1/stations",
        new JsonObject(
            "{\"code\":\"X-1\",\"kind\":\"gas_detector\",\"name_zh\":\"=cmd|' /C calc'!A0\",\"name_en\":\"x\",\"position\":[116.004,35.004]}"));
    byte[] export = server.send("GET", "all", "/api/v1/import/stations/export.csv").body();
    assertThat(new String(export, StandardCharsets.UTF_8)).contains("'=cmd|");
    JsonObject again = send("?dry_run=true", export);
    assertThat(again.getBoolean("ok")).as(again.encode()).isTrue();
    assertThat(again.getJsonArray("created")).isEmpty();
    assertThat(again.getJsonArray("changed")).as(again.encode()).isEmpty();
  }

  @Test
  void bombs_and_broken_files_are_refused_by_name() throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
      byte[] zeros = new byte[1 << 20];
      for (int i = 0; i < 70; i++) {
        zip.write(zeros);
      }
      zip.closeEntry();
    }
    assertThat(send("?dry_run=true", bytes.toByteArray()).encode())
        .contains("too large when unpacked");
    assertThat(
            send("?dry_run=true", "PK\u0003\u0004rubbish".getBytes(StandardCharsets.UTF_8))
                .encode())
        .contains("cannot be read");
    assertThat(send("?dry_run=true", new byte[] {(byte) 0xB5, (byte) 0xE7, '\n'}).encode())
        .contains("not UTF-8");
  }
}
