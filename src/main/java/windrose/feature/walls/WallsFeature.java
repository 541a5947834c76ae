package windrose.feature.walls;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import windrose.domain.access.Action;
import windrose.domain.access.ViewScope;
import windrose.feature.journal.Fact;
import windrose.feature.journal.Journal;
import windrose.feature.people.SessionEnded;
import windrose.feature.people.Visitor;
import windrose.platform.db.Database;
import windrose.platform.db.UuidV7;
import windrose.platform.secret.Secret;
import windrose.platform.topics.Topic;
import windrose.platform.web.Gatekeeper;
import windrose.platform.web.Problem;
import windrose.platform.web.Route;

/** The front door to video walls: pairing, the list of displays with when each was last seen, and cutting one off. */
public final class WallsFeature {
  private static final Logger log = LoggerFactory.getLogger(WallsFeature.class);
  private static final Duration WRITE_SEEN_EVERY = Duration.ofMinutes(1);
  private static final int MOST_WALLS = 100;

  private final Database database;
  private final Journal journal;
  private final Clock clock;
  private final WallStore store;
  private final PairingDesk desk;
  private final UuidV7 ids;
  private final Topic<SessionEnded> ended;
  private final WallDoor door;
  private final Map<Buffer, Wall> walls = new HashMap<>();
  private final Map<UUID, Instant> seenWritten = new HashMap<>();

  /**
   * @param people who knows persons and tokens, and is asked first
   * @param ended where the end of a credential is told, so that its live channels close
   * @param secure whether pages are reached by HTTPS
   */
  public WallsFeature(
      Database database,
      Journal journal,
      String park,
      Clock clock,
      Gatekeeper people,
      Topic<SessionEnded> ended,
      boolean secure) {
    this.database = database;
    this.journal = journal;
    this.clock = clock;
    this.store = new WallStore(park);
    this.desk = new PairingDesk(clock);
    this.ids = new UuidV7(clock);
    this.ended = ended;
    this.door = new WallDoor(people, this, secure);
  }

  /** Knows persons, tokens and paired displays. */
  public Gatekeeper gatekeeper() {
    return door;
  }

  public List<Route> routes() {
    return new WallRoutes(this, desk, door).routes();
  }

  public Future<Void> start() {
    return store
        .list(database, ViewScope.ALL)
        .onSuccess(all -> all.forEach(wall -> walls.put(wall.tokenHash(), wall)))
        .mapEmpty();
  }

  Optional<Wall> find(String credential) {
    return Optional.ofNullable(walls.get(Buffer.buffer(Secret.hash(credential))));
  }

  List<Wall> list(ViewScope scope) {
    if (!scope.may(Action.PAIR_WALL)) {
      return List.of();
    }
    return walls.values().stream().sorted(Comparator.comparing(Wall::id)).toList();
  }

  /** Pairs the display that shows this code; from the commit on its credential is good. */
  Future<Wall> pair(Visitor who, String code, String name) {
    if (walls.size() >= MOST_WALLS) {
      throw Problem.conflict(
              "There are already %d displays; cut one off first.".formatted(MOST_WALLS))
          .inChinese("已有 %d 块大屏，请先撤销不用的。".formatted(MOST_WALLS));
    }
    PairingDesk.Waiting display = desk.redeem(code, who.name());
    Instant now = clock.instant();
    Wall wall =
        new Wall(
            ids.next(),
            display.tokenHash(),
            name,
            who.name(),
            now,
            Optional.empty(),
            display.address());
    JsonObject body = new JsonObject().put("name", name).put("address", display.address());
    return database
        .inTransaction(
            tx ->
                store
                    .insert(tx, wall)
                    .compose(done -> journal.append(tx, fact("wall.paired", wall, who, now, body))))
        .onFailure(failed -> desk.restore(code, display))
        .onSuccess(done -> walls.put(wall.tokenHash(), wall))
        .map(wall);
  }

  /** Ends a display's credential and closes its live channel. */
  Future<Void> revoke(Visitor who, UUID id) {
    Wall wall =
        walls.values().stream()
            .filter(one -> one.id().equals(id))
            .findFirst()
            .orElseThrow(WallsFeature::noWall);
    Instant now = clock.instant();
    JsonObject body = new JsonObject().put("name", wall.name());
    return database
        .inTransaction(
            tx ->
                store
                    .updateRevoked(tx, id, now)
                    .compose(
                        done -> journal.append(tx, fact("wall.revoked", wall, who, now, body))))
        .onSuccess(
            done -> {
              walls.remove(wall.tokenHash());
              seenWritten.remove(id);
              ended.announce(new SessionEnded(wall.credential()));
            })
        .mapEmpty();
  }

  /** Notes that a display is there; written down at most once a minute. */
  void seen(Wall wall, String address) {
    Instant now = clock.instant();
    walls.put(wall.tokenHash(), wall.seen(now, address));
    Instant written = seenWritten.get(wall.id());
    if (written != null && now.isBefore(written.plus(WRITE_SEEN_EVERY))) {
      return;
    }
    seenWritten.put(wall.id(), now);
    store
        .updateSeen(database, wall.id(), now, address)
        .onFailure(
            away -> log.debug("when wall {} was seen could not be written", wall.id(), away));
  }

  static Problem noWall() {
    return Problem.notFound("There is no wall with this id.").inChinese("没有这块大屏。");
  }

  private static Fact fact(String kind, Wall wall, Visitor who, Instant at, JsonObject body) {
    return new Fact(kind, wall.id().toString(), at, who.name(), body);
  }
}
