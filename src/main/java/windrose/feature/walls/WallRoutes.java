package windrose.feature.walls;

import io.vertx.core.Future;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import windrose.domain.access.Action;
import windrose.feature.people.Visitor;
import windrose.platform.web.Answer;
import windrose.platform.web.Fields;
import windrose.platform.web.Problem;
import windrose.platform.web.Request;
import windrose.platform.web.Route;

/** The addresses of pairing: two for the display, three for the person at the desk. */
final class WallRoutes {
  private static final int LONGEST_NAME = 60;

  /** Browsers keep no cookie longer; each look renews it. */
  private static final Duration COOKIE_LIFE = Duration.ofDays(400);

  private final WallsFeature walls;
  private final PairingDesk desk;
  private final WallDoor door;

  WallRoutes(WallsFeature walls, PairingDesk desk, WallDoor door) {
    this.walls = walls;
    this.desk = desk;
    this.door = door;
  }

  List<Route> routes() {
    return List.of(
        Route.post("/api/v1/walls/pairings")
            .needsNothing(
                "a display without keyboard cannot sign in; the code it gets opens nothing")
            .says("Gives a display a pairing code to show, for five minutes and one use")
            .answers(request -> Future.succeededFuture(open(request))),
        Route.get("/api/v1/walls/me")
            .needsNothing("a display asks whether it is paired; it learns only about itself")
            .says("Whether the asking display is paired, waits, or must ask for a code")
            .answers(request -> Future.succeededFuture(me(request))),
        Route.get("/api/v1/walls")
            .needs(Action.PAIR_WALL)
            .says("Lists the paired displays, with when each was last seen")
            .answers(request -> Future.succeededFuture(list(request))),
        Route.post("/api/v1/walls")
            .needs(Action.PAIR_WALL)
            .says("Pairs the display that shows this code, under a name")
            .answers(this::pair),
        Route.delete("/api/v1/walls/:id")
            .needs(Action.PAIR_WALL)
            .says("Ends a display's credential; its picture goes at once")
            .answers(this::revoke));
  }

  private Answer open(Request request) {
    if (door.credential(request.raw()).flatMap(walls::find).isPresent()) {
      throw Problem.conflict("This display is already paired.").inChinese("这块大屏已经配对。");
    }
    PairingDesk.Opened opened = desk.open(request.remoteAddress());
    keep(request, opened.credential());
    return Answer.json(
            new JsonObject()
                .put("code", opened.code())
                .put("expires", opened.until().toString())
                .put("seconds", PairingDesk.MINUTES * 60))
        .status(201);
  }

  private Answer me(Request request) {
    Optional<String> credential = door.credential(request.raw());
    Optional<Wall> wall = credential.flatMap(walls::find);
    if (wall.isPresent()) {
      walls.seen(wall.get(), request.remoteAddress());
      keep(request, credential.orElseThrow());
      return Answer.json(new JsonObject().put("state", "paired").put("name", wall.get().name()));
    }
    Optional<Instant> until = credential.flatMap(desk::waitsUntil);
    return Answer.json(new JsonObject().put("state", until.isPresent() ? "waiting" : "unknown"));
  }

  private void keep(Request request, String credential) {
    request
        .raw()
        .response()
        .addCookie(
            Cookie.cookie(door.cookieName(), credential)
                .setHttpOnly(true)
                .setSecure(door.secure())
                .setSameSite(CookieSameSite.STRICT)
                .setPath("/")
                .setMaxAge(COOKIE_LIFE.toSeconds()));
  }

  private Answer list(Request request) {
    JsonArray items = new JsonArray();
    walls.list(Visitor.of(request).scope()).forEach(wall -> items.add(json(wall)));
    return Answer.json(new JsonObject().put("items", items).putNull("next"));
  }

  private Future<Answer> pair(Request request) {
    Fields body = request.json();
    String code = body.getString("code");
    String name = body.getString("name").strip();
    body.refuseOthers();
    if (name.isEmpty() || name.length() > LONGEST_NAME) {
      throw Problem.invalidField(
          "/name",
          "'name' needs 1 to %d characters.".formatted(LONGEST_NAME),
          "名称需 1 至 %d 个字。".formatted(LONGEST_NAME));
    }
    return walls
        .pair(Visitor.of(request), code, name)
        .map(wall -> Answer.json(json(wall)).status(201));
  }

  private Future<Answer> revoke(Request request) {
    UUID id;
    try {
      id = UUID.fromString(request.path("id"));
    } catch (IllegalArgumentException notAnId) {
      throw WallsFeature.noWall();
    }
    return walls.revoke(Visitor.of(request), id).map(done -> Answer.nothing());
  }

  private static JsonObject json(Wall wall) {
    return new JsonObject()
        .put("id", wall.id().toString())
        .put("name", wall.name())
        .put("paired_by", wall.pairedBy())
        .put("paired_at", wall.pairedAt().toString())
        .put("last_seen", wall.lastSeen().map(Instant::toString).orElse(null))
        .put("address", wall.address());
  }
}
