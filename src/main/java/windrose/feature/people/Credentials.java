package windrose.feature.people;

import io.vertx.core.buffer.Buffer;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import windrose.platform.secret.Secret;

/**
 * All valid sessions and tokens in memory, found by hash, so that a request costs no query and a sign-in outlives an hour
 * without database.
 */
final class Credentials {
  private final Clock clock;
  private final Map<Buffer, Session> sessions = new HashMap<>();
  private final Map<Buffer, ApiToken> tokens = new HashMap<>();

  Credentials(Clock clock) {
    this.clock = clock;
  }

  void put(Session session) {
    sessions.put(session.tokenHash(), session);
  }

  void put(ApiToken token) {
    tokens.put(token.tokenHash(), token);
  }

  Optional<Session> findSession(String token) {
    Session session = sessions.get(Buffer.buffer(Secret.hash(token)));
    return session == null || !clock.instant().isBefore(session.expiresAt())
        ? Optional.empty()
        : Optional.of(session);
  }

  Optional<ApiToken> findToken(String token) {
    ApiToken found = tokens.get(Buffer.buffer(Secret.hash(token)));
    return found == null || !clock.instant().isBefore(found.expiresAt())
        ? Optional.empty()
        : Optional.of(found);
  }

  void remove(Session session) {
    sessions.remove(session.tokenHash());
  }

  List<Session> removeOthersOf(String person, Session kept) {
    List<Session> ended = new ArrayList<>();
    for (Session session : sessions.values()) {
      if (session.person().equals(person) && !session.tokenHash().equals(kept.tokenHash())) {
        ended.add(session);
      }
    }
    ended.forEach(this::remove);
    return ended;
  }

  void remove(ApiToken token) {
    tokens.remove(token.tokenHash());
  }

  /** Takes out what has run out, and tells which. */
  List<String> removeExpired() {
    List<String> ended = new ArrayList<>();
    sessions
        .values()
        .removeIf(
            session -> {
              boolean over = !clock.instant().isBefore(session.expiresAt());
              if (over) {
                ended.add(session.credential());
              }
              return over;
            });
    tokens
        .values()
        .removeIf(
            token -> {
              boolean over = !clock.instant().isBefore(token.expiresAt());
              if (over) {
                ended.add(token.credential());
              }
              return over;
            });
    return ended;
  }
}
