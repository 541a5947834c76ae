package windrose.feature.people;

import static org.assertj.core.api.Assertions.assertThat;
import static windrose.testing.Waiting.await;

import io.vertx.core.Vertx;
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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import windrose.feature.journal.JournalFeature;
import windrose.platform.db.Database;
import windrose.platform.db.TestDatabase;
import windrose.platform.web.PeerAddress;
import windrose.platform.web.Route;
import windrose.platform.web.WebFiles;
import windrose.platform.web.WebServer;
import windrose.platform.work.HeavyWork;
import windrose.testing.HandClock;

/** Sign-in as a browser and a machine see it: real database, real HTTP. */
class PeopleIT {
  private static final String PARK = "test";
  private static final String GIVEN = "a given password";

  private final TestDatabase test = TestDatabase.fresh();
  private final Vertx vertx = Vertx.vertx();
  private final Database database = test.open(vertx, 4);
  private final HandClock clock = new HandClock();
  private final List<String> ended = new ArrayList<>();
  private final HttpClient client = HttpClient.newHttpClient();
  private PeopleFeature people;
  private WebServer web;

  @BeforeEach
  void start() {
    startAgain();
  }

  private void startAgain() {
    JournalFeature journals = new JournalFeature(database, PARK, clock);
    people =
        new PeopleFeature(
            database,
            journals.journal(),
            PARK,
            clock,
            new HeavyWork(vertx, "passwords", 1, 20, 60_000),
            Optional.empty(),
            false);
    people.sessionEnded().subscribe(event -> ended.add(event.credential()));
    await(people.start(vertx));
    List<Route> routes = new ArrayList<>(people.routes());
    routes.addAll(journals.routes(request -> Visitor.of(request).scope()));
    web =
        await(
            WebServer.listen(
                vertx,
                new WebServer.Options(
                    "127.0.0.1", 0, Optional.empty(), new PeerAddress(Set.of()), Set.of()),
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

  private record Reply(int status, JsonObject json, String cookie) {}

  private Reply send(String method, String path, String body, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + web.port() + path))
            .method(method, HttpRequest.BodyPublishers.ofString(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      HttpResponse<String> response =
          client.send(request.build(), HttpResponse.BodyHandlers.ofString());
      String cookie = response.headers().firstValue("Set-Cookie").orElse("");
      return new Reply(
          response.statusCode(),
          response.body().startsWith("{") ? new JsonObject(response.body()) : new JsonObject(),
          cookie);
    } catch (java.io.IOException | InterruptedException failed) {
      throw new AssertionError(failed);
    }
  }

  private Reply signIn(String password) {
    return send(
        "POST",
        "/api/v1/session",
        new JsonObject().put("user", "admin").put("password", password).encode());
  }

  private static String cookieOf(Reply reply) {
    return reply.cookie().substring(0, reply.cookie().indexOf(';'));
  }

  @Test
  void a_random_first_password_is_shown_once_and_must_be_changed() {
    String first = await(people.ensureAdmin(Optional.empty())).orElseThrow();
    assertThat(await(people.ensureAdmin(Optional.empty()))).isEmpty();

    Reply in = signIn(first);
    assertThat(in.json().getBoolean("mustChangePassword")).isTrue();
    assertThat(in.json().getJsonArray("actions")).isEmpty();
    String cookie = cookieOf(in);
    assertThat(send("GET", "/api/v1/audit", "", "Cookie", cookie).status()).isEqualTo(403);

    Reply changed =
        send(
            "PUT",
            "/api/v1/session/password",
            new JsonObject().put("old", first).put("new", "my own long one").encode(),
            "Cookie",
            cookie,
            "X-CSRF-Token",
            in.json().getString("csrf"));
    assertThat(changed.json().getBoolean("mustChangePassword")).isFalse();
    assertThat(send("GET", "/api/v1/audit", "", "Cookie", cookie).status()).isEqualTo(200);
  }

  @Test
  void a_given_password_need_not_be_changed() {
    await(people.ensureAdmin(Optional.of(GIVEN)));
    assertThat(signIn(GIVEN).json().getBoolean("mustChangePassword")).isFalse();
  }

  @Test
  void the_cookie_is_out_of_reach_for_scripts_and_foreign_pages() {
    await(people.ensureAdmin(Optional.of(GIVEN)));
    assertThat(signIn(GIVEN).cookie()).containsIgnoringCase("HttpOnly").contains("SameSite=Strict");
  }

  @Test
  void a_wrong_password_and_an_unknown_name_get_the_same_answer() {
    await(people.ensureAdmin(Optional.of(GIVEN)));
    Reply wrong = signIn("not the password");
    Reply unknown =
        send("POST", "/api/v1/session", "{\"user\":\"nobody\",\"password\":\"not the password\"}");
    assertThat(wrong.status()).isEqualTo(401);
    assertThat(wrong.json()).isEqualTo(unknown.json());
  }

  @Test
  void guessing_is_slowed_down() {
    await(people.ensureAdmin(Optional.of(GIVEN)));
    for (int i = 0; i < SignInLimiter.FREE_TRIES; i++) {
      assertThat(signIn("wrong " + i).status()).isEqualTo(401);
    }
    assertThat(signIn(GIVEN).status()).isEqualTo(429);
    clock.advance(Duration.ofSeconds(31));
    assertThat(signIn(GIVEN).status()).isEqualTo(200);
  }

  @Test
  void a_write_by_cookie_without_its_csrf_token_is_refused() {
    await(people.ensureAdmin(Optional.of(GIVEN)));
    Reply in = signIn(GIVEN);
    assertThat(send("DELETE", "/api/v1/session", "", "Cookie", cookieOf(in)).status())
        .isEqualTo(403);
    assertThat(
            send(
                    "DELETE",
                    "/api/v1/session",
                    "",
                    "Cookie",
                    cookieOf(in),
                    "X-CSRF-Token",
                    in.json().getString("csrf"))
                .status())
        .isEqualTo(204);
  }

  @Test
  void a_write_from_a_page_of_another_origin_is_refused() {
    await(people.ensureAdmin(Optional.of(GIVEN)));
    String body = new JsonObject().put("user", "admin").put("password", GIVEN).encode();
    assertThat(send("POST", "/api/v1/session", body, "Origin", "https://evil.example").status())
        .isEqualTo(403);
    assertThat(
            send("POST", "/api/v1/session", body, "Origin", "http://127.0.0.1:" + web.port())
                .status())
        .isEqualTo(200);
  }

  @Test
  void a_session_outlives_a_restart_and_ends_after_twelve_hours() {
    await(people.ensureAdmin(Optional.of(GIVEN)));
    String cookie = cookieOf(signIn(GIVEN));
    startAgain();
    assertThat(send("GET", "/api/v1/session", "", "Cookie", cookie).status()).isEqualTo(200);
    clock.advance(Duration.ofHours(12).plusSeconds(1));
    assertThat(send("GET", "/api/v1/session", "", "Cookie", cookie).status()).isEqualTo(401);
  }

  @Test
  void signing_out_ends_the_session_and_says_so() {
    await(people.ensureAdmin(Optional.of(GIVEN)));
    Reply in = signIn(GIVEN);
    String cookie = cookieOf(in);
    send(
        "DELETE",
        "/api/v1/session",
        "",
        "Cookie",
        cookie,
        "X-CSRF-Token",
        in.json().getString("csrf"));
    assertThat(send("GET", "/api/v1/session", "", "Cookie", cookie).status()).isEqualTo(401);
    assertThat(ended).hasSize(1);
  }

  @Test
  void a_token_does_what_it_was_made_for_and_nothing_else() {
    await(people.ensureAdmin(Optional.of(GIVEN)));
    Reply in = signIn(GIVEN);
    Reply made =
        send(
            "POST",
            "/api/v1/tokens",
            "{\"label\":\"audit reader\",\"actions\":[\"SEE_JOURNAL\"],\"days\":30}",
            "Cookie",
            cookieOf(in),
            "X-CSRF-Token",
            in.json().getString("csrf"));
    assertThat(made.status()).isEqualTo(201);
    String bearer = "Bearer " + made.json().getString("secret");

    assertThat(send("GET", "/api/v1/audit", "", "Authorization", bearer).status()).isEqualTo(200);
    assertThat(send("GET", "/api/v1/tokens", "", "Authorization", bearer).status()).isEqualTo(403);
    clock.advance(Duration.ofDays(31));
    assertThat(send("GET", "/api/v1/audit", "", "Authorization", bearer).status()).isEqualTo(401);
  }

  @Test
  void no_secret_stands_in_the_database_as_it_is() {
    await(people.ensureAdmin(Optional.of(GIVEN)));
    Reply in = signIn(GIVEN);
    String token = cookieOf(in).substring(cookieOf(in).indexOf('=') + 1);
    assertThat(await(people.signIn("admin", GIVEN, "test")).session().person()).isEqualTo("admin");

    long found =
        await(
                database.run(
                    """
                    select count(*) as found from session s
                    where s::text like '%' || $1 || '%'
                      or encode(s.token_hash, 'escape') like '%' || $1 || '%'
                    """,
                    token))
            .iterator()
            .next()
            .getLong("found");
    assertThat(found).isZero();
    assertThat(
            await(database.run("select password_hash from person")).iterator().next().getString(0))
        .startsWith("$argon2id$");
  }

  @Test
  void every_sign_in_good_or_refused_stands_in_the_journal() {
    await(people.ensureAdmin(Optional.of(GIVEN)));
    signIn("wrong");
    Reply in = signIn(GIVEN);
    Reply audit = send("GET", "/api/v1/audit", "", "Cookie", cookieOf(in));

    assertThat(
            audit.json().getJsonArray("items").stream()
                .map(each -> ((JsonObject) each).getString("kind")))
        .containsExactly("person.created", "session.refused", "session.opened");
    assertThat(audit.json().encode()).doesNotContain("wrong").doesNotContain(GIVEN);
  }
}
