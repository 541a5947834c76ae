package windrose.feature.people;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import windrose.domain.access.Action;
import windrose.domain.access.ViewScope;
import windrose.feature.journal.Journal;
import windrose.platform.db.Database;
import windrose.platform.db.UuidV7;
import windrose.platform.secret.Secret;
import windrose.platform.topics.Topic;
import windrose.platform.web.Gatekeeper;
import windrose.platform.web.Route;
import windrose.platform.work.HeavyWork;

/** The front door to people: the first administrator, sign-in and sign-out, passwords, tokens for machines. */
public final class PeopleFeature {
  public static final String ADMIN = "admin";
  private static final int EXPIRY_CHECK_MS = 10_000;

  private final Database database;
  private final Clock clock;
  private final PeopleStore store;
  private final Accounts accounts;
  private final SignIns signIns;
  private final Tokens tokens;
  private final Credentials credentials;
  private final Doorman doorman;
  private final UuidV7 ids;
  private final Topic<SessionEnded> sessionEnded = new Topic<>("session ended");

  /**
   * @param passwordWork a pool with one thread that nothing else uses
   * @param publicUrl the address people use, when a proxy stands before us
   * @param tls whether we speak HTTPS ourselves
   */
  public PeopleFeature(
      Database database,
      Journal journal,
      String park,
      Clock clock,
      HeavyWork passwordWork,
      Optional<URI> publicUrl,
      boolean tls) {
    this.database = database;
    this.clock = clock;
    this.store = new PeopleStore(park);
    RecordedChange changes = new RecordedChange(database, journal, clock);
    Passwords passwords = new Passwords(passwordWork);
    SignInLimiter limiter = new SignInLimiter(clock);
    this.accounts = new Accounts(changes, store, passwords, limiter);
    this.signIns = new SignIns(changes, store, passwords, limiter);
    this.ids = new UuidV7(clock);
    this.tokens = new Tokens(changes, store, ids);
    this.credentials = new Credentials(clock);
    this.doorman = new Doorman(credentials, publicUrl, tls);
  }

  public Gatekeeper gatekeeper() {
    return doorman;
  }

  /** Whether pages are reached by HTTPS, so that cookies must not travel otherwise. */
  public boolean usesSecureCookies() {
    return doorman.secure();
  }

  public List<Route> routes() {
    return new PeopleRoutes(this, doorman).routes();
  }

  public Topic<SessionEnded> sessionEnded() {
    return sessionEnded;
  }

  /** Loads what is signed in and ends what runs out, from now on. */
  public Future<Void> start(Vertx vertx) {
    return store
        .deleteExpired(database, clock.instant())
        .compose(done -> store.listSessions(database, ViewScope.ALL))
        .onSuccess(sessions -> sessions.forEach(credentials::put))
        .compose(done -> store.listTokens(database, ViewScope.ALL))
        .onSuccess(all -> all.forEach(credentials::put))
        .onSuccess(done -> vertx.setPeriodic(EXPIRY_CHECK_MS, timer -> endExpired()))
        .mapEmpty();
  }

  private void endExpired() {
    credentials.removeExpired().forEach(this::announceEnd);
  }

  private void announceEnd(String credential) {
    sessionEnded.announce(new SessionEnded(credential));
  }

  /**
   * Makes the administrator at first start, with the given password or a random one that must be changed.
   *
   * @return the random password, to be shown once; empty when one was given or the administrator exists
   */
  public Future<Optional<String>> ensureAdmin(Optional<String> givenPassword) {
    return accounts.ensureAdmin(givenPassword);
  }

  /** Gives the administrator a new random password that must be changed, and ends all sessions. */
  public Future<String> resetAdmin(String who) {
    return accounts.resetAdmin(who);
  }

  /**
   * A key for the command line of the same machine and user, with these actions only: it lives in memory and ends with the
   * process, so that no key outlives its use.
   */
  public String keyForCommandLine(Set<Action> actions) {
    String secret = Secret.random();
    Instant now = clock.instant();
    credentials.put(
        new ApiToken(
            ids.next(),
            Buffer.buffer(Secret.hash(secret)),
            "command line",
            ADMIN,
            actions,
            now,
            now.plus(Duration.ofDays(3650))));
    return secret;
  }

  Future<SignIns.SignedIn> signIn(String name, String password, String address) {
    return signIns
        .open(name, password, address)
        .onSuccess(opened -> credentials.put(opened.session()));
  }

  Optional<Session> findSession(String token) {
    return credentials.findSession(token);
  }

  Future<Void> signOut(Session session) {
    return signIns
        .close(session)
        .onSuccess(
            done -> {
              credentials.remove(session);
              announceEnd(session.credential());
            });
  }

  Future<Session> changePassword(Session session, String old, String fresh) {
    return accounts
        .changePassword(session, old, fresh)
        .onSuccess(
            changed -> {
              credentials.put(changed);
              credentials
                  .removeOthersOf(session.person(), changed)
                  .forEach(other -> announceEnd(other.credential()));
            });
  }

  Future<Tokens.Issued> issueToken(
      Visitor maker, String label, Set<Action> actions, Duration validFor) {
    return tokens
        .issue(maker, label, actions, validFor)
        .onSuccess(issued -> credentials.put(issued.token()));
  }

  Future<List<ApiToken>> listTokens(ViewScope scope) {
    return tokens.list(scope);
  }

  Future<Void> revokeToken(Visitor who, UUID id) {
    return tokens
        .revoke(who, id)
        .onSuccess(
            token -> {
              credentials.remove(token);
              announceEnd(token.credential());
            })
        .mapEmpty();
  }
}
