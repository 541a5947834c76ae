package windrose.feature.people;

import io.vertx.core.Future;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import windrose.domain.access.Action;
import windrose.domain.access.ViewScope;
import windrose.platform.web.Answer;
import windrose.platform.web.Fields;
import windrose.platform.web.Problem;
import windrose.platform.web.Request;
import windrose.platform.web.Route;

/** The addresses of sign-in, passwords and tokens. */
final class PeopleRoutes {
  private static final int MAX_NAME_LENGTH = 64;

  private final PeopleFeature people;
  private final Doorman doorman;

  PeopleRoutes(PeopleFeature people, Doorman doorman) {
    this.people = people;
    this.doorman = doorman;
  }

  List<Route> routes() {
    return List.of(
        Route.post("/api/v1/session")
            .needsNothing("this is where a stranger becomes somebody")
            .says("Signs in with name and password")
            .answers(this::signIn),
        Route.get("/api/v1/session")
            .needsSignIn()
            .says("Who is signed in, with which rights, and the CSRF token for writes")
            .answers(request -> Future.succeededFuture(describe(sessionOf(request), request))),
        Route.delete("/api/v1/session")
            .needsSignIn()
            .says("Signs out; open live channels close")
            .answers(this::signOut),
        Route.put("/api/v1/session/password")
            .needsSignIn()
            .says("Changes the own password; all other sessions end")
            .answers(this::changePassword),
        Route.get("/api/v1/tokens")
            .needs(Action.MANAGE_TOKENS)
            .says("Lists the tokens of machines, without their secrets")
            .answers(this::listTokens),
        Route.post("/api/v1/tokens")
            .needs(Action.MANAGE_TOKENS)
            .says("Makes a token for a machine; its secret is shown this once")
            .answers(this::issueToken),
        Route.delete("/api/v1/tokens/:id")
            .needs(Action.MANAGE_TOKENS)
            .says("Ends a token")
            .answers(this::revokeToken));
  }

  private Future<Answer> signIn(Request request) {
    Fields body = request.json();
    String user = body.getString("user");
    String password = body.getString("password");
    body.refuseOthers();
    return people
        .signIn(user, password, request.remoteAddress())
        .map(
            opened -> {
              request
                  .raw()
                  .response()
                  .addCookie(cookie(opened.token()).setMaxAge(SignIns.SESSION_LENGTH.toSeconds()));
              return Answer.json(describe(opened.session(), opened.token()));
            });
  }

  private Cookie cookie(String value) {
    return Cookie.cookie(doorman.cookieName(), value)
        .setHttpOnly(true)
        .setSecure(doorman.secure())
        .setSameSite(CookieSameSite.STRICT)
        .setPath("/");
  }

  private Future<Answer> signOut(Request request) {
    Session session = sessionOf(request);
    return people
        .signOut(session)
        .map(
            done -> {
              request.raw().response().addCookie(cookie("").setMaxAge(0));
              return Answer.nothing().header("Clear-Site-Data", "\"storage\"");
            });
  }

  private Future<Answer> changePassword(Request request) {
    Fields body = request.json();
    String old = body.getString("old");
    String fresh = body.getString("new");
    body.refuseOthers();
    return people
        .changePassword(sessionOf(request), old, fresh)
        .map(session -> describe(session, request));
  }

  private Future<Answer> listTokens(Request request) {
    return people
        .listTokens(Visitor.of(request).scope())
        .map(
            tokens -> {
              JsonArray items = new JsonArray();
              tokens.forEach(token -> items.add(json(token)));
              return Answer.json(new JsonObject().put("items", items).putNull("next"));
            });
  }

  private Future<Answer> issueToken(Request request) {
    Fields body = request.json();
    String label = body.getString("label");
    Set<Action> actions = EnumSet.noneOf(Action.class);
    for (String name : body.getStrings("actions")) {
      actions.add(action(name));
    }
    int days = body.findNumber("days").map(Number::intValue).orElse(90);
    body.refuseOthers();
    if (label.isBlank() || label.length() > MAX_NAME_LENGTH) {
      throw Problem.invalidField("/label", "'label' needs 1 to 64 characters.");
    }
    return people
        .issueToken(Visitor.of(request), label, actions, Duration.ofDays(days))
        .map(
            issued -> Answer.json(json(issued.token()).put("secret", issued.secret())).status(201));
  }

  private Future<Answer> revokeToken(Request request) {
    try {
      return people
          .revokeToken(Visitor.of(request), UUID.fromString(request.path("id")))
          .map(done -> Answer.nothing());
    } catch (IllegalArgumentException notAnId) {
      throw Problem.notFound("There is no token with this id.");
    }
  }

  private static Action action(String name) {
    for (Action action : Action.values()) {
      if (action.name().equals(name)) {
        return action;
      }
    }
    throw Problem.invalidField(
        "/actions", "'%s' is no action; known: %s.".formatted(name, List.of(Action.values())));
  }

  private Session sessionOf(Request request) {
    return doorman
        .sessionToken(request.raw())
        .flatMap(people::findSession)
        .orElseThrow(() -> Problem.notSignedIn("This address is for people, not for tokens."));
  }

  private Answer describe(Session session, Request request) {
    String token = doorman.sessionToken(request.raw()).orElseThrow(Problem::notSignedIn);
    return Answer.json(describe(session, token));
  }

  private static JsonObject describe(Session session, String token) {
    ViewScope scope = session.mustChangePassword() ? ViewScope.NOTHING : ViewScope.ALL;
    return new JsonObject()
        .put("user", session.person())
        .put("mustChangePassword", session.mustChangePassword())
        .put("csrf", Doorman.csrfOf(token))
        .put("actions", new JsonArray(scope.actions().stream().map(Action::name).sorted().toList()))
        .put("expires", session.expiresAt().toString());
  }

  private static JsonObject json(ApiToken token) {
    return new JsonObject()
        .put("id", token.id().toString())
        .put("label", token.label())
        .put("person", token.person())
        .put("actions", new JsonArray(token.actionNames()))
        .put("created", token.createdAt().toString())
        .put("expires", token.expiresAt().toString());
  }
}
