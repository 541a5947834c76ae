package windrose.platform.db;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnection;
import io.vertx.pgclient.PgException;
import java.util.Set;
import java.util.function.Supplier;
import windrose.platform.work.StartRefused;

/**
 * The two roles of a database: its owner, who migrates, and the login that the running application uses.
 *
 * <p>Migrations grant to the group {@link #GROUP}; the login {@code <database>_login} is a member of it and owns nothing,
 * so that no mistake of the application can rewrite the journal. The same for the embedded and for an external server.
 */
final class Roles {
  /** Receives every grant written in a migration; nobody signs in as it. */
  static final String GROUP = "windrose_app";

  private static final int OLDEST_SERVER = 150_000;
  private static final String WRONG_PASSWORD = "28P01";
  private static final String NOT_ALLOWED = "42501";

  /** Another start was faster: exists already, unique key of the catalogue, catalogue row changed meanwhile. */
  private static final Set<String> RACES = Set.of("42710", "23505", "XX000");

  private final RoleStore store = new RoleStore();
  private final Vertx vertx;
  private final DatabaseUrl owner;
  private final DatabaseUrl login;

  Roles(Vertx vertx, DatabaseUrl owner, String loginPassword) {
    this.vertx = vertx;
    this.owner = owner;
    this.login = owner.as(loginOf(owner), loginPassword);
  }

  static String loginOf(DatabaseUrl owner) {
    return owner.database() + "_login";
  }

  /** Creates and grants what is missing, and gives the application's URL. */
  Future<DatabaseUrl> prepare(Database database) {
    return database
        .inTransaction(this::grantWhatIsMissing)
        .recover(
            failure ->
                RACES.contains(state(failure))
                    ? database.inTransaction(this::grantWhatIsMissing)
                    : Future.failedFuture(failure))
        .compose(situation -> signIn(database, situation))
        .map(login);
  }

  private Future<RoleStore.Situation> grantWhatIsMissing(Tx tx) {
    return store
        .getSituation(tx, GROUP, login.user())
        .compose(
            is -> {
              check(is);
              return step(!is.groupExists(), () -> store.createGroup(tx, GROUP))
                  .compose(
                      done ->
                          step(
                              !is.loginExists(),
                              () -> store.createLogin(tx, login.user(), login.password())))
                  .compose(
                      done -> step(!is.loginInGroup(), () -> store.join(tx, GROUP, login.user())))
                  .compose(
                      done ->
                          step(is.publicMayConnect(), () -> store.closeDatabase(tx, is.database())))
                  .compose(
                      done ->
                          step(
                              is.publicMayConnect() || !is.loginMayConnect(),
                              () -> store.allowConnect(tx, is.database(), login.user())))
                  .compose(done -> step(is.publicMayCreate(), () -> store.closeSchema(tx)))
                  .compose(done -> step(!is.groupMayUse(), () -> store.allowUse(tx, GROUP)))
                  .recover(failure -> Future.failedFuture(explain(failure, is)))
                  .map(is);
            });
  }

  private static Future<Void> step(boolean needed, Supplier<Future<Void>> step) {
    return needed ? step.get() : Future.succeededFuture();
  }

  private void check(RoleStore.Situation is) {
    if (is.serverVersion() < OLDEST_SERVER) {
      throw new StartRefused(
          "The database server has version "
              + is.serverVersion() / 10_000
              + "; Windrose needs PostgreSQL 15 or newer.");
    }
    if (!is.ownsDatabase()) {
      throw new StartRefused(
          "The user %s of WINDROSE_DATABASE_URL does not own the database; as administrator run: ALTER DATABASE %s OWNER TO %s;"
              .formatted(is.owner(), RoleStore.name(is.database()), RoleStore.name(is.owner())));
    }
    if (is.loginIsMighty()) {
      throw new StartRefused(
          "The role %s has more rights than the application may have (superuser, createrole, createdb, bypassrls or the owner's); as administrator take them away."
              .formatted(login.user()));
    }
    boolean complete = is.groupExists() && is.loginExists() && is.loginInGroup();
    if (!complete && !is.mayCreateRoles()) {
      throw new StartRefused(missing(is));
    }
  }

  private String missing(RoleStore.Situation is) {
    StringBuilder sql = new StringBuilder();
    if (!is.groupExists()) {
      sql.append(" CREATE ROLE ").append(GROUP).append(" NOLOGIN;");
    }
    if (!is.loginExists()) {
      sql.append(" CREATE ROLE ")
          .append(RoleStore.name(login.user()))
          .append(" LOGIN PASSWORD '…';");
    }
    if (!is.loginInGroup()) {
      sql.append(" GRANT ")
          .append(GROUP)
          .append(" TO ")
          .append(RoleStore.name(login.user()))
          .append(";");
    }
    return "The user %s of WINDROSE_DATABASE_URL may not create roles; as administrator either run ALTER ROLE %s CREATEROLE; or run:%s and write the new password to the file secrets/%s of the data folder."
        .formatted(is.owner(), RoleStore.name(is.owner()), sql, DatabaseSetup.secretName(owner));
  }

  private Throwable explain(Throwable failure, RoleStore.Situation is) {
    if (!NOT_ALLOWED.equals(state(failure))) {
      return failure;
    }
    return new StartRefused(
        "The user %s of WINDROSE_DATABASE_URL may not arrange the roles (%s); as administrator run: GRANT %s TO %s WITH ADMIN OPTION;"
            .formatted(
                is.owner(),
                ((PgException) failure).getErrorMessage(),
                GROUP,
                RoleStore.name(is.owner())),
        failure);
  }

  /** The password in our file counts: if the server knows another one, it learns ours. */
  private Future<Void> signIn(Database database, RoleStore.Situation is) {
    return tryLogin()
        .recover(
            failure ->
                WRONG_PASSWORD.equals(state(failure))
                    ? database
                        .inTransaction(tx -> store.setPassword(tx, login.user(), login.password()))
                        .recover(refused -> Future.failedFuture(explainPassword(refused, is)))
                        .compose(set -> tryLogin())
                    : Future.failedFuture(failure));
  }

  private Throwable explainPassword(Throwable failure, RoleStore.Situation is) {
    if (!NOT_ALLOWED.equals(state(failure))) {
      return failure;
    }
    return new StartRefused(
        "The password of the role %s in secrets/%s of the data folder is not the server's, and %s may not change it; write the right one there."
            .formatted(login.user(), DatabaseSetup.secretName(owner), is.owner()),
        failure);
  }

  private Future<Void> tryLogin() {
    return PgConnection.connect(vertx, login.connectOptions()).compose(PgConnection::close);
  }

  private static String state(Throwable failure) {
    return failure instanceof PgException answer && answer.getSqlState() != null
        ? answer.getSqlState()
        : "";
  }
}
