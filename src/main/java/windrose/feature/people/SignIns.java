package windrose.feature.people;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import windrose.platform.secret.Secret;
import windrose.platform.web.Problem;

/** Opens and closes sessions; every try, good or refused, stands in the journal. */
final class SignIns {
  static final Duration SESSION_LENGTH = Duration.ofHours(12);

  private final RecordedChange changes;
  private final PeopleStore store;
  private final Passwords passwords;
  private final SignInLimiter limiter;

  SignIns(RecordedChange changes, PeopleStore store, Passwords passwords, SignInLimiter limiter) {
    this.changes = changes;
    this.store = store;
    this.passwords = passwords;
    this.limiter = limiter;
  }

  /** A fresh sign-in: the token for the cookie, shown to nobody else, and the session behind it. */
  record SignedIn(String token, Session session) {}

  Future<SignedIn> open(String name, String password, String address) {
    limiter.check(name, address);
    return store
        .findPerson(changes.database(), name)
        .compose(
            person ->
                person
                    .map(known -> passwords.matches(password, known.passwordHash()))
                    .orElseGet(() -> passwords.matchesNobody(password))
                    .compose(
                        matches ->
                            matches
                                ? openSession(person.orElseThrow(), address)
                                : refuse(name, address)));
  }

  private Future<SignedIn> refuse(String name, String address) {
    limiter.wrong(name, address);
    String shown = name.length() <= 64 ? name : name.substring(0, 64);
    return changes
        .commit(
            "session.refused",
            shown,
            "anonymous",
            new JsonObject().put("address", address),
            tx -> Future.succeededFuture())
        .compose(
            done ->
                Future.failedFuture(Problem.notSignedIn("The name or the password is not right.")));
  }

  private Future<SignedIn> openSession(PeopleStore.Person person, String address) {
    limiter.right(person.name(), address);
    String token = Secret.random();
    Instant now = changes.now();
    Session session =
        new Session(
            Buffer.buffer(Secret.hash(token)),
            person.name(),
            person.mustChange(),
            address,
            now.plus(SESSION_LENGTH));
    return changes
        .commit(
            "session.opened",
            person.name(),
            person.name(),
            new JsonObject().put("address", address),
            tx -> store.insertSession(tx, session, now))
        .map(new SignedIn(token, session));
  }

  Future<Void> close(Session session) {
    return changes.commit(
        "session.closed",
        session.person(),
        session.person(),
        new JsonObject(),
        tx -> store.deleteSession(tx, session.tokenHash()));
  }
}
