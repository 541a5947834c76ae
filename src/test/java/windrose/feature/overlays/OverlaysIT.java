package windrose.feature.overlays;

import static org.assertj.core.api.Assertions.assertThat;
import static windrose.testing.Waiting.await;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import windrose.feature.basemap.BasemapFeature;
import windrose.feature.journal.JournalFeature;
import windrose.feature.people.PeopleFeature;
import windrose.feature.people.Visitor;
import windrose.platform.db.Database;
import windrose.platform.db.TestDatabase;
import windrose.platform.web.PeerAddress;
import windrose.platform.web.Route;
import windrose.platform.web.WebFiles;
import windrose.platform.web.WebServer;
import windrose.platform.work.HeavyWork;
import windrose.testing.HandClock;

/** Overlays over HTTP, with the real database. */
class OverlaysIT {
  private static final String PARK = "test";
  private static final String PASSWORD = "a given password";
  private static final String UPLOAD =
      "/api/v1/overlays/geotiff?name=%E6%AD%A3%E5%B0%84&kind=orthophoto&taken_on=2026-10-05&source=survey&opacity=70";

  private final TestDatabase test = TestDatabase.fresh();
  private final Vertx vertx = Vertx.vertx();
  private final Database database = test.open(vertx, 4);
  private final HandClock clock = new HandClock();
  private final HttpClient client = HttpClient.newHttpClient();
  private WebServer web;
  private String cookie = "";
  private String csrf = "";

  @BeforeEach
  void start() {
    startServer();
    JsonObject in =
        json(
            call(
                "POST",
                "/api/v1/session",
                new JsonObject().put("user", "admin").put("password", PASSWORD)));
    csrf = in.getString("csrf");
  }

  private void startServer() {
    JournalFeature journals = new JournalFeature(database, PARK, clock);
    HeavyWork work = new HeavyWork(vertx, "work", 1, 20, 60_000);
    PeopleFeature people =
        new PeopleFeature(database, journals.journal(), PARK, clock, work, Optional.empty(), false);
    BasemapFeature basemap =
        new BasemapFeature(database, journals.journal(), PARK, clock, work, Optional.empty());
    OverlaysFeature overlays =
        new OverlaysFeature(database, journals.journal(), basemap, PARK, clock, work);
    await(people.start(vertx));
    await(overlays.start());
    await(people.ensureAdmin(Optional.of(PASSWORD)));
    List<Route> routes = new ArrayList<>(people.routes());
    routes.addAll(overlays.routes());
    routes.addAll(journals.routes(request -> Visitor.of(request).scope()));
    web =
        await(
            WebServer.listen(
                vertx,
                new WebServer.Options(
                    "127.0.0.1",
                    0,
                    Optional.empty(),
                    new PeerAddress(Set.of()),
                    Set.of(),
                    overlays::origins),
                routes,
                people.gatekeeper(),
                WebFiles.fromClasspath("no-such-folder")));
  }

  @AfterEach
  void close() {
    await(database.close());
    await(vertx.close());
    test.close();
  }

  private HttpResponse<byte[]> call(String method, String path, JsonObject body) {
    return send(method, path, body.encode().getBytes(StandardCharsets.UTF_8));
  }

  private HttpResponse<byte[]> get(String path) {
    return send("GET", path, new byte[0]);
  }

  private HttpResponse<byte[]> send(String method, String path, byte[] body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + web.port() + path))
            .method(method, HttpRequest.BodyPublishers.ofByteArray(body));
    if (!cookie.isEmpty()) {
      request.header("Cookie", cookie).header("X-CSRF-Token", csrf);
    }
    HttpResponse<byte[]> answer =
        client.sendAsync(request.build(), HttpResponse.BodyHandlers.ofByteArray()).join();
    answer
        .headers()
        .firstValue("Set-Cookie")
        .ifPresent(set -> cookie = set.substring(0, set.indexOf(';')));
    return answer;
  }

  private static JsonObject json(HttpResponse<byte[]> answer) {
    return new JsonObject(new String(answer.body(), StandardCharsets.UTF_8));
  }

  private JsonObject upload() {
    byte[] file = GeoTiffs.redAndBlue(300, 200).at(119.70, 32.26, 1e-5, 1e-5).in(4490).bytes();
    HttpResponse<byte[]> answer = send("POST", UPLOAD, file);
    assertThat(answer.statusCode()).isEqualTo(201);
    return json(answer);
  }

  private JsonObject addAddress() {
    HttpResponse<byte[]> answer =
        call(
            "POST",
            "/api/v1/overlays",
            new JsonObject()
                .put("name", "航拍")
                .put("kind", "drone")
                .put("tiles", "https://tiles.example.com/{z}/{x}/{y}.png?tk=hidden"));
    assertThat(answer.statusCode()).isEqualTo(201);
    return json(answer);
  }

  private List<String> names() {
    JsonArray items = json(get("/api/v1/overlays")).getJsonArray("items");
    return items.stream().map(one -> ((JsonObject) one).getString("name")).toList();
  }

  private String tileOf(JsonObject overlay) {
    int zoom = overlay.getInteger("max_zoom");
    double world = 1L << zoom;
    return overlay
        .getString("tiles")
        .replace("{z}", Integer.toString(zoom))
        .replace("{x}", Integer.toString((int) (TileGrid.x(119.7015) * world)))
        .replace("{y}", Integer.toString((int) (TileGrid.y(32.259) * world)));
  }

  @Test
  void an_uploaded_picture_is_listed_served_and_there_after_a_restart() {
    JsonObject overlay = upload();
    assertThat(overlay.getString("taken_on")).isEqualTo("2026-10-05");
    assertThat(overlay.getInteger("opacity")).isEqualTo(70);
    assertThat(overlay.getBoolean("stored")).isTrue();

    await(web.close());
    startServer();

    assertThat(names()).containsExactly("正射");
    HttpResponse<byte[]> tile = get(tileOf(overlay));
    assertThat(tile.statusCode()).isEqualTo(200);
    assertThat(tile.headers().firstValue("Content-Type").orElseThrow()).startsWith("image/");
    assertThat(get(overlay.getString("tiles").replaceAll("\\{.}", "0")).statusCode())
        .isEqualTo(204);
  }

  @Test
  void what_is_no_picture_is_answered_with_the_reason_and_nothing_is_kept() {
    HttpResponse<byte[]> answer = send("POST", UPLOAD, "hello".getBytes(StandardCharsets.UTF_8));
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(new String(answer.body(), StandardCharsets.UTF_8)).contains("TIFF");
    byte[] wrongSystem = GeoTiffs.redAndBlue(20, 20).at(119.70, 32.26, 1e-5, 1e-5).in(4214).bytes();
    assertThat(send("POST", UPLOAD, wrongSystem).statusCode()).isEqualTo(422);
    assertThat(names()).isEmpty();
  }

  @Test
  void a_file_over_the_limit_is_not_read() {
    assertThat(send("POST", UPLOAD, new byte[(int) PictureLimits.MOST_FILE_BYTES + 1]).statusCode())
        .isEqualTo(413);
  }

  @Test
  void order_words_and_opacity_change_and_the_journal_tells_it_without_the_key() {
    String first = upload().getString("id");
    String second = addAddress().getString("id");
    assertThat(names()).containsExactly("正射", "航拍");
    assertThat(get("/api/v1/overlays").headers().firstValue("Content-Security-Policy").orElse(""))
        .contains("connect-src 'self' ws: wss: https://tiles.example.com");

    JsonObject order = new JsonObject().put("ids", new JsonArray().add(second).add(first));
    assertThat(call("PUT", "/api/v1/overlays/order", order).statusCode()).isEqualTo(204);
    assertThat(names()).containsExactly("航拍", "正射");
    JsonObject half = new JsonObject().put("ids", new JsonArray().add(second));
    assertThat(call("PUT", "/api/v1/overlays/order", half).statusCode()).isEqualTo(409);

    JsonObject words =
        new JsonObject().put("name", "秋季正射").put("kind", "orthophoto").put("opacity", 30);
    assertThat(json(call("PUT", "/api/v1/overlays/" + first, words)).getInteger("opacity"))
        .isEqualTo(30);

    assertThat(send("DELETE", "/api/v1/overlays/" + second, new byte[0]).statusCode())
        .isEqualTo(204);
    assertThat(names()).containsExactly("秋季正射");
    String journal = new String(get("/api/v1/audit").body(), StandardCharsets.UTF_8);
    assertThat(journal)
        .contains("overlay.added", "overlay.changed", "overlay.ordered", "overlay.removed")
        .doesNotContain("hidden");
  }

  @Test
  void a_stranger_sees_neither_list_nor_tile() {
    String tile = tileOf(upload());
    cookie = "";
    assertThat(get("/api/v1/overlays").statusCode()).isEqualTo(401);
    assertThat(get(tile).statusCode()).isEqualTo(401);
    assertThat(send("POST", UPLOAD, new byte[1]).statusCode()).isEqualTo(401);
  }
}
