package windrose.feature.cards;

import static org.assertj.core.api.Assertions.assertThat;
import static windrose.platform.db.TestDatabase.await;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import windrose.domain.access.Action;
import windrose.domain.access.Area;
import windrose.domain.access.FieldClass;
import windrose.domain.access.ViewScope;
import windrose.domain.chemical.Substances;
import windrose.domain.chemical.card.CardTable;
import windrose.domain.mapping.Layer;
import windrose.domain.time.TimeRange;
import windrose.feature.journal.Journal;
import windrose.feature.people.Visitor;
import windrose.platform.db.Database;
import windrose.platform.db.TestDatabase;
import windrose.platform.web.PeerAddress;
import windrose.platform.web.WebFiles;
import windrose.platform.web.WebServer;

class CardsIT {
  private static final String SOURCES =
      "code,title,edition,publisher,licence\nerg,Guidebook,2024,DOT,public\n";
  private static final String CARD =
      """
      cas,section,sentence_zh,sentence_en,red,source,place,confidence
      7782-50-5,hazard,毒,toxic,yes,erg,guide 124,memory
      """;

  private final Vertx vertx = Vertx.vertx();
  private final HttpClient http = HttpClient.newHttpClient();
  private TestDatabase testDatabase;
  private Database database;
  private WebServer web;

  @BeforeEach
  void start() throws Exception {
    testDatabase = TestDatabase.fresh();
    database = testDatabase.open(vertx, 2);
    serve(CARD);
  }

  private void serve(String cards) throws Exception {
    if (web != null) {
      await(web.close());
    }
    Clock clock = Clock.systemUTC();
    CardsFeature feature =
        new CardsFeature(
            database,
            Journal.of("p1", clock),
            "p1",
            clock,
            Substances.table(),
            CardTable.parse(cards, SOURCES));
    web =
        await(
            WebServer.listen(
                vertx,
                new WebServer.Options(
                    "127.0.0.1", 0, Optional.empty(), new PeerAddress(Set.of()), Set.of()),
                feature.routes(),
                request -> Future.succeededFuture(visitor(request.getHeader("X-Who"))),
                WebFiles.fromClasspath("no-such-folder")));
  }

  private static Visitor visitor(String name) {
    ViewScope reader =
        new ViewScope(
            Set.of(Layer.values()),
            new Area.OfEnterprises(Set.of("E1")),
            Set.of(FieldClass.GENERAL),
            TimeRange.ALWAYS,
            Set.of(Action.SEE_PARK));
    return new Visitor(name, true, name.equals("doctor") ? ViewScope.ALL : reader, name);
  }

  @AfterEach
  void stop() {
    await(web.close());
    await(database.close());
    await(vertx.close());
    testDatabase.close();
  }

  private HttpResponse<String> send(String who, String method, String path, String body)
      throws Exception {
    return http.send(
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + web.port() + path))
            .header("X-Who", who)
            .header("Content-Type", "application/json")
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private JsonObject card() throws Exception {
    HttpResponse<String> response = send("reader", "GET", "/api/v1/substances/7782-50-5/card", "");
    assertThat(response.statusCode()).isEqualTo(200);
    return new JsonObject(response.body());
  }

  private HttpResponse<String> sign(String who, String sha256) throws Exception {
    return send(
        who,
        "POST",
        "/api/v1/substances/7782-50-5/card/sign",
        new JsonObject()
            .put("card_sha256", sha256)
            .put("physician", "李医生")
            .put("licence", "110370000012345")
            .encode());
  }

  @Test
  void a_card_says_that_nobody_reviewed_it_until_a_physician_signs() throws Exception {
    JsonObject before = card();
    assertThat(before.getJsonObject("review").getString("zh")).isEqualTo("未经医学审核");
    JsonObject sentence = before.getJsonObject("sections").getJsonArray("hazard").getJsonObject(0);
    assertThat(sentence.getString("edition")).isEqualTo("2024");
    assertThat(sentence.getString("confidence")).isEqualTo("memory");

    assertThat(sign("doctor", before.getString("card_sha256")).statusCode()).isEqualTo(201);
    JsonObject review = card().getJsonObject("review");
    assertThat(review.getBoolean("reviewed")).isTrue();
    assertThat(review.getJsonObject("signature").getString("physician")).isEqualTo("李医生");
    assertThat(review.getJsonObject("signature").getString("signed_by")).isEqualTo("doctor");
  }

  @Test
  void a_changed_text_loses_its_signature() throws Exception {
    assertThat(sign("doctor", card().getString("card_sha256")).statusCode()).isEqualTo(201);
    serve(CARD.replace("toxic", "very toxic"));
    JsonObject review = card().getJsonObject("review");
    assertThat(review.getBoolean("reviewed")).isFalse();
    assertThat(review.getString("zh")).contains("未经医学审核").contains("更改");
  }

  @Test
  void only_the_text_that_was_read_can_be_signed() throws Exception {
    assertThat(sign("doctor", "0".repeat(64)).statusCode()).isEqualTo(409);
    assertThat(card().getJsonObject("review").getBoolean("reviewed")).isFalse();
  }

  @Test
  void signing_needs_its_right_and_every_field() throws Exception {
    String sha256 = card().getString("card_sha256");
    assertThat(sign("reader", sha256).statusCode()).isEqualTo(403);
    HttpResponse<String> empty =
        send(
            "doctor",
            "POST",
            "/api/v1/substances/7782-50-5/card/sign",
            new JsonObject().put("card_sha256", sha256).put("physician", " ").encode());
    assertThat(empty.statusCode()).isEqualTo(422);
    assertThat(send("reader", "GET", "/api/v1/substances/50-32-8/card", "").statusCode())
        .isEqualTo(404);
  }

  @Test
  void a_signature_is_told_to_the_journal() throws Exception {
    sign("doctor", card().getString("card_sha256"));
    List<String> kinds = new java.util.ArrayList<>();
    await(database.run("select kind from journal where park_id = $1", "p1"))
        .forEach(row -> kinds.add(row.getString("kind")));
    assertThat(kinds).containsExactly("substance.card_signed");
  }

  @Test
  void the_cards_of_this_build_are_readable() {
    assertThat(CardFiles.read().list()).isNotEmpty();
  }
}
