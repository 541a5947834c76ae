package windrose.feature.people;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.util.Optional;
import windrose.platform.secret.Secret;
import windrose.platform.web.Problem;

/** Persons and their passwords: the first administrator, a change, a reset from the command line. */
final class Accounts {
  private static final Buffer NOBODYS_TOKEN = Buffer.buffer();

  private final RecordedChange changes;
  private final PeopleStore store;
  private final Passwords passwords;
  private final SignInLimiter limiter;

  Accounts(RecordedChange changes, PeopleStore store, Passwords passwords, SignInLimiter limiter) {
    this.changes = changes;
    this.store = store;
    this.passwords = passwords;
    this.limiter = limiter;
  }

  /** The random password of a new administrator; empty when one was given or the administrator exists. */
  Future<Optional<String>> ensureAdmin(Optional<String> givenPassword) {
    return store
        .findPerson(changes.database(), PeopleFeature.ADMIN)
        .compose(
            admin ->
                admin.isPresent()
                    ? Future.succeededFuture(Optional.empty())
                    : createAdmin(givenPassword));
  }

  private Future<Optional<String>> createAdmin(Optional<String> givenPassword) {
    String password = givenPassword.orElseGet(Secret::random);
    Optional<String> toShow = givenPassword.isPresent() ? Optional.empty() : Optional.of(password);
    return passwords
        .hash(password)
        .compose(
            hash -> {
              var admin =
                  new PeopleStore.Person(PeopleFeature.ADMIN, hash, givenPassword.isEmpty());
              return changes.commit(
                  "person.created",
                  admin.name(),
                  "windrose",
                  new JsonObject(),
                  tx -> store.insertPerson(tx, admin, changes.now()));
            })
        .map(toShow);
  }

  /** Gives the administrator a new random password that must be changed, and ends all sessions. */
  Future<String> resetAdmin(String who) {
    String password = Secret.random();
    return passwords
        .hash(password)
        .compose(
            hash -> {
              var admin = new PeopleStore.Person(PeopleFeature.ADMIN, hash, true);
              return changes.commit(
                  "password.reset",
                  admin.name(),
                  who,
                  new JsonObject(),
                  tx ->
                      store
                          .updatePassword(tx, admin, changes.now())
                          .compose(
                              done -> store.deleteOtherSessions(tx, admin.name(), NOBODYS_TOKEN)));
            })
        .map(password);
  }

  /** Changes the session's own password; all other sessions of the person end with the same commit. */
  Future<Session> changePassword(Session session, String old, String fresh) {
    if (old.equals(fresh)) {
      throw Problem.invalidField("/new", "The new password is the old one.");
    }
    limiter.check(session.person(), session.address());
    return store
        .findPerson(changes.database(), session.person())
        .compose(person -> passwords.matches(old, person.orElseThrow().passwordHash()))
        .compose(
            matches -> {
              if (!matches) {
                limiter.wrong(session.person(), session.address());
                throw Problem.invalidField("/old", "The present password is not right.");
              }
              return passwords.hash(fresh);
            })
        .compose(hash -> storePassword(session, hash));
  }

  private Future<Session> storePassword(Session session, String hash) {
    var person = new PeopleStore.Person(session.person(), hash, false);
    return changes
        .commit(
            "password.changed",
            person.name(),
            person.name(),
            new JsonObject(),
            tx ->
                store
                    .updatePassword(tx, person, changes.now())
                    .compose(
                        done -> store.deleteOtherSessions(tx, person.name(), session.tokenHash())))
        .map(
            done ->
                new Session(
                    session.tokenHash(),
                    session.person(),
                    false,
                    session.address(),
                    session.expiresAt()));
  }
}
