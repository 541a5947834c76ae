package windrose.feature.walls;

import static org.assertj.core.api.Assertions.assertThat;
import static windrose.testing.Waiting.await;
import static windrose.testing.Waiting.until;

import io.vertx.core.Vertx;
import io.vertx.core.http.ClientWebSocket;
import io.vertx.core.http.WebSocketConnectOptions;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import windrose.domain.access.Action;
import windrose.domain.mapping.Layer;
import windrose.feature.journal.JournalFeature;
import windrose.feature.people.PeopleFeature;
import windrose.feature.people.Visitor;
import windrose.platform.db.Database;
import windrose.platform.db.TestDatabase;
import windrose.platform.live.LayerState;
import windrose.platform.live.LiveHub;
import windrose.platform.live.Viewer;
import windrose.platform.web.PeerAddress;
import windrose.platform.web.Route;
import windrose.platform.web.WebFiles;
import windrose.platform.web.WebServer;
import windrose.platform.work.HeavyWork;
import windrose.testing.HandClock;

/** Pairing as a display and the person at the desk see it: real database, real HTTP, real live channel. */
class WallsIT {
  private static final String PARK = "test";
  private static final String PASSWORD = "a given password";

  private final TestDatabase test = TestDatabase.fresh();
  private final Vertx vertx = Vertx.vertx();
  private final Database database = test.open(vertx, 4);
  private final HandClock clock = new HandClock();
  private final HttpClient client = HttpClient.newHttpClient();
  private WebServer web;
  private Machine desk;

  @BeforeEach
  void start() {
    startServer();
    desk = new Machine();
    JsonObject in =
        desk.post(
                "/api/v1/session", new JsonObject().put("user", "admin").put("password", PASSWORD))
            .json();
    desk.csrf = in.getString("csrf");
  }

  private void startServer() {
    JournalFeature journals = new JournalFeature(database, PARK, clock);
    PeopleFeature people =
        new PeopleFeature(
            database,
            journals.journal(),
            PARK,
            clock,
            new HeavyWork(vertx, "passwords", 1, 20, 60_000),
            Optional.empty(),
            false);
    WallsFeature walls =
        new WallsFeature(
            database,
            journals.journal(),
            PARK,
            clock,
            people.gatekeeper(),
            people.sessionEnded(),
            people.usesSecureCookies());
    LiveHub hub = new LiveHub(vertx, clock);
    hub.add(new LayerState(Layer.READINGS.code(), List.of("v")));
    people.sessionEnded().subscribe(ended -> hub.revoke(ended.credential()));
    await(people.start(vertx));
    await(walls.start());
    await(people.ensureAdmin(Optional.of(PASSWORD)));
    List<Route> routes = new ArrayList<>(people.routes());
    routes.addAll(walls.routes());
    routes.addAll(journals.routes(request -> Visitor.of(request).scope()));
    routes.add(
        Route.get("/api/v1/live")
            .needs(Action.SEE_PARK)
            .says("live")
            .upgrades(
                (request, socket) ->
                    hub.accept(
                        socket,
                        request.channel(),
                        new Everything(),
                        Visitor.of(request).credential())));
    web =
        await(
            WebServer.listen(
                vertx,
                new WebServer.Options(
                    "127.0.0.1", 0, Optional.empty(), new PeerAddress(Set.of()), Set.of()),
                routes,
                walls.gatekeeper(),
                WebFiles.fromClasspath("no-such-folder")));
  }

  @AfterEach
  void close() {
    await(database.close());
    await(vertx.close());
    test.close();
  }

  private record Everything() implements Viewer {
    @Override
    public boolean sees(String layer, Object tag) {
      return true;
    }
  }

  private record Reply(int status, String body) {
    JsonObject json() {
      return new JsonObject(body);
    }
  }

  /** A browser with its one cookie. */
  private final class Machine {
    String cookie = "";
    String csrf = "";

    Reply get(String path) {
      return call("GET", path, "");
    }

    Reply post(String path, JsonObject body) {
      return call("POST", path, body.encode());
    }

    Reply call(String method, String path, String body) {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + web.port() + path))
              .method(method, HttpRequest.BodyPublishers.ofString(body));
      if (!cookie.isEmpty()) {
        request.header("Cookie", cookie);
      }
      if (!csrf.isEmpty()) {
        request.header("X-CSRF-Token", csrf);
      }
      HttpResponse<String> answer =
          client.sendAsync(request.build(), HttpResponse.BodyHandlers.ofString()).join();
      answer
          .headers()
          .firstValue("Set-Cookie")
          .ifPresent(set -> cookie = set.substring(0, set.indexOf(';')));
      return new Reply(answer.statusCode(), answer.body());
    }

    String askForCode() {
      return post("/api/v1/walls/pairings", new JsonObject()).json().getString("code");
    }

    String state() {
      return get("/api/v1/walls/me").json().getString("state");
    }
  }

  private Reply pair(String code) {
    return desk.post("/api/v1/walls", new JsonObject().put("code", code).put("name", "值班室左屏"));
  }

  private Machine pairedWall() {
    Machine wall = new Machine();
    assertThat(pair(wall.askForCode()).status()).isEqualTo(201);
    return wall;
  }

  @Test
  void a_display_waits_until_its_code_is_typed_and_is_then_paired_over_a_restart() {
    Machine wall = new Machine();
    assertThat(wall.state()).isEqualTo("unknown");
    String code = wall.askForCode();
    assertThat(code).matches("[A-HJKMNP-Z2-9]{4}-[A-HJKMNP-Z2-9]{4}");
    assertThat(wall.state()).isEqualTo("waiting");
    assertThat(wall.get("/api/v1/live").status()).isEqualTo(401);

    assertThat(pair(code.toLowerCase(java.util.Locale.ROOT)).status()).isEqualTo(201);

    assertThat(wall.state()).isEqualTo("paired");
    await(web.close());
    startServer();
    assertThat(wall.state()).isEqualTo("paired");
  }

  @Test
  void a_code_works_once() {
    Machine wall = new Machine();
    String code = wall.askForCode();
    assertThat(pair(code).status()).isEqualTo(201);
    assertThat(pair(code).status()).isEqualTo(422);
  }

  @Test
  void a_code_ends_after_five_minutes() {
    Machine wall = new Machine();
    String code = wall.askForCode();
    clock.advance(Duration.ofMinutes(5));
    assertThat(pair(code).status()).isEqualTo(422);
    assertThat(wall.state()).isEqualTo("unknown");
  }

  @Test
  void codes_are_neither_guessed_nor_asked_for_without_end() {
    Machine wall = new Machine();
    String code = wall.askForCode();
    for (int i = 0; i < 8; i++) {
      assertThat(pair("AAAA-AAA" + (i + 2)).status()).isEqualTo(422);
    }
    assertThat(pair(code).status()).isEqualTo(429);

    int refused = 0;
    for (int i = 0; i < 40; i++) {
      Reply asked = new Machine().post("/api/v1/walls/pairings", new JsonObject());
      refused += asked.status() == 429 ? 1 : 0;
    }
    assertThat(refused).isEqualTo(11);
  }

  @Test
  void a_display_may_look_and_nothing_else() {
    Machine wall = pairedWall();
    for (String path : List.of("/api/v1/walls", "/api/v1/tokens", "/api/v1/audit")) {
      assertThat(wall.get(path).status()).as(path).isEqualTo(403);
    }
    assertThat(wall.get("/api/v1/session").status()).isEqualTo(401);
    assertThat(wall.call("DELETE", "/api/v1/session", "").status()).isEqualTo(401);
    assertThat(wall.post("/api/v1/walls", new JsonObject()).status()).isEqualTo(401);
    assertThat(wall.post("/api/v1/tokens", new JsonObject()).status()).isEqualTo(401);
    assertThat(wall.post("/api/v1/walls/pairings", new JsonObject()).status()).isEqualTo(409);
    assertThat(WallDoor.SCOPE.actions()).containsExactly(Action.SEE_PARK);
  }

  @Test
  void a_revoked_display_is_cut_with_4401_and_stays_out() {
    Machine wall = pairedWall();
    ClientWebSocket socket = vertx.createWebSocketClient().webSocket();
    AtomicInteger closeCode = new AtomicInteger();
    socket.closeHandler(
        closed -> closeCode.set(socket.closeStatusCode() == null ? -1 : socket.closeStatusCode()));
    await(
        socket.connect(
            new WebSocketConnectOptions()
                .setHost("127.0.0.1")
                .setPort(web.port())
                .setURI("/api/v1/live")
                .addHeader("Cookie", wall.cookie)));

    assertThat(desk.call("DELETE", "/api/v1/walls/" + onlyWall().getString("id"), "").status())
        .isEqualTo(204);

    until("the channel is closed", () -> closeCode.get() == 4401);
    assertThat(wall.state()).isEqualTo("unknown");
    assertThat(wall.get("/api/v1/live").status()).isEqualTo(401);
    assertThat(desk.get("/api/v1/walls").json().getJsonArray("items")).isEmpty();
  }

  @Test
  void the_list_says_when_a_display_was_last_seen_and_never_its_credential() {
    Machine wall = pairedWall();
    assertThat(onlyWall().getString("last_seen")).isNull();
    clock.advance(Duration.ofSeconds(30));
    wall.state();
    assertThat(onlyWall().getString("last_seen")).isEqualTo(clock.instant().toString());
    String credential = wall.cookie.substring(wall.cookie.indexOf('=') + 1);
    assertThat(credential).hasSizeGreaterThanOrEqualTo(22);
    assertThat(desk.get("/api/v1/walls").body()).doesNotContain(credential);
  }

  @Test
  void the_journal_holds_pairing_and_revoking() {
    pairedWall();
    desk.call("DELETE", "/api/v1/walls/" + onlyWall().getString("id"), "");
    String journal = desk.get("/api/v1/audit").body();
    assertThat(journal).contains("wall.paired", "wall.revoked", "值班室左屏");
  }

  private JsonObject onlyWall() {
    return desk.get("/api/v1/walls").json().getJsonArray("items").getJsonObject(0);
  }
}
