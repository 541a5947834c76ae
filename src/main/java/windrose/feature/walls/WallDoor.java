package windrose.feature.walls;

import io.vertx.core.Future;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import windrose.domain.access.Action;
import windrose.domain.access.Area;
import windrose.domain.access.FieldClass;
import windrose.domain.access.ViewScope;
import windrose.domain.mapping.Layer;
import windrose.domain.time.TimeRange;
import windrose.feature.people.Visitor;
import windrose.platform.web.Caller;
import windrose.platform.web.Gatekeeper;

/**
 * Lets a paired display in where people's own door finds nobody: to look, by GET, and to nothing else.
 *
 * <p>A display sees all layers with their general fields: no stock, no name, no telephone number, for a wall is read by whoever
 * stands before it.
 */
final class WallDoor implements Gatekeeper {
  /** What every display may see and do. */
  static final ViewScope SCOPE =
      new ViewScope(
          EnumSet.allOf(Layer.class),
          new Area.Everywhere(),
          EnumSet.of(FieldClass.GENERAL),
          TimeRange.ALWAYS,
          Set.of(Action.SEE_PARK));

  private final Gatekeeper people;
  private final WallsFeature walls;
  private final boolean secure;

  WallDoor(Gatekeeper people, WallsFeature walls, boolean secure) {
    this.people = people;
    this.walls = walls;
    this.secure = secure;
  }

  boolean secure() {
    return secure;
  }

  String cookieName() {
    return secure ? "__Host-windrose_wall" : "windrose_wall";
  }

  Optional<String> credential(HttpServerRequest request) {
    return Optional.ofNullable(request.getCookie(cookieName())).map(Cookie::getValue);
  }

  @Override
  public Future<Caller> whoIs(HttpServerRequest request) {
    return people
        .whoIs(request)
        .map(
            caller ->
                caller.isSignedIn() || !mayBeWall(request)
                    ? caller
                    : credential(request)
                        .flatMap(walls::find)
                        .<Caller>map(WallDoor::visitor)
                        .orElse(caller));
  }

  private static boolean mayBeWall(HttpServerRequest request) {
    return request.method().equals(HttpMethod.GET) && request.getHeader("Authorization") == null;
  }

  private static Visitor visitor(Wall wall) {
    return new Visitor("wall " + wall.name(), true, SCOPE, wall.credential());
  }
}
